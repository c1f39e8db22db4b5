import type { Block } from '@madoguchi/contract/messages.ts';
import { conversationResolved, messageSent } from '../../conversations/conversations.events.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { type Reader, reader } from '../../platform/event-log/reader.ts';
import { keepChecked } from './checked.commands.ts';

/** The last messages of the bot among which an answer is looked for: thanks and questions may follow it. */
const LOOKED_BACK = 5;

/**
 * Learns the right answers to what customers ask: the article quoted when they said that it solved the matter, and the one that an agent
 * put into a reply. Bears a repetition.
 */
export const checkedReader = (): Reader =>
  reader('checked-questions', {
    [messageSent.factName]: async (ctx, fact) => {
      const { messageId, by } = fact.data as ReturnType<typeof messageSent>['data'];
      if (by !== 'agent') return;
      await ctx.transaction((tx) => learnFromReply(ctx, tx, messageId));
    },
    [conversationResolved.factName]: async (ctx, fact) => {
      const { by } = fact.data as ReturnType<typeof conversationResolved>['data'];
      if (by === 'bot') await ctx.transaction((tx) => learnFromCustomer(ctx, tx, fact.conversation_id!));
    },
  });

async function learnFromReply(ctx: Ctx, tx: Tx, messageId: string): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const reply = await tx
    .selectFrom('messages')
    .select(['conversation_id', 'seq', 'article_ids'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', messageId)
    .executeTakeFirst();
  // Two articles answer two questions, and nobody said which is which.
  if (reply?.article_ids.length !== 1) return;
  await keepAnswered(ctx, tx, { conversationId: reply.conversation_id, seq: reply.seq, articleId: reply.article_ids[0]!, source: 'agent' });
}

async function learnFromCustomer(ctx: Ctx, tx: Tx, conversationId: string): Promise<void> {
  const said = await tx
    .selectFrom('messages')
    .select(['seq', 'blocks'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('author_kind', '=', 'bot')
    .orderBy('seq', 'desc')
    .limit(LOOKED_BACK)
    .execute();
  for (const { seq, blocks } of said) {
    const quote = (blocks as Block[]).find((block) => block.type === 'quote');
    if (quote) return keepAnswered(ctx, tx, { conversationId, seq, articleId: quote.articleId, source: 'solved' });
  }
}

type Answered = { conversationId: string; seq: number; articleId: string; source: 'solved' | 'agent' };

/** What was asked before the message at `seq`, with the article that answered it. */
async function keepAnswered(ctx: Ctx, tx: Tx, { conversationId, seq, articleId, source }: Answered): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const article = await tx
    .selectFrom('articles')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', articleId)
    .executeTakeFirst();
  const question = article && (await questionBefore(tx, workspaceId, conversationId, seq));
  if (question) await keepChecked(ctx, tx, { question, articleId, source, conversationId });
}

/** The last thing asked in the customer's own words: buttons pressed on the way say nothing about the question. */
async function questionBefore(tx: Tx, workspaceId: string, conversationId: string, seq: number): Promise<string | null> {
  const step = await tx
    .selectFrom('bot_steps')
    .innerJoin('messages', (join) =>
      join.onRef('messages.workspace_id', '=', 'bot_steps.workspace_id').onRef('messages.id', '=', 'bot_steps.asked_message_id'),
    )
    .select('bot_steps.query')
    .where('bot_steps.workspace_id', '=', workspaceId)
    .where('bot_steps.conversation_id', '=', conversationId)
    .where('bot_steps.confidence', 'is not', null)
    .where('messages.seq', '<', seq)
    .orderBy('messages.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (step) return step.query;
  const message = await tx
    .selectFrom('messages')
    .select('text')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('author_kind', '=', 'customer')
    .where('seq', '<', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return message?.text ?? null;
}
