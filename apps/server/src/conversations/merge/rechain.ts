import type { Selectable } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { previewOf } from '../conversations.rules.ts';
import type { ConversationRow, MessageRow } from '../conversations.types.ts';
import { columnsOf, type Image, imageOf, sameIn } from './image.rules.ts';
import { MERGE_TOUCHES } from './merge.commands.ts';
import { afterMerge } from './merge.rules.ts';
import type { ConversationMergesTable } from './merge.tables.ts';

type Merge = Selectable<ConversationMergesTable>;

/** The merges into a conversation that stand, in the order they were made. */
export const standingInto = (ctx: Ctx, tx: Tx, intoId: string): Promise<Merge[]> =>
  tx
    .selectFrom('conversation_merges')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('into_id', '=', intoId)
    .where('undone_at', 'is', null)
    .orderBy('merged_at')
    .orderBy('id')
    .execute();

/**
 * Takes one merge out of those that stand into a conversation: the later ones are reckoned anew as if it had never been, so that each can still be
 * taken back exactly. What somebody changed between two of them is kept.
 * @param gone what was said over its lines, and went with them
 * @param left what is left there, oldest first
 * @returns how the conversation stood after the last of them, and how it would stand without this one
 */
export async function rechain(
  ctx: Ctx,
  tx: Tx,
  into: ConversationRow,
  merge: Merge,
  { gone, left }: { gone: readonly MessageRow[]; left: readonly MessageRow[] },
): Promise<{ was: Image; without: Image }> {
  const all = await standingInto(ctx, tx, into.id);
  let before = merge;
  let now: ConversationRow = { ...into, ...columnsOf(merge.before as Image, MERGE_TOUCHES) };
  for (const later of all.slice(all.findIndex(({ id }) => id === merge.id) + 1)) {
    const changed = MERGE_TOUCHES.filter((group) => !sameIn(group, before.after as Image, later.before as Image));
    const between = left.filter(({ seq }) => seq > before.into_seq && seq <= later.into_seq);
    if (gone.length === 0) now = { ...now, ...columnsOf(later.before as Image, changed) };
    // What had changed may have been no more than the words that are gone.
    else if (between.length > 0) now = { ...now, ...columnsOf(later.before as Image, changed), ...lastSaid(between) };
    const image = imageOf(now, MERGE_TOUCHES);
    const other = await tx
      .selectFrom('conversations')
      .selectAll()
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', later.conversation_id)
      .executeTakeFirstOrThrow();
    now = { ...now, ...afterMerge(now, other) };
    await tx
      .updateTable('conversation_merges')
      .set({ before: JSON.stringify(image), after: JSON.stringify(imageOf(now, MERGE_TOUCHES)) })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', later.id)
      .execute();
    before = later;
  }
  return { was: before.after as Image, without: imageOf(now, MERGE_TOUCHES) };
}

/** What lists show of a conversation after these words, and the line they were said on. */
export function lastSaid(words: readonly MessageRow[]): Partial<ConversationRow> {
  const last = words.at(-1);
  if (!last) return {};
  const line = words.findLast(({ thread_id }) => thread_id !== null);
  return {
    last_activity_at: last.created_at,
    preview: previewOf(last.text, 0),
    preview_author: last.author_kind,
    ...(line?.thread_id ? { thread_id: line.thread_id, channel: line.channel } : {}),
  };
}
