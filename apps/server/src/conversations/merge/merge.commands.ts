import type { Status } from '@madoguchi/contract/conversations.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import { changeConversation, lockConversation, subjectsOf } from '../commands/lock.ts';
import { mergeRefused } from '../conversations.errors.ts';
import { conversationHandedOff, conversationMerged, conversationReopened } from '../conversations.events.ts';
import type { ConversationRow } from '../conversations.types.ts';
import { imageOf } from './image.rules.ts';
import { afterMerge } from './merge.rules.ts';

/** What of the one that goes on a merge may change. */
export const MERGE_TOUCHES = ['turn', 'assignee', 'activity', 'line'] as const;

/**
 * Says that another conversation is the same matter as this one: from now on it goes on here. Its words stay where they were said, behind a
 * pointer; its lines lead here, except those of another customer, who must not read what this one wrote. Merged already: nothing happens.
 * @param across they may be of two customers, who are one person or of one organization
 * @returns the merge, by which it can be taken back
 * @throws mergeRefused · notFound
 */
export async function mergeConversations(ctx: Ctx, intoId: string, otherId: string, across = false): Promise<string> {
  return ctx.transaction(async (tx) => {
    // Everybody takes the locks of two conversations in one order.
    const locked = new Map<string, ConversationRow>();
    for (const id of [intoId, otherId].sort()) locked.set(id, await lockConversation(ctx, tx, id));
    if (intoId === otherId) throw mergeRefused();
    const into = locked.get(intoId)!;
    const other = locked.get(otherId)!;
    if (other.merged_into === into.id) return standingMerge(ctx, tx, other.id);
    if (into.merged_into || other.merged_into || into.turn === 'spam' || other.turn === 'spam') throw mergeRefused();
    if (into.customer_id !== other.customer_id && !(await mayBeOne(ctx, tx, into, other, across))) throw mergeRefused();

    const lines = await tx
      .updateTable('threads')
      .set({ latest_conversation_id: into.id })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('latest_conversation_id', '=', other.id)
      .where('customer_id', '=', into.customer_id)
      .returning('id')
      .execute();
    await changeConversation(ctx, tx, other.id, { merged_into: into.id });
    const changed = await changeConversation(ctx, tx, into.id, afterMerge(into, other));
    const mergeId = newId('cmg');
    await tx
      .insertInto('conversation_merges')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id: mergeId,
        conversation_id: other.id,
        into_id: into.id,
        into_seq: into.last_seq,
        lines: lines.map(({ id }) => id),
        before: JSON.stringify(imageOf(into, MERGE_TOUCHES)),
        after: JSON.stringify(imageOf(changed, MERGE_TOUCHES)),
        merged_by: ctx.actor.name,
        merged_at: ctx.clock.now(),
        undone_by: null,
        undone_at: null,
      })
      .execute();
    const told = { mergeId, from: other.id, fromNumber: other.number, to: into.id, toNumber: into.number };
    await ctx.append(tx, conversationMerged({ ...told, kept: false }), subjectsOf(other));
    await ctx.append(tx, conversationMerged({ ...told, kept: true }), subjectsOf(into));
    if (changed.handled_by !== into.handled_by) await ctx.append(tx, conversationHandedOff({ because: 'merged' }), subjectsOf(into));
    if (changed.status !== into.status)
      await ctx.append(tx, conversationReopened({ from: into.status as Status, because: 'merged' }), subjectsOf(into));
    return mergeId;
  });
}

async function standingMerge(ctx: Ctx, tx: Tx, conversationId: string): Promise<string> {
  const row = await tx
    .selectFrom('conversation_merges')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  // What was put back after a split stands behind a pointer, too, and no merge.
  if (!row) throw mergeRefused();
  return row.id;
}

/** One person under two customers, or two of one organization where somebody asked for it. */
async function mayBeOne(ctx: Ctx, tx: Tx, a: ConversationRow, b: ConversationRow, across: boolean): Promise<boolean> {
  const { rows } = await sql<{ persons: number; organizations: number; known: number }>`
    select count(distinct c.person_id)::int as persons, count(distinct p.organization_id)::int as organizations,
      count(p.organization_id)::int as known
    from customers c join customers p on p.workspace_id = c.workspace_id and p.id = c.person_id
    where c.workspace_id = ${ctx.viewer.workspaceId} and c.id in (${a.customer_id}, ${b.customer_id})`.execute(tx);
  const { persons, organizations, known } = rows[0]!;
  return persons === 1 || (across && organizations === 1 && known === 2);
}
