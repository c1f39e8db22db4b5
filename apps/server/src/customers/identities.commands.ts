import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { identityMoved } from './customers.events.ts';

/**
 * Gives a proven address to another customer, who proved that it is theirs. A customer left without any address points to the one who has
 * it now: a pointer, never a rewrite, and the fact says how to go back. Nothing happens when it is theirs already.
 */
export async function moveIdentity(
  ctx: Ctx,
  tx: Tx,
  { identityId, from, to }: { identityId: string; from: string; to: string },
): Promise<void> {
  const workspace_id = ctx.viewer.workspaceId;
  const identity = await tx
    .selectFrom('identities')
    .select(['kind', 'value'])
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', identityId)
    .where('customer_id', '=', from)
    .forUpdate()
    .executeTakeFirst();
  if (!identity || from === to) return;
  // What the other one had only claimed is proven by this very row.
  await tx
    .deleteFrom('identities')
    .where('workspace_id', '=', workspace_id)
    .where('customer_id', '=', to)
    .where('kind', '=', identity.kind)
    .where('value', '=', identity.value)
    .where('verified_at', 'is', null)
    .execute();
  await tx
    .updateTable('identities')
    .set({ customer_id: to })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', identityId)
    .execute();
  const left = await tx
    .selectFrom('identities')
    .select('id')
    .where('workspace_id', '=', workspace_id)
    .where('customer_id', '=', from)
    .limit(1)
    .executeTakeFirst();
  if (!left) await pointTo(tx, workspace_id, from, to);
  await ctx.append(tx, identityMoved({ identityId, from, to }), { customerId: to });
}

/** Unless they are one person already: the pointers may not go in a circle. */
async function pointTo(tx: Tx, workspace_id: string, from: string, to: string): Promise<void> {
  await tx
    .updateTable('customers')
    .set({ merged_into: to })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', from)
    .where('merged_into', 'is', null)
    .where('person_id', '!=', (eb) =>
      eb.selectFrom('customers as t').select('t.person_id').where('t.workspace_id', '=', workspace_id).where('t.id', '=', to),
    )
    .execute();
}
