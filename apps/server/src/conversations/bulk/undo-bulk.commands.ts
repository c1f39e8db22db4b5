import type { Priority, Status } from '@madoguchi/contract/conversations.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Fact } from '../../platform/event-log/fact.ts';
import { notFound, Refusal } from '../../platform/http/refusal.ts';
import { changeConversation, holderOf, keepInHand, lockConversation, subjectsOf } from '../commands/lock.ts';
import { statusFact } from '../commands/manage.ts';
import { withdrawIn } from '../commands/release.ts';
import {
  conversationAssigned,
  conversationPrioritized,
  conversationRenamed,
  conversationSnoozed,
  conversationTagged,
  conversationUnmarkedSpam,
  conversationWoken,
} from '../conversations.events.ts';
import type { ConversationRow } from '../conversations.types.ts';
import { changedBy, columnsOf, imageOf, sameIn } from '../merge/image.rules.ts';
import { undoConversationMerge } from '../merge/undo-merge.commands.ts';
import { wakeAt } from '../snooze/snooze.commands.ts';
import { BULK_TOUCHES, type BulkItem } from './bulk.commands.ts';

/** reply_sent: all but a reply, which is out already, and whose turn it is. */
type Undone = { id: string; outcome: 'undone' | 'changed_since' | 'reply_sent' };

/**
 * Takes an action on many back, for whoever did it. A conversation in which what was done has been changed since, by whomever, is left as it is.
 * A second time it changes nothing. @throws notFound for another agent's
 */
export async function undoBulk(ctx: Ctx, bulkId: string): Promise<Undone[]> {
  const items = await ctx.transaction(async (tx) => {
    const row = await tx
      .updateTable('bulk_actions')
      .set({ undone_at: ctx.clock.now() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', bulkId)
      .where('agent_id', '=', ctx.actor.id)
      .returning('items')
      .executeTakeFirst();
    if (!row) throw notFound();
    return row.items as BulkItem[];
  });
  const outcomes: Undone[] = [];
  for (const item of items) {
    if ('mergeId' in item) {
      await undoConversationMerge(ctx, item.mergeId);
      outcomes.push({ id: item.id, outcome: 'undone' });
    } else outcomes.push({ id: item.id, outcome: await takeItemBack(ctx, item) });
  }
  return outcomes;
}

/**
 * Takes back what was done to one conversation, with the replies that are still held. What has been changed since is left as it is. A second time
 * it changes nothing. @throws notFound
 */
export const takeItemBack = (
  ctx: Ctx,
  { id, before, after, replies = [] }: Exclude<BulkItem, { mergeId: string }>,
): Promise<Undone['outcome']> =>
  ctx.transaction(async (tx) => {
    // Who gave it away in that action saw it then, and may take that back.
    await keepInHand(ctx, tx, id);
    const conversation = await lockConversation(ctx, tx, id);
    const isOut = await withdrawHeld(ctx, tx, replies);
    const now = imageOf(conversation, BULK_TOUCHES);
    // Whose turn it is after an answer that the customer has, the answer decides.
    const groups = changedBy(before, after).filter((group) => !isOut || group !== 'turn');
    const done = isOut ? 'reply_sent' : 'undone';
    if (groups.every((group) => sameIn(group, before, now))) return done;
    if (conversation.merged_into || !groups.every((group) => sameIn(group, after, now))) return 'changed_since';
    const back = await changeConversation(ctx, tx, id, columnsOf(before, groups));
    await ctx.append(tx, await factsOfReturn(ctx, tx, conversation, back), subjectsOf(conversation));
    if (back.snoozed_until) await wakeAt(ctx, tx, id, back.snoozed_until);
    return done;
  });

/** Withdraws the replies that are still held. @returns whether one of them is out already */
async function withdrawHeld(ctx: Ctx, tx: Tx, replies: readonly string[]): Promise<boolean> {
  let isOut = false;
  for (const messageId of replies) {
    try {
      await withdrawIn(ctx, tx, messageId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      isOut = true;
    }
  }
  return isOut;
}

/** What others hear of it: the same facts as if somebody had set everything back by hand. */
async function factsOfReturn(ctx: Ctx, tx: Tx, was: ConversationRow, is: ConversationRow): Promise<Fact[]> {
  const facts: Fact[] = [];
  if (was.status !== is.status) facts.push(statusFact(was.status as Status, is.status as Status));
  if (was.assignee_agent_id !== is.assignee_agent_id || was.assignee_team_id !== is.assignee_team_id)
    facts.push(conversationAssigned({ ...(await namesOf(ctx, tx, is)), from: holderOf(was) }));
  if (JSON.stringify(was.tags) !== JSON.stringify(is.tags)) facts.push(conversationTagged({ tags: is.tags }));
  if (was.subject !== is.subject) facts.push(conversationRenamed({ subject: is.subject }));
  if (was.priority !== is.priority) facts.push(conversationPrioritized({ from: was.priority as Priority, to: is.priority as Priority }));
  if (was.turn === 'spam' && is.turn !== 'spam') facts.push(conversationUnmarkedSpam({ was: 'agent', undone: true }));
  if (was.snoozed_at && !is.snoozed_at) facts.push(conversationWoken({ because: 'agent' }));
  else if (is.snoozed_at && was.snoozed_at?.getTime() !== is.snoozed_at.getTime())
    facts.push(conversationSnoozed({ until: is.snoozed_until?.toISOString() ?? null }));
  // Somebody had taken it from nobody or from the bot, and nothing else: lists are to hear of that, too.
  return facts.length > 0 ? facts : [conversationTagged({ tags: is.tags })];
}

async function namesOf(ctx: Ctx, tx: Tx, { assignee_agent_id, assignee_team_id }: ConversationRow) {
  const named = (table: 'agents' | 'teams', id: string | null) =>
    id === null
      ? undefined
      : tx.selectFrom(table).select('name').where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', id).executeTakeFirst();
  return {
    agentId: assignee_agent_id,
    agentName: (await named('agents', assignee_agent_id))?.name ?? null,
    teamId: assignee_team_id,
    teamName: (await named('teams', assignee_team_id))?.name ?? null,
  };
}

/** Forgets what was done to the conversations of some customers: images hold subjects and tags, and what is erased is not to come back. */
export async function forgetUndo(ctx: Ctx, tx: Tx, customerIds: readonly string[]): Promise<void> {
  const { workspaceId } = ctx.viewer;
  await sql`
    update bulk_actions b set items = coalesce(
      (select jsonb_agg(i) from jsonb_array_elements(b.items) i where not exists (
        select from conversations c where c.workspace_id = ${workspaceId} and c.id = i->>'id' and c.customer_id = any(${customerIds}))), '[]')
    where b.workspace_id = ${workspaceId} and exists (
      select from jsonb_array_elements(b.items) i join conversations c on c.workspace_id = ${workspaceId} and c.id = i->>'id'
      where c.customer_id = any(${customerIds}))`.execute(tx);
}
