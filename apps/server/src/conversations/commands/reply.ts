import type { Mention } from '@madoguchi/contract/messages.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { attachTo } from '../attachments/attachments.commands.ts';
import {
  answeredMeanwhile,
  conversationIsSpam,
  conversationMerged,
  lineRefused,
  messageEmpty,
  schedulePast,
} from '../conversations.errors.ts';
import { conversationAssigned, conversationHandedOff, conversationLineAdded, messageHeld, noteAdded } from '../conversations.events.ts';
import { approvalFor, mayBeResolved } from '../conversations.gates.ts';
import { previewOf, unseenAnswers } from '../conversations.rules.ts';
import type { ConversationRow, MessageRow, ThenStatus } from '../conversations.types.ts';
import { followMentioned } from '../followers/followers.commands.ts';
import { mentionsThatStand } from '../followers/mentions.queries.ts';
import { changeConversation, holderOf, lockConversation, messageByExternalId, subjectsOf } from './lock.ts';
import { release } from './release.ts';
import { writeMessage } from './write-message.ts';

export type Reply = {
  text: string;
  attachmentIds: string[];
  seenSeq: number;
  thenStatus: ThenStatus;
  /** Articles whose words the agent put in. */
  articleIds?: string[];
  /** The line it goes out on, when that is another than the one in use. */
  threadId?: string;
  /** When it goes out, instead of after the undo period. */
  sendAt?: Date;
  /** Only if the customer does not write until then. */
  unlessReply?: boolean;
  idempotencyKey: string;
};

/** Nobody plans further ahead; what is put off for years is forgotten. */
const FURTHEST_MS = 366 * 86_400_000;

/** The job that ends an undo period. */
export const RELEASE_TASK = 'conversations.release';

/**
 * An agent answers the customer: kept at once, held for the undo period, then released. An agent who answers takes the conversation:
 * from the bot, and when nobody has it. Idempotent by (agent, idempotencyKey).
 * @param undoSeconds 0 sends at once
 * @param present how messages are told to the agent who is stopped
 * @throws conversationIsSpam · conversationMerged · lineRefused · answeredMeanwhile when somebody answered after seenSeq, with what they said · messageEmpty · schedulePast · attachmentGone · notFound
 */
export async function replyAsAgent(
  ctx: Ctx,
  conversationId: string,
  reply: Reply,
  undoSeconds: number,
  present: (tx: Tx, rows: MessageRow[]) => Promise<unknown[]>,
): Promise<MessageRow> {
  return ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, conversationId);
    return replyLocked(ctx, tx, conversation, reply, undoSeconds, present);
  });
}

/** The same for a conversation that the caller has locked. Refused, it has written nothing but, perhaps, rows of files. */
export async function replyLocked(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  reply: Reply,
  undoSeconds: number,
  present: (tx: Tx, rows: MessageRow[]) => Promise<unknown[]>,
): Promise<MessageRow> {
  if (reply.text.trim() === '' && reply.attachmentIds.length === 0) throw messageEmpty();
  const ahead = reply.sendAt && reply.sendAt.getTime() - ctx.clock.now().getTime();
  if (ahead !== undefined && (ahead <= 0 || ahead > FURTHEST_MS)) throw schedulePast();
  const conversationId = conversation.id;
  const externalId = `agent:${ctx.actor.id}:${conversationId}:${reply.idempotencyKey}`;
  const repeated = await messageByExternalId(ctx, tx, conversation.inbox_id, externalId);
  if (repeated) return repeated;
  if (conversation.turn === 'spam') throw conversationIsSpam();
  if (conversation.merged_into) throw conversationMerged({ into: conversation.merged_into });

  const unseen = unseenAnswers((await messagesAfter(ctx, tx, conversationId, reply.seenSeq)).map(withAuthorKind), reply.seenSeq);
  if (unseen.length > 0) throw answeredMeanwhile({ answered: await present(tx, unseen) });

  if (reply.thenStatus === 'resolved') await mayBeResolved(ctx, tx, conversation);
  const approval = await approvalFor(ctx, tx, conversation, reply.text);

  const on = reply.threadId ? await lineOfCustomer(ctx, tx, conversation, reply.threadId) : conversation;
  const now = ctx.clock.now();
  const heldUntil = reply.sendAt ?? (approval ? undefined : new Date(now.getTime() + undoSeconds * 1000));
  const scheduled = reply.sendAt !== undefined;
  const message = await writeMessage(ctx, tx, on, {
    kind: 'message',
    authorKind: 'agent',
    text: reply.text,
    externalId,
    delivery: 'held',
    awaitsApproval: approval !== null,
    ...(heldUntil ? { heldUntil } : {}),
    thenStatus: reply.thenStatus,
    scheduled,
    unlessReply: scheduled && reply.unlessReply === true,
    articleIds: reply.articleIds,
  });
  await attachTo(ctx, tx, message.id, reply.attachmentIds);
  const taken = await takeByActing(ctx, tx, conversation, {
    last_seq: message.seq,
    agent_seen_seq: message.seq,
    // What is for later is not the last word yet.
    ...(scheduled || approval
      ? {}
      : { last_activity_at: now, preview: previewOf(reply.text, reply.attachmentIds.length), preview_author: 'agent' }),
    thread_id: on.thread_id,
    channel: on.channel,
  });
  if (on.thread_id !== conversation.thread_id) await continueOn(ctx, tx, on);
  await ctx.append(tx, messageHeld({ messageId: message.id, seq: message.seq }), subjectsOf(conversation));
  if (approval) {
    await approval.ask(message);
    return message;
  }
  if (undoSeconds === 0 && !scheduled) return release(ctx, tx, taken, message);
  await enqueue(tx, ctx, RELEASE_TASK, { messageId: message.id }, { runAt: heldUntil ?? now, key: `release:${message.id}` });
  return message;
}

