import type { Duplicate } from '@madoguchi/contract/customer-merges.ts';
import type { CustomerSummary } from '@madoguchi/contract/customers.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { duplicatesOf } from './duplicates.queries.ts';

/** People looked at for likeness, those heard of last first; pairs shown. */
const LOOKED_AT = 60;
const SHOWN = 50;
/** An address that many claim tells nothing of any of them. */
const TOO_COMMON = 5;

/** Pairs who may be one person, over everybody: those who share an address, or a name with its reading. Each pair once. */
export async function allDuplicates(tx: Tx, workspaceId: string): Promise<(Duplicate & { of: CustomerSummary })[]> {
  const { rows } = await sql<CustomerSummary>`
    with shared as (
      select c.person_id from identities i
      join customers c on c.workspace_id = i.workspace_id and c.id = i.customer_id
      join (select kind, value from identities where workspace_id = ${workspaceId} and kind <> 'visitor'
        group by kind, value having count(*) between 2 and ${TOO_COMMON}) s on s.kind = i.kind and s.value = i.value
      where i.workspace_id = ${workspaceId}
      union
      select c.person_id from customers c
      join (select name_key, reading_key from customers where workspace_id = ${workspaceId} and name_key <> '' and reading_key <> ''
        group by name_key, reading_key having count(*) between 2 and ${TOO_COMMON}) s using (name_key, reading_key)
      where c.workspace_id = ${workspaceId}
    )
    select r.id, r.name, r.reading from customers r join shared on shared.person_id = r.id
    where r.workspace_id = ${workspaceId} and r.erased_at is null
    order by r.created_at desc, r.id desc limit ${LOOKED_AT}`.execute(tx);
  const pairs = new Map<string, Duplicate & { of: CustomerSummary }>();
  for (const of of rows)
    for (const found of (await duplicatesOf(tx, workspaceId, of.id)) ?? []) {
      const key = [of.id, found.customer.id].sort().join(' ');
      if (!pairs.has(key)) pairs.set(key, { of, ...found });
    }
  return [...pairs.values()].slice(0, SHOWN);
}
