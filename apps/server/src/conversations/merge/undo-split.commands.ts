import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { changeConversation, lockConversation, subjectsOf } from '../commands/lock.ts';
import { splitRefused } from '../conversations.errors.ts';
import { conversationUnsplit } from '../conversations.events.ts';
import type { ConversationRow, MessageRow } from '../conversations.types.ts';
import { columnsOf, type Image, imageOf, sameIn } from './image.rules.ts';
import { putMessages } from './put-messages.ts';
import { SPLIT_TOUCHES } from './split.commands.ts';

/**
 * Takes a split back: everything that was said in the new conversation stands where it came from, what was moved in its old place, and its lines
 * lead there again. The new one keeps its number as a way to it. Taken back already: nothing happens.
 * @returns the conversation it came from
 * @throws splitRefused while one of the two goes on in another one, or another one in the new one · notFound
 */
export async function undoSplit(ctx: Ctx, splitId: string): Promise<string> {
  return ctx.transaction(async (tx) => {
    const split = await splitById(ctx, tx, splitId);
    const locked = new Map<string, ConversationRow>();
    for (const id of [split.conversation_id, split.into_id].sort()) locked.set(id, await lockConversation(ctx, tx, id));
    const back = locked.get(split.conversation_id)!;
    const apart = locked.get(split.into_id)!;
    if ((await splitById(ctx, tx, splitId)).undone_at) return back.id;
    if (back.merged_into || apart.merged_into || (await hasMerged(ctx, tx, apart.id))) throw splitRefused();

    const messages = await tx
      .selectFrom('messages')
      .selectAll()
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('conversation_id', '=', apart.id)
      .orderBy('seq')
      .execute();
    const moved = new Set(split.moved as string[]);
    const came = messages.filter(({ id }) => !moved.has(id));
    await putMessages(ctx, tx, back, [
      ...messages.filter(({ id }) => moved.has(id)),
      ...came.map(({ id }, i) => ({ id, seq: back.last_seq + 1 + i })),
    ]);
    await tx
      .updateTable('threads')
      .set({ latest_conversation_id: back.id })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('latest_conversation_id', '=', apart.id)
      .execute();
    await changeConversation(ctx, tx, apart.id, { merged_into: back.id });
    await changeConversation(ctx, tx, back.id, { last_seq: back.last_seq + came.length, ...joined(back, apart, split, came) });
    await tx
      .updateTable('conversation_splits')
      .set({ undone_at: ctx.clock.now(), undone_by: ctx.actor.name })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', splitId)
      .execute();
    const told = { splitId, from: back.id, fromNumber: back.number, to: apart.id, toNumber: apart.number };
    await ctx.append(tx, conversationUnsplit({ ...told, kept: true }), subjectsOf(back));
    await ctx.append(tx, conversationUnsplit({ ...told, kept: false }), subjectsOf(apart));
    return back.id;
  });
}

async function splitById(ctx: Ctx, tx: Tx, id: string) {
  const row = await tx
    .selectFrom('conversation_splits')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

async function hasMerged(ctx: Ctx, tx: Tx, conversationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('merged_into', '=', conversationId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** As before the split where nothing was said or done since; else whoever spoke last says whose turn it is. */
function joined(back: ConversationRow, apart: ConversationRow, split: { before: unknown; after: unknown }, came: readonly MessageRow[]) {
  const before = split.before as Image;
  const now = imageOf(back, SPLIT_TOUCHES);
  const untouched = SPLIT_TOUCHES.every((group) => sameIn(group, split.after as Image, now));
  if (untouched && came.length === 0) return columnsOf(before, SPLIT_TOUCHES);
  if (apart.last_activity_at <= back.last_activity_at) return apart.status === 'open' ? turnOf(back, apart) : {};
  return {
    ...columnsOf(imageOf(apart, ['activity', 'line']), ['activity', 'line']),
    ...turnOf(back, apart),
  };
}

/** Whoever waits for us in one of them goes on waiting. */
function turnOf(back: ConversationRow, apart: ConversationRow): Partial<ConversationRow> {
  if (apart.status !== 'open')
    return back.status === 'open' ? {} : { status: apart.status, waiting_since: null, resolved_at: apart.resolved_at };
  const since = back.status === 'open' ? [back.waiting_since, apart.waiting_since] : [apart.waiting_since];
  const [first = null] = since.filter((one) => one !== null).sort((a, b) => a.getTime() - b.getTime());
  return { status: 'open', handled_by: 'human', resolved_at: null, waiting_since: first };
}
