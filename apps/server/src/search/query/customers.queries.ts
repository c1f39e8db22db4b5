import type { FoundCustomer } from '@madoguchi/contract/search.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { markAll } from '../show/highlight.rules.ts';
import { needlesOf } from '../show/needles.rules.ts';
import { hitsOf } from './hits.queries.ts';
import type { ReadQuery } from './read-terms.ts';
import { customersQuery } from './tsquery.rules.ts';

const MOST_HITS = 200;
type Row = { id: string; name: string; reading: string; details: string[] };

/** Customers by name, reading, address, number and whatever is known of them, each person once, those who came last first. */
export async function findCustomers(tx: Tx, workspaceId: string, { terms }: ReadQuery, limit: number) {
  const asked = customersQuery(terms);
  const hits = asked ? await hitsOf(tx, asked, { kinds: ['customer'], most: MOST_HITS + 1 }) : [];
  const persons =
    hits.length === 0
      ? []
      : await personsOf(
          tx,
          workspaceId,
          hits.map(({ id }) => id),
        );
  return {
    items: await present(tx, workspaceId, persons.slice(0, limit), needlesOf(terms)),
    count: persons.length,
    isMore: hits.length > MOST_HITS,
    nextCursor: null,
  };
}

async function personsOf(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string; person_id: string }>`
    select id, person_id from customers where workspace_id = ${workspaceId} and id = any(${ids})`.execute(tx);
  const personOf = new Map(rows.map(({ id, person_id }) => [id, person_id]));
  return [...new Set(ids.flatMap((id) => personOf.get(id) ?? []))];
}

async function present(tx: Tx, workspaceId: string, ids: readonly string[], needles: RegExp | null): Promise<FoundCustomer[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select p.id, coalesce(nullif(p.name, ''), max(c.name), '') as name, coalesce(nullif(p.reading, ''), max(c.reading), '') as reading,
      array(select i.value from customers o join identities i on i.workspace_id = o.workspace_id and i.customer_id = o.id
        where o.workspace_id = p.workspace_id and o.person_id = p.id and i.kind in ('email', 'phone', 'external')
        order by i.kind <> 'email', i.verified_at nulls last, i.created_at limit 20)
      || array_remove(array[(select g.name from organizations g where g.workspace_id = p.workspace_id and g.id = p.organization_id)], null)
      || array(select value from jsonb_each_text(p.attributes)) || p.tags
      || array(select nullif(concat_ws(' ', p.address->>'postalCode', p.address->>'prefecture', p.address->>'city', p.address->>'street'), '')) as details
    from customers p join customers c on c.workspace_id = p.workspace_id and c.person_id = p.id
    where p.workspace_id = ${workspaceId} and p.id = any(${ids}) group by p.workspace_id, p.id`.execute(tx);
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    if (!row) return [];
    const details = row.details.filter(Boolean).map((text) => markAll(text, needles));
    return [
      {
        id,
        name: row.name,
        reading: row.reading,
        markedName: markAll(row.name, needles),
        markedReading: markAll(row.reading, needles),
        detail: details.find(({ ranges }) => ranges.length > 0) ?? details[0] ?? null,
      },
    ];
  });
}
