import { personOf } from '../../customers/people/people.queries.ts';
import type { Tx } from '../../platform/db/db.ts';

/** By what a person is known to a shop; the forms are those of identities. */
export type Addresses = { emails: string[]; phones: string[]; externals: string[]; domains: string[] };

const NONE: Addresses = { emails: [], phones: [], externals: [], domains: [] };

/**
 * What a person proved to be theirs, and what they only said. `domains`: those of their organization, where a colleague put them. Nothing
 * for somebody who is not there.
 */
export async function addressesOf(tx: Tx, workspaceId: string, customerId: string): Promise<{ proven: Addresses; claimed: Addresses }> {
  const person = await personOf(tx, workspaceId, customerId);
  if (!person) return { proven: NONE, claimed: NONE };
  const identities = await tx
    .selectFrom('identities')
    .select(['kind', 'value', 'verified_at'])
    .where('workspace_id', '=', workspaceId)
    .where('customer_id', 'in', person.ids)
    .where('kind', 'in', ['email', 'phone', 'external'])
    .execute();
  const organizations = await tx
    .selectFrom('customers as c')
    .innerJoin('organizations as o', (join) => join.onRef('o.workspace_id', '=', 'c.workspace_id').onRef('o.id', '=', 'c.organization_id'))
    .select('o.domains')
    .where('c.workspace_id', '=', workspaceId)
    .where('c.id', 'in', person.ids)
    .execute();
  const values = (kind: string, isProven: boolean) =>
    identities.filter((one) => one.kind === kind && (one.verified_at !== null) === isProven).map(({ value }) => value);
  const of = (isProven: boolean): Addresses => ({
    emails: values('email', isProven),
    phones: values('phone', isProven),
    externals: isProven ? values('external', true) : [],
    domains: isProven ? [...new Set(organizations.flatMap(({ domains }) => domains))] : [],
  });
  return { proven: of(true), claimed: of(false) };
}

/** What somebody proved just now, in the forms of identities; empty where they did not. */
export type Proved = { email: string; phone: string; external: string };

/**
 * The addresses of somebody who proved these and nothing else: what else their customer is known by was proved elsewhere, perhaps by somebody
 * else at this device. Of their organization's domains only the one of the proved e-mail address.
 */
export async function provedAddresses(tx: Tx, workspaceId: string, { email, phone, external }: Proved): Promise<Addresses> {
  const owner = email === '' ? null : await ownerOf(tx, workspaceId, { external: '', email, phone: '' });
  const { domains } = owner ? (await addressesOf(tx, workspaceId, owner.id)).proven : NONE;
  return {
    emails: email === '' ? [] : [email],
    phones: phone === '' ? [] : [phone],
    externals: external === '' ? [] : [external],
    domains: domains.filter((domain) => domain !== '' && email.endsWith(`@${domain}`)),
  };
}

export type Holder = { external: string; email: string; phone: string };

/** The person who proved one of these addresses: a customer number counts more than an e-mail address, and that more than a telephone number. */
export async function ownerOf(tx: Tx, workspaceId: string, holder: Holder): Promise<{ id: string; name: string } | null> {
  for (const [kind, value] of [
    ['external', holder.external],
    ['email', holder.email],
    ['phone', holder.phone],
  ] as const) {
    if (value === '') continue;
    const row = await tx
      .selectFrom('identities as i')
      .innerJoin('customers as c', (join) => join.onRef('c.workspace_id', '=', 'i.workspace_id').onRef('c.id', '=', 'i.customer_id'))
      .innerJoin('customers as p', (join) => join.onRef('p.workspace_id', '=', 'c.workspace_id').onRef('p.id', '=', 'c.person_id'))
      .select(['p.id', 'p.name', 'c.name as own_name'])
      .where('i.workspace_id', '=', workspaceId)
      .where('i.kind', '=', kind)
      .where('i.value', '=', value)
      .where('i.verified_at', 'is not', null)
      .executeTakeFirst();
    if (row) return { id: row.id, name: row.name || row.own_name };
  }
  return null;
}
