import type { ApprovalConditions, ApprovalRule } from '@madoguchi/contract/approvals.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';

/** The rules in the order in which they are tried. */
export async function listRules(ctx: Ctx, tx: Tx): Promise<ApprovalRule[]> {
  const rows = await tx
    .selectFrom('approval_rules')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .orderBy('place')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    enabled: row.enabled,
    conditions: row.conditions as ApprovalConditions,
    approvers: { agentIds: row.approver_agent_ids, teamIds: row.approver_team_ids },
    minutes: row.minutes,
  }));
}
