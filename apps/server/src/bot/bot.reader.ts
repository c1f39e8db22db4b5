import type { Block, Choice } from '@madoguchi/contract/messages.ts';
import { noteAsBot } from '../conversations/commands/bot.ts';
import { lockConversation } from '../conversations/commands/lock.ts';
import {
  conversationClosed,
  conversationHandedOff,
  conversationResolved,
  conversationUnmarkedSpam,
  messageReceived,
} from '../conversations/conversations.events.ts';
import { messagesById } from '../conversations/queries/read.ts';
import { codeUndelivered } from '../customers/customers.events.ts';
import { endFlow } from '../flows/run/runs.commands.ts';
import { hasRun } from '../flows/run/runs.queries.ts';
import type { Ctx } from '../platform/ctx.ts';
import { type Handler, type Reader, reader } from '../platform/event-log/reader.ts';
import { answerMessage, type BotSources } from './bot.commands.ts';
import { turnToPerson } from './bot.rules.ts';
import { type Asked, FIRST_STATE, type Found, type Heard } from './bot.types.ts';
import { looksLikeFlows } from './flow/flow-turn.ts';
import { type Gathering, gather, nothingGathered } from './flow/gathered.ts';
import { waitsForLookUp } from './flow/look-ups.queries.ts';
import { tellUndelivered } from './flow/undelivered.ts';
import { wordsOf } from './sticker.rules.ts';

type Sources = BotSources &
  Gathering & {
    /** Leaves a question to whoever takes longer than the others should wait; true when it was left. */
    leave?: (ctx: Ctx, asked: Asked, found: Found) => Promise<boolean>;
    /** The same for a turn that needs another server. */
    leaveToLookUps?: (ctx: Ctx, asked: Asked, heard: Heard) => Promise<void>;
  };

/** More than one turn can need; beyond it something is wrong with the flow, and not with the message. */
const MOST_ROUNDS = 20;

/**
 * Answers what customers write while the bot has the conversation. Looks for an answer before the lock, so nobody waits for the search.
 * A flow under way ends with the bot's part of the conversation.
 */
export const botReader = (sources: Sources): Reader => {
  const hear = async (ctx: Ctx, conversationId: string, messageId: string, choice: Choice | null) => {
    const scene = await sceneOf(ctx, conversationId, messageId);
    if (!scene) return;
    const { asked, waits } = scene;
    const heard: Heard = choice ? { kind: 'pressed', choice } : { kind: 'said', text: asked.text };
    // Who wants a person waits for nothing.
    if (waits && sources.leaveToLookUps && !turnToPerson(FIRST_STATE, heard)) await sources.leaveToLookUps(ctx, asked, heard);
    else await answer(ctx, asked, heard, sources, scene);
  };
  return reader('bot', {
    [messageReceived.factName]: async (ctx, fact) => {
      const { messageId, choice, handledBy } = fact.data as ReturnType<typeof messageReceived>['data'];
      if (handledBy === 'bot') await hear(ctx, fact.conversation_id!, messageId, choice);
    },
    // What was taken for spam, and is none: the customer waits since their last word.
    [conversationUnmarkedSpam.factName]: async (ctx, { conversation_id }) => {
      const messageId = conversation_id && (await lastWordOf(ctx, conversation_id));
      if (messageId) await hear(ctx, conversation_id, messageId, null);
    },
    [codeUndelivered.factName]: (ctx, fact) => tellUndelivered(ctx, fact, sources.codes),
    [conversationHandedOff.factName]: flowEnds,
    [conversationResolved.factName]: flowEnds,
    [conversationClosed.factName]: flowEnds,
  });
};

/** The last message of an open conversation, if it is the customer's. */
async function lastWordOf(ctx: Ctx, conversationId: string): Promise<string | null> {
  const { workspaceId } = ctx.viewer;
  return ctx.transaction(async (tx) => {
    const last = await tx
      .selectFrom('messages as m')
      .innerJoin('conversations as c', (join) =>
        join.onRef('c.workspace_id', '=', 'm.workspace_id').onRef('c.id', '=', 'm.conversation_id'),
      )
      .select(['m.id', 'm.author_kind'])
      .where('m.workspace_id', '=', workspaceId)
      .where('m.conversation_id', '=', conversationId)
      .where('m.kind', '=', 'message')
      .where('c.status', '=', 'open')
      .orderBy('m.seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    return last?.author_kind === 'customer' ? last.id : null;
  });
}

/** The message as it lies there; null once people have the conversation. `waits`: behind one that waits for a look-up. */
async function sceneOf(ctx: Ctx, conversationId: string, messageId: string) {
  const { workspaceId } = ctx.viewer;
  return ctx.transaction(async (tx) => {
    const conversation = await tx
      .selectFrom('conversations')
      .select(['id', 'handled_by', 'turn', 'page', 'channel'])
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', conversationId)
      .executeTakeFirst();
    if (conversation?.handled_by !== 'bot' || conversation.turn === 'spam') return null;
    const [message] = await messagesById(tx, workspaceId, [messageId]);
    const text = message ? wordsOf({ text: message.text, blocks: message.blocks as Block[] }) : null;
    if (!message || text === null) return null;
    const asked: Asked = { conversationId, messageId, seq: message.seq, text, inboxId: message.inbox_id };
    return {
      asked,
      isFlows: await looksLikeFlows(tx, workspaceId, conversation, asked),
      waits: await waitsForLookUp(tx, workspaceId, conversationId),
    };
  });
}

/** Takes the bot's turn, fetching whatever it turns out to need. `isFlows`: no answer need be looked for before it is asked for. */
export async function answer(ctx: Ctx, asked: Asked, heard: Heard, sources: Sources, { isFlows }: { isFlows: boolean }): Promise<void> {
  const gathered = nothingGathered();
  if (heard.kind === 'said' && !isFlows) {
    const found = await sources.find(ctx, heard.text, asked.inboxId);
    if (await sources.leave?.(ctx, asked, found)) return;
    gathered.found.set(heard.text, found);
  }
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    const need = await answerMessage(ctx, asked, heard, sources, gathered);
    if (!need) return;
    if (need.kind === 'look_up' && sources.leaveToLookUps) return sources.leaveToLookUps(ctx, asked, heard);
    await gather(ctx, need, asked, sources, gathered);
  }
  throw new Error(`the turn for ${asked.messageId} needs no end of things`);
}

/** A flow under way ends. An agent who took over in the middle of it reads what it collected; the bot tells that itself when it hands over. */
const flowEnds: Handler = async (ctx, { conversation_id, data }) => {
  if (!conversation_id) return;
  const tookOver = String((data as { because?: string }).because).startsWith('agent_');
  await ctx.transaction(async (tx) => {
    if (!(await hasRun(tx, ctx.viewer.workspaceId, conversation_id, { running: false }))) return;
    const conversation = await lockConversation(ctx, tx, conversation_id);
    const ended = await endFlow(ctx, tx, conversation);
    if (tookOver && ended?.collected) await noteAsBot(ctx, tx, conversation, { text: ended.collected, externalId: `flow:${ended.runId}` });
  });
};
