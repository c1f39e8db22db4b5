import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notificationsRead } from '../notifications.events.ts';

type Which = { ids?: readonly string[] | undefined; conversationId?: string | undefined };

/** An agent has read some of what they were told, or all of it. What was read already changes nothing. */
export const readByAgent = (ctx: Ctx, agentId: string, { ids, conversationId }: Which): Promise<void> =>
  ctx.transaction(async (tx) => {
    let query = unread(ctx, tx, agentId);
    if (ids) query = query.where('id', 'in', ids.length > 0 ? ids : ['']);
    if (conversationId) query = query.where('conversation_id', '=', conversationId);
    await told(ctx, tx, agentId, await query.returning('id').execute());
  });

/** An offer was taken, or is gone. */
export const readOffers = (ctx: Ctx, agentId: string, conversationId: string): Promise<void> =>
  ctx.transaction(async (tx) => {
    const query = unread(ctx, tx, agentId).where('conversation_id', '=', conversationId).where('kind', '=', 'offered');
    await told(ctx, tx, agentId, await query.returning('id').execute());
  });

const unread = (ctx: Ctx, tx: Tx, agentId: string) =>
  tx
    .updateTable('notifications')
    .set({ read_at: ctx.clock.now() })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('agent_id', '=', agentId)
    .where('read_at', 'is', null);

/** Their other windows hear of it. */
async function told(ctx: Ctx, tx: Tx, agentId: string, rows: readonly unknown[]): Promise<void> {
  if (rows.length > 0) await ctx.append(tx, notificationsRead({ agentId, count: rows.length }));
}
