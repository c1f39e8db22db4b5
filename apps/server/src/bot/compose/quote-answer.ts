import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { wordsFor } from '../../platform/words.ts';
import type { BotSources } from '../bot.commands.ts';
import { type BotMessage, type Quoted, quoteMessage } from '../bot.messages.ts';
import type { Found } from '../bot.types.ts';
import { extractAnswer } from './extract.rules.ts';

/**
 * An answer with an article: what of it answers, quoted; above it the model's sentences where they hold, with the other articles they
 * stand in. Null when the article is not published for these customers any more.
 */
export async function quoteAnswer(
  ctx: Ctx,
  tx: Tx,
  conversation: Pick<ConversationRow, 'id' | 'locale' | 'inbox_id'>,
  articleId: string,
  found: Found | null,
  sources: Pick<BotSources, 'articleToQuote'>,
): Promise<BotMessage | null> {
  const { workspaceId } = ctx.viewer;
  const say = wordsFor(conversation.locale);
  const article = await sources.articleToQuote(ctx, tx, conversation.inbox_id, articleId);
  if (!article) return null;
  const question = found?.question ?? (await lastQuestion(tx, workspaceId, conversation.id));
  const quoted = (one: Quoted) => ({ ...one, ...extractAnswer(one.answer, question) });
  const sentences = found?.composed?.sentences ?? [];
  const cited = [...new Set(sentences.map((sentence) => sentence.articleId))].filter((id) => id !== articleId);
  const others: Quoted[] = [];
  for (const id of cited) {
    const other = await sources.articleToQuote(ctx, tx, conversation.inbox_id, id);
    if (other) others.push(other);
  }
  // What an article said that was taken back a moment ago is not said.
  const there = new Set([articleId, ...others.map(({ id }) => id)]);
  const said = sentences.filter((sentence) => there.has(sentence.articleId)).map(({ text }) => text);
  return quoteMessage([article, ...others].map(quoted), say, said.length > 0 ? joined(said) : undefined);
}

/** Japanese sentences follow each other without a space. */
const joined = (sentences: readonly string[]): string =>
  sentences.reduce((text, sentence) => (text === '' || /[。！？」)）]$/u.test(text) ? text + sentence : `${text} ${sentence}`), '');

/** What the customer asked before choosing an article. */
async function lastQuestion(tx: Tx, workspaceId: string, conversationId: string): Promise<string> {
  const step = await tx
    .selectFrom('bot_steps')
    .select('query')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('confidence', 'is not', null)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return step?.query ?? '';
}
