import type { MyTwoFactor } from '@madoguchi/contract/two-factor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { AgentAccess } from '../agents.types.ts';
import type { Accounts } from '../sign-in/accounts.ts';

/** Whether everybody of the workspace must use two-factor. */
export async function isTwoFactorRequired(tx: Tx, workspaceId: string): Promise<boolean> {
  const row = await tx.selectFrom('workspaces').select('two_factor_required').where('workspace_id', '=', workspaceId).executeTakeFirst();
  return row?.two_factor_required ?? false;
}

/** How it stands with one's own. */
export async function readMyTwoFactor(ctx: Ctx, accounts: Accounts, who: AgentAccess): Promise<MyTwoFactor> {
  const factor = await accounts.factors.of(who.accountId);
  const required = await ctx.transaction((tx) => isTwoFactorRequired(tx, ctx.viewer.workspaceId));
  return {
    on: factor !== null,
    since: factor?.since.toISOString() ?? null,
    recoveryCodesLeft: factor?.recoveryCodesLeft ?? 0,
    required,
  };
}

/** Who of the workspace uses it; a passkey counts as two factors. */
export async function readAgentsTwoFactor(ctx: Ctx, accounts: Accounts): Promise<{ required: boolean; agentIds: string[] }> {
  const { required, agents } = await ctx.transaction(async (tx) => ({
    required: await isTwoFactorRequired(tx, ctx.viewer.workspaceId),
    agents: await tx.selectFrom('agents').select(['id', 'account_id']).where('workspace_id', '=', ctx.viewer.workspaceId).execute(),
  }));
  const ids = agents.map((agent) => agent.account_id);
  const [codes, keys] = [await accounts.factors.among(ids), await accounts.passkeys.among(ids)];
  return { required, agentIds: agents.filter(({ account_id: id }) => codes.has(id) || keys.has(id)).map((agent) => agent.id) };
}
