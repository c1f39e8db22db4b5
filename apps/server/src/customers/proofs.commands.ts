import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { newId } from '../platform/ids/ids.ts';
import { findOrCreateCustomer, type Reached, verifiedOwner } from './customers.commands.ts';
import { identityVerified } from './customers.events.ts';
import { normaliseIdentity } from './customers.rules.ts';
import type { FoundIdentity, Introduction } from './customers.types.ts';

/**
 * The customer behind several addresses that one proof is good for, such as WhatsApp's id and the phone number it stands for. Whoever has
 * the first of them that anybody has is the one; what nobody has becomes theirs. An address of somebody else stays where it is.
 * @param main the address that is written to: its identity is the one returned
 */
export async function findOrCreateByProofs(
  ctx: Ctx,
  tx: Tx,
  main: FoundIdentity,
  others: readonly Pick<FoundIdentity, 'kind' | 'value'>[],
  about: Introduction,
): Promise<Reached> {
  // An address that is only claimed finds nobody: whoever writes it would be taken for its owner.
  if (!main.verified) return findOrCreateCustomer(ctx, tx, main, about);
  const own = await ownerOf(ctx, tx, main);
  const also = own ? [] : await Promise.all(others.map((one) => ownerOf(ctx, tx, one)));
  const known = own ?? also.find((one) => one !== undefined);
  const reached = own ?? (known ? await add(ctx, tx, known.customerId, main) : await findOrCreateCustomer(ctx, tx, main, about));
  for (const one of others) if (!(await ownerOf(ctx, tx, one))) await add(ctx, tx, reached.customerId, { ...one, source: main.source });
  return reached;
}

const ownerOf = (ctx: Ctx, tx: Tx, { kind, value }: Pick<FoundIdentity, 'kind' | 'value'>) =>
  verifiedOwner(tx, ctx.viewer.workspaceId, kind, normaliseIdentity(kind, value));

/** What the customer had only claimed is proven now. */
async function add(ctx: Ctx, tx: Tx, customerId: string, found: Omit<FoundIdentity, 'verified'>): Promise<Reached> {
  const { id } = await tx
    .insertInto('identities')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: newId('idn'),
      customer_id: customerId,
      kind: found.kind,
      value: normaliseIdentity(found.kind, found.value),
      verified_at: ctx.clock.now(),
      source: found.source,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'customer_id', 'kind', 'value']).doUpdateSet({ verified_at: ctx.clock.now() }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await ctx.append(tx, identityVerified({ customerId, kind: found.kind }), { customerId });
  return { customerId, identityId: id };
}
