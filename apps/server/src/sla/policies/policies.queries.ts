import type { Policy } from '@madoguchi/contract/promises.ts';
import type { Selectable } from 'kysely';
import { makeShortCache } from '../../platform/cache/short-cache.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { SlaPoliciesTable } from '../sla.tables.ts';

/** `countsSince`: what fell due, or was over, before that was never promised. */
export type CountingPolicy = Policy & { countsSince: Date };

/** Ids are unique across installations, so one cache serves every database of a process. */
const cache = makeShortCache<CountingPolicy[]>({ ttlMs: 5000, max: 1000 });

export const forgetPolicies = (workspaceId: string): void => cache.drop(workspaceId);

/** The policies in the order in which they are tried. */
export async function listPolicies(tx: Tx, workspaceId: string): Promise<CountingPolicy[]> {
  const rows = await tx
    .selectFrom('sla_policies')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toPolicy);
}

/** The same, at most five seconds old. Inside a transaction hand it over, so that a miss takes no second connection. */
export const policiesOf = (ctx: Ctx, tx?: Tx): Promise<CountingPolicy[]> =>
  cache.get(ctx.viewer.workspaceId, () =>
    tx ? listPolicies(tx, ctx.viewer.workspaceId) : ctx.transaction((own) => listPolicies(own, ctx.viewer.workspaceId)),
  );

export const toPolicy = (row: Selectable<SlaPoliciesTable>): CountingPolicy => ({
  id: row.id,
  name: row.name,
  enabled: row.enabled,
  conditions: row.conditions,
  targets: row.targets,
  escalations: row.escalations,
  warnAt: row.warn_at,
  botAnswers: row.bot_answers,
  countsSince: row.counts_since,
});
