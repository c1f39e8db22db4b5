import { type Selectable, sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { changeConversation, lockConversation, subjectsOf } from '../commands/lock.ts';
import { conversationUnmerged } from '../conversations.events.ts';
import { previewOf } from '../conversations.rules.ts';
import type { ConversationRow, MessageRow } from '../conversations.types.ts';
import { columnsOf, type Image, imageOf, sameIn } from './image.rules.ts';
import { MERGE_TOUCHES } from './merge.commands.ts';
import { turnAfter } from './merge.rules.ts';
import type { ConversationMergesTable } from './merge.tables.ts';
import { putMessages, saidIn } from './put-messages.ts';
import { lastSaid, rechain, standingInto } from './rechain.ts';

type Merge = Selectable<ConversationMergesTable>;

/**
 * Takes a merge back: the one that went away is where it was, with its lines and with what was said over them meanwhile; the one that went on is
 * as it was before, as far as nobody has changed it since. What it went on in may have gone on in a third one: nothing of that is undone but
 * what came of this merge. Taken back already: nothing happens.
 * @returns the conversation that stands again
 * @throws notFound
 */
export async function undoConversationMerge(ctx: Ctx, mergeId: string): Promise<string> {
  return ctx.transaction(async (tx) => {
    const { conversation_id } = await mergeById(ctx, tx, mergeId);
    const path = await pathFrom(ctx, tx, conversation_id);
    const rows = new Map<string, ConversationRow>();
    for (const id of [...new Set([conversation_id, ...path.map(({ into_id }) => into_id)])].sort())
      rows.set(id, await lockConversation(ctx, tx, id));
    const merge = await mergeById(ctx, tx, mergeId);
    if (merge.undone_at || path[0]?.id !== mergeId) return conversation_id;

    const own = rows.get(conversation_id)!;
    const gone = await takeMessages(ctx, tx, own, merge, path);
    await tx
      .updateTable('threads')
      .set({ latest_conversation_id: own.id })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', sql<string>`any(${merge.lines})`)
      .where('latest_conversation_id', '=', path.at(-1)!.into_id)
      .execute();
    await changeConversation(ctx, tx, own.id, { merged_into: null, ...stands(own, gone) });
    const into = rows.get(merge.into_id)!;
    const back = await asBefore(ctx, tx, into, merge, gone);
    if (Object.keys(back).length > 0) await changeConversation(ctx, tx, into.id, back);
    for (const later of path.slice(1)) await leftBehind(ctx, tx, rows.get(later.into_id)!, later, merge.lines, gone);
    await tx
      .updateTable('conversation_merges')
      .set({ undone_at: ctx.clock.now(), undone_by: ctx.actor.name })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', mergeId)
      .execute();
    const told = { mergeId, from: own.id, fromNumber: own.number, to: into.id, toNumber: into.number, messages: gone.length };
    await ctx.append(tx, conversationUnmerged({ ...told, kept: false }), subjectsOf(own));
    await ctx.append(tx, conversationUnmerged({ ...told, kept: true }), subjectsOf(into));
    return own.id;
  });
}

async function mergeById(ctx: Ctx, tx: Tx, id: string): Promise<Merge> {
  const row = await tx
    .selectFrom('conversation_merges')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** The standing merges from a conversation on, up to the one that stands for itself. */
async function pathFrom(ctx: Ctx, tx: Tx, conversationId: string): Promise<Merge[]> {
  const path: Merge[] = [];
  for (let id = conversationId; ; ) {
    const next = await tx
      .selectFrom('conversation_merges')
      .selectAll()
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('conversation_id', '=', id)
      .where('undone_at', 'is', null)
      .executeTakeFirst();
    if (!next) return path;
    path.push(next);
    id = next.into_id;
  }
}

/** Takes what was said over a merge's lines since out of every conversation they led to, in the order it was said. */
async function takeMessages(ctx: Ctx, tx: Tx, own: ConversationRow, merge: Merge, path: readonly Merge[]): Promise<MessageRow[]> {
  const found: MessageRow[] = [];
  for (const step of path) {
    const lines = step.lines.filter((line) => merge.lines.includes(line));
    if (lines.length === 0) continue;
    found.push(
      ...(await tx
        .selectFrom('messages')
        .selectAll()
        .where('workspace_id', '=', ctx.viewer.workspaceId)
        .where('conversation_id', '=', step.into_id)
        .where('kind', '=', 'message')
        .where('thread_id', 'in', lines)
        .where('seq', '>', step.into_seq)
        .orderBy('seq')
        .execute()),
    );
    // They are this one's again: when the later merge is taken back, too, they have nothing to do with it.
    if (step.id !== merge.id)
      await tx
        .updateTable('conversation_merges')
        .set({ lines: step.lines.filter((line) => !merge.lines.includes(line)) })
        .where('workspace_id', '=', ctx.viewer.workspaceId)
        .where('id', '=', step.id)
        .execute();
  }
  await putMessages(
    ctx,
    tx,
    own,
    found.map(({ id }, i) => ({ id, seq: own.last_seq + 1 + i })),
  );
  return found;
}

/** How the one that went away stands with what came meanwhile. */
function stands(own: ConversationRow, came: readonly MessageRow[]): Partial<ConversationRow> {
  const shown = came.filter(({ delivery }) => delivery !== 'withdrawn');
  const turn = turnAfter(shown);
  if (!turn) return { last_seq: own.last_seq + came.length };
  const read = came.findLastIndex(({ author_kind }) => author_kind === 'customer');
  return {
    last_seq: own.last_seq + came.length,
    ...(read >= 0 ? { customer_seen_seq: own.last_seq + 1 + read } : {}),
    ...turn,
    ...(turn.status === 'open' && own.status === 'open' ? { waiting_since: own.waiting_since ?? turn.waiting_since } : {}),
    resolved_at: null,
    ...lastSaid(shown),
  };
}

/** Of the one that went on: what the merge changed, where nobody has changed it since. What only the messages that go had changed goes, too. */
async function asBefore(
  ctx: Ctx,
  tx: Tx,
  into: ConversationRow,
  merge: Merge,
  gone: readonly MessageRow[],
): Promise<Partial<ConversationRow>> {
  const left = await saidIn(ctx, tx, into.id);
  const { was, without } = await rechain(ctx, tx, into, merge, { gone, left });
  const now = imageOf(into, MERGE_TOUCHES);
  const untouched = MERGE_TOUCHES.filter((group) => sameIn(group, was, now));
  if (gone.length === 0) return withOwnWord(columnsOf(without, untouched), into, left);
  const since = left.filter(({ seq }) => seq > merge.into_seq);
  if (since.length === 0 && !(await wasTreated(ctx, tx, into.id, merge.merged_at)))
    return withOwnWord(columnsOf(without, MERGE_TOUCHES), into, left);
  return { ...columnsOf(without, ['activity', 'line']), ...lastSaid(since) };
}

/** What an image shows as the last word may have gone where another merge, taken back in between, put it: then the last one that is left is shown. */
function withOwnWord(back: Partial<ConversationRow>, into: ConversationRow, left: readonly MessageRow[]): Partial<ConversationRow> {
  const shown = back.preview ?? into.preview;
  if (shown === '📎' || left.length === 0 || left.some(({ text }) => previewOf(text, 0) === shown)) return back;
  const { last_activity_at, preview, preview_author } = lastSaid(left);
  return { ...back, last_activity_at, preview, preview_author };
}

/** Whether anybody decided anything about it since, besides answering. */
async function wasTreated(ctx: Ctx, tx: Tx, conversationId: string, since: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('events')
    .select('position')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('at', '>=', since)
    .where('actor_kind', '=', 'agent')
    .where('name', 'in', ['conversation.resolved', 'conversation.closed', 'conversation.assigned', 'conversation.snoozed'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A later one that the lines had led to: its last word is what is left there. */
async function leftBehind(
  ctx: Ctx,
  tx: Tx,
  into: ConversationRow,
  merge: Merge,
  lines: string[],
  gone: readonly MessageRow[],
): Promise<void> {
  if (!gone.some(({ conversation_id }) => conversation_id === into.id)) return;
  const left = await saidIn(ctx, tx, into.id);
  const untouched = !left.some(({ seq }) => seq > merge.into_seq) && !(await wasTreated(ctx, tx, into.id, merge.merged_at));
  const standing = await standingInto(ctx, tx, into.id);
  const { thread_id: _line, channel: _channel, ...word } = lastSaid(left);
  const back = {
    ...word,
    ...(lines.includes(into.thread_id) ? columnsOf(merge.before as Image, ['line']) : {}),
    ...(untouched ? columnsOf((standing.at(-1) ?? merge).after as Image, ['turn', 'assignee', 'activity']) : {}),
  };
  if (Object.keys(back).length > 0) await changeConversation(ctx, tx, into.id, back);
}
