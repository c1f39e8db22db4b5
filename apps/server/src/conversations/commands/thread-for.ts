import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';

export type WantedThread = { inboxId: string; customerId: string; identityId: string; externalId: string };

/** The line that a channel knows by this external id in this inbox, made if it is not there yet. Two at once agree on one. */
export async function threadFor(ctx: Ctx, tx: Tx, wanted: WantedThread): Promise<string> {
  const workspace_id = ctx.viewer.workspaceId;
  await tx
    .insertInto('threads')
    .values({
      workspace_id,
      id: newId('thr'),
      inbox_id: wanted.inboxId,
      customer_id: wanted.customerId,
      identity_id: wanted.identityId,
      external_id: wanted.externalId,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'inbox_id', 'external_id']).doNothing())
    .execute();
  const { id } = await tx
    .selectFrom('threads')
    .select('id')
    .where('workspace_id', '=', workspace_id)
    .where('inbox_id', '=', wanted.inboxId)
    .where('external_id', '=', wanted.externalId)
    .executeTakeFirstOrThrow();
  return id;
}
