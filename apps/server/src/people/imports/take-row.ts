import { checkedValues } from '../../customers/attributes/attributes.queries.ts';
import { claimIdentity, updateCustomerIn, verifiedOwner } from '../../customers/customers.commands.ts';
import { customerCreated } from '../../customers/customers.events.ts';
import { customerById } from '../../customers/customers.queries.ts';
import { normaliseIdentity } from '../../customers/customers.rules.ts';
import { createOrganizationIn } from '../../customers/organizations/organizations.commands.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { addressOfRow, type Person } from './customer-fields.rules.ts';

export type Taken = 'created' | 'changed' | 'same' | 'row.conflict' | 'row.attribute';

/**
 * Takes one line in: the person with its number or e-mail address, or somebody new. A list of the company's own is its word: number and address
 * are theirs from now on; a telephone number stays claimed, because households share them. Cells that are empty change nothing.
 */
export async function takeRow(ctx: Ctx, tx: Tx, person: Person): Promise<Taken> {
  const { workspaceId } = ctx.viewer;
  const { externalId, email } = person.fields;
  const byNumber = externalId ? await verifiedOwner(tx, workspaceId, 'external', normaliseIdentity('external', externalId)) : undefined;
  const byEmail = email ? await verifiedOwner(tx, workspaceId, 'email', normaliseIdentity('email', email)) : undefined;
  const [one, other] = [byNumber, byEmail].map((found) => found?.customerId);
  const known = one ?? other;
  if (one && other && one !== other && (await headOf(tx, workspaceId, one)) !== (await headOf(tx, workspaceId, other)))
    return 'row.conflict';
  try {
    await checkedValues(tx, workspaceId, 'customer', person.attributes);
  } catch (error) {
    if (error instanceof Refusal) return 'row.attribute';
    throw error;
  }
  const customerId = known ?? (await addCustomer(ctx, tx));
  const added = await addAddresses(ctx, tx, customerId, person);
  const before = await customerById(tx, workspaceId, customerId);
  const change = before && (await changeOf(ctx, tx, before, person));
  if (change && Object.keys(change).length > 0) await updateCustomerIn(ctx, tx, customerId, change);
  if (!known) return 'created';
  return added || (change && Object.keys(change).length > 0) ? 'changed' : 'same';
}

const headOf = async (tx: Tx, workspaceId: string, id: string): Promise<string | undefined> =>
  (await tx.selectFrom('customers').select('person_id').where('workspace_id', '=', workspaceId).where('id', '=', id).executeTakeFirst())
    ?.person_id;

async function addCustomer(ctx: Ctx, tx: Tx): Promise<string> {
  const id = newId('cus');
  const now = ctx.clock.now();
  await tx
    .insertInto('customers')
    .values({ workspace_id: ctx.viewer.workspaceId, id, locale: null, created_at: now, added_at: now, last_seen_at: null })
    .execute();
  await ctx.append(tx, customerCreated({ customerId: id, via: 'import' }), { customerId: id });
  return id;
}

/** @returns whether one was not theirs before */
async function addAddresses(ctx: Ctx, tx: Tx, customer_id: string, { fields }: Person): Promise<boolean> {
  const workspace_id = ctx.viewer.workspaceId;
  let added = false;
  for (const [kind, typed] of [
    ['external', fields.externalId],
    ['email', fields.email],
  ] as const) {
    if (!typed) continue;
    const value = normaliseIdentity(kind, typed);
    if (await verifiedOwner(tx, workspace_id, kind, value)) continue;
    const verified_at = ctx.clock.now();
    await tx
      .insertInto('identities')
      .values({ workspace_id, id: newId('idn'), customer_id, kind, value, verified_at, source: 'import' })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'customer_id', 'kind', 'value']).doUpdateSet({ verified_at }))
      .execute();
    added = true;
  }
  if (!fields.phone) return added;
  const value = normaliseIdentity('phone', fields.phone);
  const has = await tx
    .selectFrom('identities')
    .select('id')
    .where('workspace_id', '=', workspace_id)
    .where('customer_id', '=', customer_id)
    .where('kind', '=', 'phone')
    .where('value', '=', value)
    .executeTakeFirst();
  if (has) return added;
  await claimIdentity(ctx, tx, customer_id, 'phone', fields.phone, 'import');
  return true;
}

type Known = NonNullable<Awaited<ReturnType<typeof customerById>>>;

/** What a line says that is not so yet. */
async function changeOf(ctx: Ctx, tx: Tx, before: Known, person: Person) {
  const { name, reading, organization, tags } = person.fields;
  const wanted = await checkedValues(tx, ctx.viewer.workspaceId, 'customer', person.attributes);
  const attributeChanges = Object.fromEntries(Object.entries(wanted).filter(([key, value]) => before.attributes[key] !== value));
  const allTags = [
    ...new Set([
      ...before.tags,
      ...(tags ?? '')
        .split(/[,、;]/)
        .map((tag) => tag.trim())
        .filter(Boolean),
    ]),
  ];
  const address = addressOfRow(person);
  const sameAddress = !address || JSON.stringify(address) === JSON.stringify(before.address);
  return {
    ...(name && name !== before.name ? { name: name.slice(0, 100) } : {}),
    ...(reading && reading !== before.reading ? { reading: reading.slice(0, 100) } : {}),
    ...(organization && organization !== before.organization?.name
      ? { organizationId: await organizationNamed(ctx, tx, organization) }
      : {}),
    ...(allTags.length > before.tags.length ? { tags: allTags } : {}),
    ...(sameAddress ? {} : { address }),
    ...(Object.keys(attributeChanges).length > 0 ? { attributeChanges } : {}),
  };
}

async function organizationNamed(ctx: Ctx, tx: Tx, name: string): Promise<string> {
  const found = await tx
    .selectFrom('organizations')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('name', '=', name)
    .executeTakeFirst();
  return found?.id ?? createOrganizationIn(ctx, tx, { name, reading: '', domains: [], attributes: {}, note: '' });
}
