import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { conditionsOf } from '../list/customer-filter.ts';

/** Of these people (ids of those whom others were merged into), who is in which of these segments. Segments that are gone have nobody. */
export async function membersOf(
  tx: Tx,
  workspaceId: string,
  { segmentIds, personIds, now }: { segmentIds: readonly string[]; personIds: readonly string[]; now: Date },
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (segmentIds.length === 0 || personIds.length === 0) return found;
  const segments = await tx
    .selectFrom('segments')
    .select(['id', 'filter'])
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', [...segmentIds])
    .execute();
  for (const { id, filter } of segments) {
    const conditions = conditionsOf(workspaceId, filter as Parameters<typeof conditionsOf>[1], now);
    const { rows } = await sql<{ id: string }>`select r.id from customers r where r.workspace_id = ${workspaceId}
      and r.id = any(${[...personIds]}) and ${sql.join(conditions, sql` and `)}`.execute(tx);
    for (const row of rows) found.set(row.id, [...(found.get(row.id) ?? []), id]);
  }
  return found;
}
