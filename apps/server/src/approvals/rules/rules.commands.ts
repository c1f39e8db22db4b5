import type { ApprovalRule, ApprovalRuleBody } from '@madoguchi/contract/approvals.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { approvalRuleRemoved, approvalRuleSaved, approvalRulesSorted } from '../approvals.events.ts';
import { listRules } from './rules.queries.ts';

/** Adds a rule behind the others, or (with `id`) replaces one. @throws notFound */
export async function saveRule(ctx: Ctx, id: string | null, wish: ApprovalRuleBody): Promise<ApprovalRule> {
  return ctx.transaction(async (tx) => {
    const before = await lockRules(ctx, tx);
    if (id && !before.some((one) => one.id === id)) throw notFound();
    const rule = { ...wish, name: wish.name.trim(), id: id ?? newId('apr') };
    const columns = {
      name: rule.name,
      enabled: rule.enabled,
      conditions: JSON.stringify(rule.conditions),
      approver_agent_ids: rule.approvers.agentIds,
      approver_team_ids: rule.approvers.teamIds,
      minutes: rule.minutes,
    };
    if (id) await write(ctx, tx, id, columns);
    else
      await tx
        .insertInto('approval_rules')
        .values({ workspace_id: ctx.viewer.workspaceId, id: rule.id, place: before.length, ...columns })
        .execute();
    await ctx.append(tx, approvalRuleSaved({ ruleId: rule.id, name: rule.name }));
    return rule;
  });
}

/** In which order they are tried; those not named keep their places behind. */
export async function sortRules(ctx: Ctx, ids: readonly string[]): Promise<ApprovalRule[]> {
  return ctx.transaction(async (tx) => {
    const before = (await lockRules(ctx, tx)).map(({ id }) => id);
    const rank = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
    const after = before.toSorted((a, b) => rank(a) - rank(b));
    if (after.join() !== before.join()) {
      for (const [place, id] of after.entries()) await write(ctx, tx, id, { place });
      await ctx.append(tx, approvalRulesSorted({ ids: after }));
    }
    return listRules(ctx, tx);
  });
}

/** Replies that wait by it go on waiting. @throws notFound */
export async function removeRule(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const removed = await tx
      .deleteFrom('approval_rules')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returning('name')
      .executeTakeFirst();
    if (!removed) throw notFound();
    await ctx.append(tx, approvalRuleRemoved({ ruleId: id, name: removed.name }));
  });
}

type Columns = {
  name: string;
  enabled: boolean;
  conditions: string;
  approver_agent_ids: string[];
  approver_team_ids: string[];
  minutes: number;
  place: number;
};
const write = (ctx: Ctx, tx: Tx, id: string, set: Partial<Columns>) =>
  tx.updateTable('approval_rules').set(set).where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', id).execute();

async function lockRules(ctx: Ctx, tx: Tx): Promise<ApprovalRule[]> {
  await tx.selectFrom('approval_rules').select('id').where('workspace_id', '=', ctx.viewer.workspaceId).orderBy('id').forUpdate().execute();
  return listRules(ctx, tx);
}
