import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import { claimIdentity } from '../customers.commands.ts';
import { identityProved, identityVerified } from '../customers.events.ts';
import { normaliseIdentity } from '../customers.rules.ts';
import type { Asking, ProofAddress, ProofKind } from './codes.types.ts';

/**
 * Keeps that whoever is on this line reads an address. Nobody's address becomes this customer's, verified. An address that is another
 * customer's stays theirs: this conversation may now see what is theirs, agents are told whose it is, and nothing is merged or moved.
 */
export async function proveAddress(ctx: Ctx, tx: Tx, { customerId, threadId, subjects }: Asking, address: ProofAddress): Promise<void> {
  const workspace_id = ctx.viewer.workspaceId;
  const { kind } = address;
  const value = normaliseIdentity(kind, address.value);
  const proved_at = ctx.clock.now();
  const ownerId = (await ownerOf(tx, workspace_id, kind, value)) ?? customerId;
  if (ownerId === customerId) await verifyOwn(ctx, tx, customerId, kind, value);
  else await claimIdentity(ctx, tx, customerId, kind, value, 'code');
  const proof = { kind, value, customer_id: ownerId, proved_at };
  await tx
    .insertInto('identity_proofs')
    .values({ workspace_id, thread_id: threadId, ...proof })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'thread_id', 'kind']).doUpdateSet(proof))
    .execute();
  await ctx.append(tx, identityProved({ customerId, kind, ownerId }), subjects);
}

async function ownerOf(tx: Tx, workspaceId: string, kind: ProofKind, value: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('identities')
    .select('customer_id')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', kind)
    .where('value', '=', value)
    .where('verified_at', 'is not', null)
    .executeTakeFirst();
  return row?.customer_id;
}

/** An address that was only claimed until now is verified in its place. */
async function verifyOwn(ctx: Ctx, tx: Tx, customerId: string, kind: ProofKind, value: string): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('identities')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: newId('idn'),
      customer_id: customerId,
      kind,
      value,
      verified_at: ctx.clock.now(),
      source: 'code',
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'customer_id', 'kind', 'value'])
        .doUpdateSet({ verified_at: ctx.clock.now() })
        .where(sql<boolean>`identities.verified_at is null`),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows) await ctx.append(tx, identityVerified({ customerId, kind }), { customerId });
}
