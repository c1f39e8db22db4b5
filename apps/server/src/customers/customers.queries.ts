import type { Address, Customer } from '@madoguchi/contract/customers.ts';
import type { Selectable } from 'kysely';
import type { Tx } from '../platform/db/db.ts';
import type { CustomersTable } from './customers.tables.ts';
import { standingMerges } from './merges/merges.queries.ts';
import { personOf } from './people/people.queries.ts';

/**
 * A person with every address, or null when there is none the viewer may see. Somebody who was merged is read as the one they were merged
 * into; what that one does not say of themselves is taken from the others.
 */
export async function customerById(tx: Tx, workspaceId: string, id: string): Promise<Customer | null> {
  const person = await personOf(tx, workspaceId, id);
  if (!person) return null;
  const rows = await tx.selectFrom('customers').selectAll().where('workspace_id', '=', workspaceId).where('id', 'in', person.ids).execute();
  const row = rows.find((one) => one.id === person.id);
  if (!row) return null;
  const all = [row, ...rows.filter((one) => one !== row).sort((a, b) => a.created_at.getTime() - b.created_at.getTime())];
  const identities = await tx
    .selectFrom('identities')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('customer_id', 'in', person.ids)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const locale = all.map((one) => one.locale).find((one) => one === 'ja' || one === 'en') ?? null;
  const named = all.find((one) => one.name !== '') ?? row;
  return {
    id: row.id,
    name: named.name,
    reading: named.reading || (all.find((one) => one.reading !== '' && one.name_key === named.name_key)?.reading ?? ''),
    locale,
    attributes: Object.assign({}, ...all.toReversed().map((one) => one.attributes)) as Record<string, string>,
    organization: await organizationOf(tx, workspaceId, all),
    tags: [...new Set(all.flatMap((one) => one.tags))],
    address: addressOf(all),
    merged: person.ids.length === 1 ? [] : await standingMerges(tx, workspaceId, person.ids),
    erasedAt: row.erased_at?.toISOString() ?? null,
    createdAt: new Date(Math.min(...all.map((one) => one.created_at.getTime()))).toISOString(),
    lastSeenAt: latest(all)?.toISOString() ?? null,
    identities: identities.map(({ id: identityId, kind, value, verified_at, source }) => ({
      id: identityId,
      kind: kind as Customer['identities'][number]['kind'],
      value,
      verified: verified_at !== null,
      source,
    })),
  };
}

type Row = Selectable<CustomersTable>;

const latest = (all: readonly Row[]): Date | null =>
  all.reduce<Date | null>((last, { last_seen_at: at }) => (at && (!last || at > last) ? at : last), null);

function addressOf(all: readonly Row[]): Address | null {
  const kept = all.map((one) => one.address as Partial<Address>).find((one) => Object.keys(one).length > 0);
  return kept ? { postalCode: '', prefecture: '', city: '', street: '', building: '', ...kept } : null;
}

async function organizationOf(tx: Tx, workspaceId: string, all: readonly Row[]): Promise<Customer['organization']> {
  const id = all.find((one) => one.organization_id)?.organization_id;
  if (!id) return null;
  const row = await tx
    .selectFrom('organizations')
    .select(['id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
