import type { BotStep } from '@madoguchi/contract/messages.ts';
import { handOff, resolveByBot, sayAsBot } from '../conversations/commands/bot.ts';
import { lockConversation } from '../conversations/commands/lock.ts';
import type { ConversationRow } from '../conversations/conversations.types.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { newId } from '../platform/ids/ids.ts';
import { wordsFor } from '../platform/words.ts';
import { type BotMessage, type Hours, handOffMessage, messageFor, type Quoted, quoteMessage } from './bot.messages.ts';
import { botState } from './bot.queries.ts';
import { takeTurn, withoutArticle } from './bot.rules.ts';
import type { BotAct, BotInput, BotTurn } from './bot.types.ts';
import { foldQuestion } from './unanswered/unanswered.rules.ts';

/** What the bot needs from the rooms below, behind one small door. */
export type BotSources = {
  /** A published article as it is quoted, or null when it is gone. */
  articleToQuote: (tx: Tx, workspaceId: string, articleId: string) => Promise<Quoted | null>;
  /** When people answer, in the customer's words. */
  hours: (ctx: Ctx, tx: Tx, locale: string) => Promise<Hours>;
};

/**
 * The bot answers one customer message: state, rule, words and facts in one transaction. Idempotent: a message looked at already, or
 * one in a conversation that people have taken over, changes nothing.
 */
export async function answerMessage(
  ctx: Ctx,
  asked: { conversationId: string; messageId: string },
  input: BotInput,
  sources: BotSources,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, asked.conversationId);
    if (conversation.handled_by !== 'bot' || conversation.status === 'closed' || (await wasLookedAt(ctx, tx, asked.messageId))) return;
    const { turn, words } = await turnInWords(ctx, tx, conversation, input, sources);

    const said = await sayAsBot(ctx, tx, conversation, { ...words, externalId: `bot:${asked.messageId}` });
    if (turn.act.act === 'hand_off') await handOff(ctx, tx, said.conversation, turn.act.because);
    if (turn.act.act === 'resolve') await resolveByBot(ctx, tx, said.conversation);
    await keepStep(ctx, tx, asked, said.message.id, input, turn);
    await keepState(ctx, tx, conversation.id, turn);
  });
}

type Spoken = { turn: BotTurn; words: BotMessage };

async function turnInWords(ctx: Ctx, tx: Tx, conversation: ConversationRow, input: BotInput, sources: BotSources): Promise<Spoken> {
  const state = await botState(tx, ctx.viewer.workspaceId, conversation.id);
  const turn = takeTurn(state, input);
  const words = await wordsOf(ctx, tx, conversation, turn.act, sources);
  if (words) return { turn, words };
  const instead = withoutArticle(state);
  return { turn: instead, words: (await wordsOf(ctx, tx, conversation, instead.act, sources))! };
}

/** Null for an article that is not published any more. */
async function wordsOf(
  ctx: Ctx,
  tx: Tx,
  { locale, customer_id }: ConversationRow,
  act: BotAct,
  sources: BotSources,
): Promise<BotMessage | null> {
  const { workspaceId } = ctx.viewer;
  const say = wordsFor(locale);
  if (act.act === 'quote') {
    const article = await sources.articleToQuote(tx, workspaceId, act.articleId);
    return article && quoteMessage(article, say);
  }
  if (act.act !== 'hand_off') return messageFor(act, say);
  const email = await tx
    .selectFrom('identities')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('customer_id', '=', customer_id)
    .where('kind', '=', 'email')
    .executeTakeFirst();
  return handOffMessage(act.because, say, await sources.hours(ctx, tx, locale), email !== undefined);
}

async function wasLookedAt(ctx: Ctx, tx: Tx, messageId: string): Promise<boolean> {
  const step = await tx
    .selectFrom('bot_steps')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('asked_message_id', '=', messageId)
    .executeTakeFirst();
  return step !== undefined;
}

const DECISIONS: Record<BotAct['act'], BotStep['decision']> = {
  quote: 'answer',
  offer_choices: 'clarify',
  offer_person: 'not_found',
  greet: 'answer',
  resolve: 'resolve',
  hand_off: 'handoff',
};

async function keepStep(
  ctx: Ctx,
  tx: Tx,
  asked: { conversationId: string; messageId: string },
  messageId: string,
  input: BotInput,
  turn: BotTurn,
): Promise<void> {
  const found = input.kind === 'said' ? input.found : null;
  const query = input.kind === 'said' ? input.text : `[${input.choice.kind}]`;
  await tx
    .insertInto('bot_steps')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: newId('stp'),
      conversation_id: asked.conversationId,
      asked_message_id: asked.messageId,
      message_id: messageId,
      at: ctx.clock.now(),
      query,
      query_folded: foldQuestion(query),
      decision: DECISIONS[turn.act.act],
      because: turn.because,
      confidence: found?.confidence ?? null,
      correct: found?.figures?.correct ?? null,
      in_scope: found?.figures?.inScope ?? null,
      candidates: JSON.stringify(found?.candidates ?? []),
      unanswered: turn.unanswered && input.kind === 'said',
      dismissed_at: null,
    })
    .execute();
  if (turn.unanswered && input.kind === 'pressed') await markLastQuestionUnanswered(ctx, tx, asked.conversationId);
}

/** 「いいえ」 was about the question before it. */
async function markLastQuestionUnanswered(ctx: Ctx, tx: Tx, conversationId: string): Promise<void> {
  await tx
    .updateTable('bot_steps')
    .set({ unanswered: true })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', (eb) =>
      eb
        .selectFrom('bot_steps as last')
        .select('last.id')
        .where('last.workspace_id', '=', ctx.viewer.workspaceId)
        .where('last.conversation_id', '=', conversationId)
        .where('last.confidence', 'is not', null)
        .orderBy('last.at', 'desc')
        .limit(1),
    )
    .execute();
}

async function keepState(ctx: Ctx, tx: Tx, conversationId: string, { state }: BotTurn): Promise<void> {
  const kept = JSON.stringify(state);
  await tx
    .insertInto('bot_states')
    .values({ workspace_id: ctx.viewer.workspaceId, conversation_id: conversationId, state: kept })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'conversation_id']).doUpdateSet({ state: kept, updated_at: ctx.clock.now() }),
    )
    .execute();
}
