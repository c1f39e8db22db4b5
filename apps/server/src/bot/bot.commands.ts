import type { ChatQueue } from '@madoguchi/contract/chat.ts';
import type { BotStep } from '@madoguchi/contract/messages.ts';
import { resolveByBot, sayAsBot } from '../conversations/commands/bot.ts';
import { lockConversation } from '../conversations/commands/lock.ts';
import type { ConversationRow } from '../conversations/conversations.types.ts';
import type { OneTimeCodes } from '../customers/codes/codes.types.ts';
import type { OutsideNeed } from '../flows/flows.types.ts';
import type { TakenTurn } from '../flows/run/runs.commands.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { newId } from '../platform/ids/ids.ts';
import { wordsFor } from '../platform/words.ts';
import { type BotMessage, type Hours, handOffMessage, messageFor, type Quoted } from './bot.messages.ts';
import { botState } from './bot.queries.ts';
import { afterFlow, afterQuestion, handOffByFlow, takeTurn, turnToPerson, withoutArticle } from './bot.rules.ts';
import type { Asked, BotAct, BotState, BotTurn, Found, Heard } from './bot.types.ts';
import { quoteAnswer } from './compose/quote-answer.ts';
import { flowMessage, together } from './flow/flow-message.ts';
import { flowInsteadOfArticle, flowTurn } from './flow/flow-turn.ts';
import { type Gathered, Lacking } from './flow/gathered.ts';
import { giveToPeople } from './hand-off/give-to-people.ts';
import { foldQuestion } from './unanswered/unanswered.rules.ts';

/** What the bot needs from the rooms below, behind one small door. */
export type BotSources = {
  /** A published article as it is quoted to the customers of an inbox, or null when it is gone or not for them. */
  articleToQuote: (ctx: Ctx, tx: Tx, inboxId: string, articleId: string) => Promise<Quoted | null>;
  /** When people answer, in the customer's words. */
  hours: (ctx: Ctx, tx: Tx, inboxId: string, locale: string) => Promise<Hours>;
  /** Where a conversation will stand in the queue once it is handed to people; null when there is no telling. */
  queue: (ctx: Ctx, tx: Tx, conversation: ConversationRow) => Promise<ChatQueue | null>;
  /** Codes by which customers prove who they are. */
  codes: OneTimeCodes;
};

/**
 * The bot answers one customer message: state, rule, words and facts in one transaction. Idempotent: a message looked at already, or
 * one in a conversation that people have taken over, changes nothing.
 * @returns what it needs that was not gathered: nothing is changed then; fetch it and call again. Null: done
 */
export async function answerMessage(
  ctx: Ctx,
  asked: Asked,
  heard: Heard,
  sources: BotSources,
  gathered: Gathered,
): Promise<OutsideNeed | null> {
  try {
    await ctx.transaction((tx) => answerIn(ctx, tx, asked, heard, sources, gathered));
    return null;
  } catch (error) {
    if (error instanceof Lacking) return error.need;
    throw error;
  }
}

async function answerIn(ctx: Ctx, tx: Tx, asked: Asked, heard: Heard, sources: BotSources, gathered: Gathered): Promise<void> {
  const conversation = await lockConversation(ctx, tx, asked.conversationId);
  if (
    conversation.handled_by !== 'bot' ||
    conversation.turn === 'spam' ||
    conversation.status === 'closed' ||
    (await wasLookedAt(ctx, tx, asked.messageId))
  )
    return;
  const { turn, words, found, teamId, lacksMail } = await turnInWords(ctx, tx, conversation, { asked, heard, sources, gathered });

  const said = await sayAsBot(ctx, tx, conversation, { ...words, externalId: `bot:${asked.messageId}` });
  await keepStep(ctx, tx, asked, said.message.id, heard, turn, found);
  await keepState(ctx, tx, conversation.id, turn);
  if (turn.act.act === 'hand_off')
    await giveToPeople(ctx, tx, said.conversation, {
      because: turn.act.because,
      teamId: teamId ?? null,
      messageId: asked.messageId,
      lacksMail: lacksMail ?? false,
    });
  if (turn.act.act === 'resolve') await resolveByBot(ctx, tx, said.conversation);
}

/** A turn, its words, what they rest on, the team that a flow hands over to, and whether it does so because no code could be sent. */
type Spoken = { turn: BotTurn; words: BotMessage; found: Found | null; teamId?: string | null; lacksMail?: boolean };
type Scene = { asked: Asked; heard: Heard; sources: BotSources; gathered: Gathered };

