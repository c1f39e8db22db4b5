import type { CannedUse } from '@madoguchi/contract/canned-responses.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';

const LATELY_MS = 90 * 86_400_000;

/**
 * How often canned responses were used in the last 90 days, those of others included that are not shared: the caller shows what the agent may see.
 * A conversation counts as solved by one when it was resolved after it and has not been reopened.
 */
export async function cannedUsage(tx: Tx, workspaceId: string, now: Date): Promise<CannedUse[]> {
  const rows = await tx
    .selectFrom('canned_uses')
    .select((eb) => [
      'canned_id',
      eb.fn.countAll<number>().as('used'),
      eb.fn.count<number>('conversation_id').distinct().as('conversations'),
      sql<number>`count(distinct conversation_id) filter (where solved_at is not null and reopened_at is null)`.as('solved'),
      eb.fn.max('used_at').as('last'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('used_at', '>=', new Date(now.getTime() - LATELY_MS))
    .groupBy('canned_id')
    .execute();
  return rows.map(({ canned_id: id, used, conversations, solved, last }) => ({
    id,
    used,
    conversations,
    solved,
    lastUsedAt: last.toISOString(),
  }));
}