/** The conversation as it goes on over another line of its customer. @throws lineRefused for a line that is not theirs, or cannot be written to */
async function lineOfCustomer(ctx: Ctx, tx: Tx, conversation: ConversationRow, threadId: string): Promise<ConversationRow> {
  const line = await tx
    .selectFrom('threads as t')
    .innerJoin('inboxes as i', (join) => join.onRef('i.workspace_id', '=', 't.workspace_id').onRef('i.id', '=', 't.inbox_id'))
    .select(['t.id', 'i.channel'])
    .where('t.workspace_id', '=', ctx.viewer.workspaceId)
    .where('t.id', '=', threadId)
    .where('t.customer_id', '=', conversation.customer_id)
    .where('t.reachable', '=', true)
    .where('i.removed_at', 'is', null)
    .executeTakeFirst();
  if (!line) throw lineRefused();
  return { ...conversation, thread_id: line.id, channel: line.channel };
}

/** What the customer writes on that line from now on belongs to this conversation. */
async function continueOn(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<void> {
  await tx
    .updateTable('threads')
    .set({ latest_conversation_id: conversation.id })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', conversation.thread_id)
    .execute();
  await ctx.append(
    tx,
    conversationLineAdded({ threadId: conversation.thread_id, channel: conversation.channel }),
    subjectsOf(conversation),
  );
}

const withAuthorKind = (row: MessageRow) => ({ ...row, authorKind: row.author_kind });

function messagesAfter(ctx: Ctx, tx: Tx, conversationId: string, seq: number): Promise<MessageRow[]> {
  return tx
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute();
}

export type Note = Pick<Reply, 'text' | 'attachmentIds' | 'idempotencyKey'> & { mentions?: readonly Mention[] };

/** An agent writes for colleagues only; whom they name follows from then on. Idempotent by (agent, idempotencyKey). @throws messageEmpty · attachmentGone · notFound */
export async function addNote(ctx: Ctx, conversationId: string, note: Note): Promise<MessageRow> {
  return ctx.transaction(async (tx) => addNoteLocked(ctx, tx, await lockConversation(ctx, tx, conversationId), note));
}

/** The same in a conversation that the caller has locked. */
export async function addNoteLocked(ctx: Ctx, tx: Tx, conversation: ConversationRow, note: Note): Promise<MessageRow> {
  if (note.text.trim() === '' && note.attachmentIds.length === 0) throw messageEmpty();
  const externalId = `note:${ctx.actor.id}:${conversation.id}:${note.idempotencyKey}`;
  const repeated = await messageByExternalId(ctx, tx, conversation.inbox_id, externalId);
  if (repeated) return repeated;
  const mentions = await mentionsThatStand(ctx, tx, note.text, note.mentions ?? []);
  const message = await writeMessage(ctx, tx, conversation, {
    kind: 'note',
    authorKind: 'agent',
    text: note.text,
    mentions,
    externalId,
    delivery: 'sent',
  });
  await attachTo(ctx, tx, message.id, note.attachmentIds);
  await changeConversation(ctx, tx, conversation.id, { last_seq: message.seq });
  await ctx.append(tx, noteAdded({ messageId: message.id, seq: message.seq }), subjectsOf(conversation));
  await followMentioned(ctx, tx, conversation, mentions);
  return message;
}

/** Applies `change` and, where the bot or nobody had the conversation, makes the acting agent its assignee. An API key takes nothing. */
async function takeByActing(ctx: Ctx, tx: Tx, conversation: ConversationRow, change: Partial<ConversationRow>): Promise<ConversationRow> {
  const takes = ctx.actor.kind === 'agent' && conversation.assignee_agent_id === null;
  const { turn: _derived, ...columns } = change;
  const changed = await changeConversation(ctx, tx, conversation.id, {
    ...columns,
    handled_by: 'human',
    agent_acted_at: conversation.agent_acted_at ?? ctx.clock.now(),
    agent_name: ctx.actor.name,
    ...(takes ? { assignee_agent_id: ctx.actor.id } : {}),
  });
  if (conversation.handled_by === 'bot')
    await ctx.append(tx, conversationHandedOff({ because: 'agent_replied' }), subjectsOf(conversation));
  if (takes) {
    const assigned = {
      agentId: ctx.actor.id,
      agentName: ctx.actor.name,
      teamId: conversation.assignee_team_id,
      teamName: null,
      from: holderOf(conversation),
    };
    await ctx.append(tx, conversationAssigned(assigned), subjectsOf(conversation));
  }
  return changed;
}
