import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import { messageMoved } from '../conversations.events.ts';
import type { MessageRow } from '../conversations.types.ts';

/**
 * The line a moved message goes on with. The one it came over, if nothing else was said on it; else one of its own, beside the other: what
 * answers this message goes there, what answers the others stays.
 */
export async function lineForMoved(ctx: Ctx, tx: Tx, message: MessageRow, conversationId: string): Promise<string> {
  const { workspaceId } = ctx.viewer;
  const others = await tx
    .selectFrom('messages')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('thread_id', '=', message.thread_id)
    .where('id', '!=', message.id)
    .where('author_kind', '!=', 'system')
    .limit(1)
    .execute();
  const own = `moved:${message.id}`;
  const line = await tx
    .selectFrom('threads')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', message.thread_id!)
    .executeTakeFirstOrThrow();
  if (others.length === 0 || line.external_id === own) {
    await tx
      .updateTable('threads')
      .set({ latest_conversation_id: conversationId })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', line.id)
      .execute();
    return line.id;
  }
  const { id } = await tx
    .insertInto('threads')
    .values({
      workspace_id: workspaceId,
      id: newId('thr'),
      inbox_id: line.inbox_id,
      customer_id: line.customer_id,
      identity_id: line.identity_id,
      external_id: own,
      latest_conversation_id: conversationId,
      reachable: line.reachable,
      last_inbound_at: message.created_at,
      state: JSON.stringify(line.state),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Where a message stood in a conversation before it was moved out of it; null when it never did. */
export async function earlierPlace(ctx: Ctx, tx: Tx, messageId: string, conversationId: string) {
  const { data } =
    (await tx
      .selectFrom('events')
      .select('data')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('conversation_id', '=', conversationId)
      .where('name', '=', messageMoved.factName)
      .orderBy('position', 'desc')
      .limit(50)
      .execute()
      .then((rows) =>
        rows.find(({ data: told }) => {
          const { messageId: id, from } = told as ReturnType<typeof messageMoved>['data'];
          return id === messageId && from === conversationId;
        }),
      )) ?? {};
  if (!data) return null;
  const { fromSeq, fromJoinedBy } = data as ReturnType<typeof messageMoved>['data'];
  return { seq: fromSeq, joinedBy: fromJoinedBy };
}
