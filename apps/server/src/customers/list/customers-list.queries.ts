import type { CustomerFilter } from '@madoguchi/contract/customers.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { keysetOf, readKeyset } from '../../platform/db/keyset.ts';
import { conditionsOf } from './customer-filter.ts';
import { narrowedTo } from './holding.queries.ts';

type Wish = CustomerFilter & { cursor?: string | undefined; limit: number };
type Row = {
  id: string;
  name: string;
  reading: string;
  created_at: Date;
  seen: Date | null;
  email: string | null;
  phone: string | null;
  organization: string | null;
  tags: string[];
  prefecture: string;
  attributes: Record<string, string>;
};

const addressOf = (kind: 'email' | 'phone') => sql`(
  select i.value from customers c join identities i on i.workspace_id = c.workspace_id and i.customer_id = c.id and i.kind = ${kind}
  where c.workspace_id = r.workspace_id and c.person_id = r.id order by i.verified_at nulls last, i.created_at limit 1)`;

/** People by what a filter asks, those who came last first. Whoever was merged into somebody is not one of their own. */
export async function listCustomers(tx: Tx, workspaceId: string, { cursor, limit, ...filter }: Wish, now: Date) {
  const after = readKeyset(cursor);
  const conditions = [
    sql<boolean>`r.workspace_id = ${workspaceId}`,
    ...(await narrowedTo(tx, filter.q)),
    ...conditionsOf(workspaceId, filter, now),
    ...(after ? [sql<boolean>`(r.created_at, r.id) < (${after.at}, ${after.id})`] : []),
  ];
  const { rows } = await sql<Row>`
    select r.id, coalesce(nullif(r.name, ''), m.name, '') as name, coalesce(nullif(r.reading, ''), m.reading, '') as reading, r.created_at,
      greatest(r.last_seen_at, m.seen) as seen, ${addressOf('email')} as email, ${addressOf('phone')} as phone,
      (select g.name from organizations g where g.workspace_id = r.workspace_id and g.id = r.organization_id) as organization,
      r.tags, coalesce(r.address->>'prefecture', '') as prefecture, r.attributes
    from (select * from customers r where ${sql.join(conditions, sql` and `)} order by r.created_at desc, r.id desc limit ${limit + 1}) r
    left join lateral (
      select max(nullif(c.name, '')) as name, max(nullif(c.reading, '')) as reading, max(c.last_seen_at) as seen from customers c
      where c.workspace_id = r.workspace_id and c.merged_into is not null and c.person_id = r.id) m on true
    order by r.created_at desc, r.id desc`.execute(tx);
  const items = rows.slice(0, limit).map(({ created_at, seen, ...row }) => ({
    ...row,
    createdAt: created_at.toISOString(),
    lastSeenAt: seen?.toISOString() ?? null,
  }));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items, nextCursor: last ? keysetOf(last.created_at, last.id) : null };
}

/** How many people a filter holds, counted up to a limit. */
export async function countCustomers(tx: Tx, workspaceId: string, filter: CustomerFilter, now: Date, cap = 10_000): Promise<number> {
  const conditions = [
    sql<boolean>`r.workspace_id = ${workspaceId}`,
    ...(await narrowedTo(tx, filter.q)),
    ...conditionsOf(workspaceId, filter, now),
  ];
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from customers r where ${sql.join(conditions, sql` and `)} limit ${cap}) x`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Customers with this name, reading or sound, for a condition of another query: of a person any row counts. */
export const customersNamed = (workspaceId: string, like: string) => sql<string>`(
  select o.id from customers c join customers o on o.workspace_id = c.workspace_id and o.person_id = c.person_id
  where c.workspace_id = ${workspaceId} and (c.name ilike ${like} or c.reading ilike ${like}))`;
