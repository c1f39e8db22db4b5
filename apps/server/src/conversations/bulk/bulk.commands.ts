import type { BulkAction, BulkOutcome } from '@madoguchi/contract/bulk.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { lockConversation } from '../commands/lock.ts';
import { assignLocked, setStatusLocked, setTagsLocked } from '../commands/manage.ts';
import { setPriorityLocked } from '../commands/priority.ts';
import { markSpamIn } from '../commands/spam.ts';
import type { ConversationRow } from '../conversations.types.ts';
import { changedBy, type Image, imageOf } from '../merge/image.rules.ts';
import { mergeConversations } from '../merge/merge.commands.ts';
import { snoozeLocked } from '../snooze/snooze.commands.ts';

/** What an action changed of one conversation: columns before and after, with the replies it wrote, or the merge that it was. */
export type BulkItem = { id: string; before: Image; after: Image; replies?: string[] } | { id: string; mergeId: string };

/** All that one of many may change and that can be taken back. */
export const BULK_TOUCHES = ['turn', 'assignee', 'tags', 'subject', 'priority', 'fields', 'spam'] as const;

/**
 * Does one thing to many conversations, each in a transaction of its own: what is refused for one is said of that one, and the others go on.
 * @returns by which it can be taken back (null: nothing changed), and what became of each
 */
export async function actOnMany(
  ctx: Ctx,
  ids: readonly string[],
  action: BulkAction,
): Promise<{ bulkId: string | null; outcomes: BulkOutcome[] }> {
  const items: BulkItem[] = [];
  const outcomes: BulkOutcome[] = [];
  for (const id of new Set(ids)) {
    try {
      const item = await actOnOne(ctx, id, action);
      if (item) items.push(item);
      outcomes.push({ id, outcome: item ? 'done' : 'unchanged', code: null });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes.push({ id, outcome: 'refused', code: error.code });
    }
  }
  return { bulkId: await keepForUndo(ctx, action.kind, items), outcomes };
}

/** Keeps what was done to many for whoever did it to take back. @returns the id to say so with; null when nothing changed, or for nobody */
export async function keepForUndo(ctx: Ctx, kind: string, items: readonly BulkItem[]): Promise<string | null> {
  if (items.length === 0 || ctx.actor.kind !== 'agent' || !ctx.actor.id) return null;
  const bulkId = newId('bka');
  await ctx.transaction((tx) =>
    tx
      .insertInto('bulk_actions')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id: bulkId,
        agent_id: ctx.actor.id!,
        kind,
        items: JSON.stringify(items),
        done_at: ctx.clock.now(),
        undone_at: null,
      })
      .execute(),
  );
  return bulkId;
}

async function actOnOne(ctx: Ctx, id: string, action: BulkAction): Promise<BulkItem | null> {
  if (action.kind === 'merge') return id === action.into ? null : { id, mergeId: await mergeConversations(ctx, action.into, id) };
  return ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, id);
    await apply(ctx, tx, conversation, action);
    const before = imageOf(conversation, BULK_TOUCHES);
    const after = imageOf(await lockConversation(ctx, tx, id), BULK_TOUCHES);
    return changedBy(before, after).length > 0 ? { id, before, after } : null;
  });
}

function apply(ctx: Ctx, tx: Tx, conversation: ConversationRow, action: Exclude<BulkAction, { kind: 'merge' }>): Promise<void> {
  switch (action.kind) {
    case 'assign':
      return assignLocked(ctx, tx, conversation, action);
    case 'status':
      return setStatusLocked(ctx, tx, conversation, action.status);
    case 'tags':
      return setTagsLocked(ctx, tx, conversation, [...conversation.tags.filter((tag) => !action.remove.includes(tag)), ...action.add]);
    case 'priority':
      return setPriorityLocked(ctx, tx, conversation, action.priority);
    case 'snooze':
      return snoozeLocked(ctx, tx, conversation, action.until ? new Date(action.until) : null);
    case 'spam':
      return markSpamIn(ctx, tx, conversation, { by: 'agent', score: null, words: [], signs: [], block: null });
  }
}
