import type { Selectable } from 'kysely';
import { makeShortCache } from '../../platform/cache/short-cache.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { AutomationRulesTable } from './rules.tables.ts';
import type { Rule } from './rules.types.ts';

export type RuleRow = Selectable<AutomationRulesTable>;

/** Ids are unique across installations, so one cache serves every database of a process. */
const cache = makeShortCache<Rule[]>({ ttlMs: 5000, max: 1000 });

export const forgetRules = (workspaceId: string): void => cache.drop(workspaceId);

/** The rules that are switched on, in their order, at most five seconds old. */
export const activeRules = (ctx: Ctx): Promise<Rule[]> =>
  cache.get(ctx.viewer.workspaceId, () => ctx.transaction((tx) => readActive(tx, ctx.viewer.workspaceId)));

/** The same as they are now. */
export const readActive = async (tx: Tx, workspaceId: string): Promise<Rule[]> =>
  (await rulesInOrder(tx, workspaceId)).filter(({ enabled }) => enabled).map(toRule);

export const rulesInOrder = (tx: Tx, workspaceId: string): Promise<RuleRow[]> =>
  tx.selectFrom('automation_rules').selectAll().where('workspace_id', '=', workspaceId).orderBy('position').orderBy('id').execute();

export const toRule = (row: RuleRow): Rule => ({
  id: row.id,
  name: row.name,
  enabled: row.enabled,
  version: row.version,
  when: row.occasion,
  conditions: row.conditions,
  actions: row.actions,
  stopAfter: row.stop_after,
  countsSince: row.counts_since,
});
