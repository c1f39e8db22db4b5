import type { Customer } from '@madoguchi/contract/customers.ts';
import type { Tx } from '../../platform/db/db.ts';

/** The merges that made one person of these customers and stand, the latest first. */
export async function standingMerges(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<Customer['merged']> {
  const rows = await tx
    .selectFrom('customer_merges as m')
    .innerJoin('customers as c', (join) => join.onRef('c.workspace_id', '=', 'm.workspace_id').onRef('c.id', '=', 'm.customer_id'))
    .select(['m.id', 'm.customer_id', 'm.because', 'm.merged_by', 'm.merged_at', 'c.name', 'c.reading'])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.customer_id', 'in', [...ids])
    .where('m.undone_at', 'is', null)
    .orderBy('m.merged_at', 'desc')
    .execute();
  if (rows.length === 0) return [];
  const identities = await tx
    .selectFrom('identities')
    .select(['id', 'customer_id'])
    .where('workspace_id', '=', workspaceId)
    .where(
      'customer_id',
      'in',
      rows.map(({ customer_id }) => customer_id),
    )
    .execute();
  return rows.map((row) => ({
    id: row.id,
    customer: {
      id: row.customer_id,
      name: row.name,
      reading: row.reading,
      identityIds: identities.filter(({ customer_id }) => customer_id === row.customer_id).map(({ id }) => id),
    },
    because: row.because as string[],
    mergedBy: row.merged_by,
    mergedAt: row.merged_at.toISOString(),
  }));
}
