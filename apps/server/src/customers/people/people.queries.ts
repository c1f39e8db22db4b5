import type { Tx } from '../../platform/db/db.ts';

/**
 * The customers that are one person with this one, the one they were merged into first. Only itself when nobody was merged; empty when the
 * viewer may not see it.
 */
export async function personOf(tx: Tx, workspaceId: string, customerId: string): Promise<{ id: string; ids: string[] } | null> {
  const rows = await tx
    .selectFrom('customers as c')
    .innerJoin('customers as all', (join) =>
      join.onRef('all.workspace_id', '=', 'c.workspace_id').onRef('all.person_id', '=', 'c.person_id'),
    )
    .select(['all.id', 'all.person_id'])
    .where('c.workspace_id', '=', workspaceId)
    .where('c.id', '=', customerId)
    .orderBy('all.id')
    .execute();
  const id = rows[0]?.person_id;
  return id === undefined ? null : { id, ids: [id, ...rows.map((row) => row.id).filter((one) => one !== id)] };
}

/** The ids of everybody who is one person with this one, for a condition of another query. */
export const idsOfPerson = (tx: Tx, workspaceId: string, customerId: string) =>
  tx
    .selectFrom('customers as same')
    .select('same.id')
    .where('same.workspace_id', '=', workspaceId)
    .where('same.person_id', '=', (eb) =>
      eb
        .selectFrom('customers as one')
        .select('one.person_id')
        .where('one.workspace_id', '=', workspaceId)
        .where('one.id', '=', customerId),
    );
