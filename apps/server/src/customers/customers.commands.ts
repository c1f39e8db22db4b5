import type { updateCustomer as updateCustomerEndpoint } from '@madoguchi/contract/customers.ts';
import type { z } from 'zod';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids/ids.ts';
import { keptAddress } from './addresses/address.rules.ts';
import { splitAddress } from './addresses/split-address.rules.ts';
import { checkedValues } from './attributes/attributes.queries.ts';
import { customerCreated, customerUpdated, identityClaimed, identityVerified } from './customers.events.ts';
import { normaliseIdentity } from './customers.rules.ts';
import type { FoundIdentity, Introduction } from './customers.types.ts';

export type Reached = { customerId: string; identityId: string };

/**
 * The customer behind an identity, made if nobody has it yet. A verified identity finds its owner; two first messages at once agree
 * on one customer. A claimed identity always begins a new customer.
 */
export async function findOrCreateCustomer(ctx: Ctx, tx: Tx, found: FoundIdentity, about: Introduction): Promise<Reached> {
  const workspace_id = ctx.viewer.workspaceId;
  const value = normaliseIdentity(found.kind, found.value);
  if (found.verified) {
    const known = await verifiedOwner(tx, workspace_id, found.kind, value);
    if (known) return known;
  }
  const customerId = newId('cus');
  const identityId = newId('idn');
  const now = ctx.clock.now();
  await tx
    .insertInto('customers')
    .values({
      workspace_id,
      id: customerId,
      name: about.name ?? '',
      reading: about.reading ?? '',
      locale: about.locale ?? null,
      created_at: now,
      // Somebody who only opened the messenger is no customer yet: they are listed from their first message on.
      last_seen_at: found.kind === 'visitor' ? null : now,
    })
    .execute();
  const inserted = await tx
    .insertInto('identities')
    .values({
      workspace_id,
      id: identityId,
      customer_id: customerId,
      kind: found.kind,
      value,
      verified_at: found.verified ? now : null,
      source: found.source,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    // Somebody else made this very customer at the same moment. Ours was never seen by anybody: it is folded into theirs.
    const winner = await verifiedOwner(tx, workspace_id, found.kind, value);
    if (!winner) throw new Error('an identity was taken and is not there');
    await tx
      .updateTable('customers')
      .set({ merged_into: winner.customerId })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', customerId)
      .execute();
    return winner;
  }
  await ctx.append(tx, customerCreated({ customerId, via: found.source }), { customerId });
  return { customerId, identityId };
}

/** Whose proven address it is; `value` as it is kept. */
export async function verifiedOwner(tx: Tx, workspaceId: string, kind: string, value: string): Promise<Reached | undefined> {
  const row = await tx
    .selectFrom('identities')
    .select(['id', 'customer_id'])
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', kind)
    .where('value', '=', value)
    .where('verified_at', 'is not', null)
    .executeTakeFirst();
  return row && { customerId: row.customer_id, identityId: row.id };
}

/** Keeps an address that a customer typed: where to answer, not who they are. Idempotent. */
export async function claimIdentity(
  ctx: Ctx,
  tx: Tx,
  customerId: string,
  kind: 'email' | 'phone',
  value: string,
  source: string,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('identities')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: newId('idn'),
      customer_id: customerId,
      kind,
      value: normaliseIdentity(kind, value),
      source,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows) await ctx.append(tx, identityClaimed({ customerId, kind }), { customerId });
}

/** Learns what a trusted side (the company's own signed word) says of a customer; never overwrites what an agent wrote with nothing. */
export async function learnAboutCustomer(ctx: Ctx, tx: Tx, customerId: string, about: Introduction & { email?: string }): Promise<void> {
  const set = { ...(about.name ? { name: about.name } : {}), ...(about.reading ? { reading: about.reading } : {}) };
  await tx
    .updateTable('customers')
    .set({ ...set, last_seen_at: ctx.clock.now() })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', customerId)
    .execute();
  if (about.email) {
    const verified = await tx
      .insertInto('identities')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id: newId('idn'),
        customer_id: customerId,
        kind: 'email',
        value: normaliseIdentity('email', about.email),
        verified_at: ctx.clock.now(),
        source: 'signed',
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (verified.numInsertedOrUpdatedRows) await ctx.append(tx, identityVerified({ customerId, kind: 'email' }), { customerId });
  }
}

type CustomerChange = Omit<z.output<(typeof updateCustomerEndpoint)['body']>, 'organizationId'> & {
  organizationId?: string | null | undefined;
};

/**
 * An agent, an import or an undo changes what is known of a person; of somebody who was merged, of the one they were merged into.
 * @throws notFound for somebody or an organization that is not there
 */
export async function updateCustomer(ctx: Ctx, id: string, change: CustomerChange): Promise<void> {
  await ctx.transaction((tx) => updateCustomerIn(ctx, tx, id, change));
}

/** The same within a transaction of the caller's. */
export async function updateCustomerIn(ctx: Ctx, tx: Tx, id: string, change: CustomerChange): Promise<void> {
  const { name, reading, attributes, attributeChanges = {}, organizationId, tags, addressLine } = change;
  const address = change.address === undefined && addressLine !== undefined ? splitAddress(addressLine) : change.address;
  const changed = Object.entries(change).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  if (changed.length === 0) return;
  const workspace_id = ctx.viewer.workspaceId;
  const row = await tx
    .selectFrom('customers as c')
    .innerJoin('customers as p', (join) => join.onRef('p.workspace_id', '=', 'c.workspace_id').onRef('p.id', '=', 'c.person_id'))
    .select(['p.id', 'p.attributes', 'p.erased_at'])
    .where('c.workspace_id', '=', workspace_id)
    .where('c.id', '=', id)
    .forUpdate('p')
    .executeTakeFirst();
  if (!row || row.erased_at) throw notFound();
  if (organizationId) await organizationIsThere(tx, workspace_id, organizationId);
  const given = await checkedValues(tx, workspace_id, 'customer', { ...attributes, ...attributeChanges });
  const kept = Object.entries({ ...(attributes ? {} : (row.attributes as Record<string, string>)), ...given });
  await tx
    .updateTable('customers')
    .set({
      ...(name === undefined ? {} : { name }),
      ...(reading === undefined ? {} : { reading }),
      attributes: JSON.stringify(Object.fromEntries(kept.filter(([, value]) => value !== null && value !== ''))),
      ...(organizationId === undefined ? {} : { organization_id: organizationId }),
      ...(tags === undefined ? {} : { tags: [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))] }),
      ...(address === undefined ? {} : { address: JSON.stringify(address ? keptAddress(address) : {}) }),
    })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', row.id)
    .execute();
  await ctx.append(tx, customerUpdated({ customerId: row.id, changed }), { customerId: row.id });
}

async function organizationIsThere(tx: Tx, workspaceId: string, id: string): Promise<void> {
  const found = await tx
    .selectFrom('organizations')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw notFound();
}

/** Notes that a customer was heard from. */
export async function customerSeen(ctx: Ctx, tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('customers')
    .set({ last_seen_at: ctx.clock.now() })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .execute();
}
