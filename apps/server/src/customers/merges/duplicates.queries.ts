import type { Duplicate, DuplicateReason } from '@madoguchi/contract/customer-merges.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { personOf } from '../people/people.queries.ts';
import { weigh } from './duplicates.rules.ts';

const SHOWN = 5;
/** An address that many claim, such as a company's info@, tells nothing of any of them. */
const TOO_COMMON = 20;

type Found = { person_id: string; kind: DuplicateReason['kind']; value: string; proved: boolean };

/**
 * Who may be the same person as this customer, and why; the likeliest first. Nobody is merged by this: an address that somebody typed, or a
 * name, is a reason to ask an agent. Whoever was said not to be the same, or is already, is left out.
 * Null when there is no such customer.
 */
export async function duplicatesOf(tx: Tx, workspaceId: string, customerId: string): Promise<Duplicate[] | null> {
  const person = await personOf(tx, workspaceId, customerId);
  if (!person) return null;
  const ids = sql`${person.ids}::text[]`;
  const { rows } = await sql<Found>`
    with own as (select * from customers where workspace_id = ${workspaceId} and id = any(${ids})),
    found as (
      select o.customer_id as other_id,
        case when i.kind in ('email', 'phone') then i.kind else 'address_of_channel' end as kind, i.value,
        (i.verified_at is not null or i.source = 'code') and (o.verified_at is not null or o.source = 'code') as proved
      from identities i
      cross join lateral (
        select o.* from identities o where o.workspace_id = i.workspace_id and o.kind = i.kind and o.value = i.value
          and o.customer_id <> all(${ids}) limit ${TOO_COMMON}
      ) o
      where i.workspace_id = ${workspaceId} and i.customer_id = any(${ids}) and i.kind <> 'visitor'
      union all
      select c.id, 'name_and_address', trim(concat_ws(' ', c.address->>'postalCode', c.address->>'street')), false
      from own cross join lateral (
        select c.* from customers c where c.workspace_id = ${workspaceId} and c.name_key <> '' and c.name_key = own.name_key
        union all
        select c.* from customers c where c.workspace_id = ${workspaceId} and c.reading_key <> '' and c.reading_key = own.reading_key
      ) c
      where coalesce(own.address->>'street', '') <> '' and c.id <> all(${ids})
        and fold_street(c.address->>'street') = fold_street(own.address->>'street')
        and (fold_name(coalesce(c.address->>'postalCode', '')) = fold_name(coalesce(own.address->>'postalCode', ''))
          or coalesce(c.address->>'postalCode', '') = '' or coalesce(own.address->>'postalCode', '') = '')
      union all
      select c.id, 'name_and_organization', g.name, false
      from own join customers c on c.workspace_id = own.workspace_id and c.id <> all(${ids}) and c.organization_id = own.organization_id
        and c.name_key <> '' and c.name_key = own.name_key
      join organizations g on g.workspace_id = c.workspace_id and g.id = c.organization_id
      union all
      (select c.id, 'name_and_reading', c.name, false
      from own join customers c on c.workspace_id = own.workspace_id and c.id <> all(${ids})
        and c.name_key <> '' and c.name_key = own.name_key and c.reading_key = own.reading_key
      where own.name_key <> '' and own.reading_key <> '' limit ${TOO_COMMON})
    )
    select o.person_id, f.kind, f.value, f.proved from found f
    join customers o on o.workspace_id = ${workspaceId} and o.id = f.other_id and o.erased_at is null
    join customers r on r.workspace_id = o.workspace_id and r.id = o.person_id and r.erased_at is null
    where not exists (
      select from customer_distinctions d
      join customers p on p.workspace_id = d.workspace_id and p.person_id = o.person_id
        and p.id = case when d.one_id = any(${ids}) then d.other_id else d.one_id end
      where d.workspace_id = ${workspaceId} and (d.one_id = any(${ids}) or d.other_id = any(${ids})))`.execute(tx);
  const likely = [...Map.groupBy(rows, (row) => row.person_id)]
    .map(([id, found]) => ({ id, ...weigh(found.map(({ kind, value, proved }) => ({ kind, value, proved }))) }))
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? 1 : -1))
    .slice(0, SHOWN);
  const known = await introduce(
    tx,
    workspaceId,
    likely.map(({ id }) => id),
  );
  return likely.flatMap(({ id, reasons }) => {
    const customer = known.get(id);
    return customer ? [{ customer, reasons }] : [];
  });
}

/** What an agent needs to see of somebody to say whether it is the same person. */
async function introduce(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<Map<string, Duplicate['customer']>> {
  const { rows } = await sql<Omit<Duplicate['customer'], 'lastSeenAt'> & { seen: Date | null }>`
    select r.id, r.name, r.reading, ${addressOf('email')} as email, ${addressOf('phone')} as phone,
      (select max(c.last_seen_at) from customers c where c.workspace_id = r.workspace_id and c.person_id = r.id) as seen
    from customers r where r.workspace_id = ${workspaceId} and r.id = any(${ids})`.execute(tx);
  return new Map(rows.map(({ seen, ...row }) => [row.id, { ...row, lastSeenAt: seen?.toISOString() ?? null }] as const));
}

const addressOf = (kind: 'email' | 'phone') => sql`(
  select i.value from identities i join customers c on c.workspace_id = i.workspace_id and c.id = i.customer_id
  where c.workspace_id = r.workspace_id and c.person_id = r.id and i.kind = ${kind} order by i.verified_at nulls last limit 1)`;