/** A person first, then the flow under way or one that begins, then the ordinary answer. @throws Lacking */
async function turnInWords(ctx: Ctx, tx: Tx, conversation: ConversationRow, scene: Scene): Promise<Spoken> {
  const { asked, heard, sources, gathered } = scene;
  const state = await botState(tx, ctx.viewer.workspaceId, conversation.id);
  const found = heard.kind === 'said' ? (gathered.found.get(heard.text) ?? null) : null;
  const person = turnToPerson(state, heard);
  if (person) return inWords(ctx, tx, conversation, state, person, found, sources);
  const flow = await flowTurn(ctx, tx, conversation, asked, heard, scene);
  if (flow) return flowInWords(ctx, tx, conversation, state, flow, scene);
  const turn = takeTurn(state, heard.kind === 'said' ? { ...heard, found: foundFor(heard.text, gathered) } : heard);
  const instead = turn.act.act === 'quote' && (await flowInsteadOfArticle(ctx, tx, conversation, asked, turn.act.articleId, scene));
  if (instead) return flowInWords(ctx, tx, conversation, state, instead, scene);
  return inWords(ctx, tx, conversation, state, turn, found, sources);
}

/** @throws Lacking */
function foundFor(question: string, { found }: Gathered): Found {
  const known = found.get(question);
  if (!known) throw new Lacking({ kind: 'find', key: `find ${question}`, question });
  return known;
}

async function inWords(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  state: BotState,
  turn: BotTurn,
  found: Found | null,
  sources: BotSources,
): Promise<Spoken> {
  const words = await wordsOf(ctx, tx, conversation, turn.act, found, sources);
  if (words) return { turn, words, found };
  const instead = withoutArticle(state);
  return { turn: instead, words: (await wordsOf(ctx, tx, conversation, instead.act, found, sources))!, found };
}

/** What a flow says, and after it what the bot itself has to: an article, or when people will answer. */
async function flowInWords(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  state: BotState,
  { flowId, turn: { said, next } }: TakenTurn,
  { sources, gathered }: Scene,
): Promise<Spoken> {
  const own = flowMessage(flowId, said);
  if (next.kind === 'answer') {
    const found = foundFor(next.question, gathered);
    const spoken = await inWords(ctx, tx, conversation, state, afterQuestion(state, found), found, sources);
    return { ...spoken, words: together(own, spoken.words) };
  }
  if (next.kind === 'hand_off') {
    // The place in the queue is that in the line of the team it goes to.
    const going = { ...conversation, assignee_team_id: next.teamId ?? conversation.assignee_team_id };
    const spoken = await inWords(ctx, tx, going, state, handOffByFlow(state), null, sources);
    return { ...spoken, words: together(own, spoken.words), teamId: next.teamId, lacksMail: next.because === 'mail_not_set_up' };
  }
  const silent = own.text === '' ? wordsFor(conversation.locale)(next.kind === 'end' ? 'flow.ended' : 'flow.again.text') : own.text;
  return { turn: afterFlow(state), words: { ...own, text: silent }, found: null };
}

/** Null for an article that is not published any more, and for a flow, which brings its own words. */
async function wordsOf(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  act: BotAct,
  found: Found | null,
  sources: BotSources,
): Promise<BotMessage | null> {
  if (act.act === 'flow') return null;
  if (act.act === 'quote') return quoteAnswer(ctx, tx, conversation, act.articleId, found, sources);
  const { workspaceId } = ctx.viewer;
  const { locale, customer_id } = conversation;
  const say = wordsFor(locale);
  if (act.act !== 'hand_off') return messageFor(act, say);
  // Who writes over a platform of their own reads the answer there; a browser is closed and gone.
  const address = await tx
    .selectFrom('identities')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('customer_id', '=', customer_id)
    .where('kind', 'not in', ['visitor', 'external', 'phone'])
    .executeTakeFirst();
  const [hours, queue] = [await sources.hours(ctx, tx, conversation.inbox_id, locale), await sources.queue(ctx, tx, conversation)];
  return handOffMessage(act.because, say, hours, address !== undefined, queue);
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
  flow: 'flow',
  resolve: 'resolve',
  hand_off: 'handoff',
};

async function keepStep(
  ctx: Ctx,
  tx: Tx,
  asked: Asked,
  messageId: string,
  heard: Heard,
  turn: BotTurn,
  found: Found | null,
): Promise<void> {
  const query = heard.kind === 'said' ? heard.text : `[${heard.choice.kind}]`;
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
      decision: turn.because === 'flow' && turn.act.act !== 'hand_off' ? 'flow' : DECISIONS[turn.act.act],
      because: turn.because,
      confidence: found?.confidence ?? null,
      correct: found?.figures?.correct ?? null,
      in_scope: found?.figures?.inScope ?? null,
      candidates: JSON.stringify(found?.candidates ?? []),
      unanswered: turn.unanswered && heard.kind === 'said',
      dismissed_at: null,
      composed: turn.act.act === 'quote' && found?.composed ? JSON.stringify(found.composed.trace) : null,
    })
    .execute();
  if (turn.unanswered && heard.kind === 'pressed') await markLastQuestionUnanswered(ctx, tx, asked.conversationId);
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
