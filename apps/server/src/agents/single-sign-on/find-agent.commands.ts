import type { Role } from '@madoguchi/contract/agents.ts';
import type { Ctx, Platform } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { insertAgent } from '../agents.commands.ts';
import { emailTaken } from '../agents.errors.ts';
import { teamUpdated } from '../agents.events.ts';
import type { Accounts } from '../sign-in/accounts.ts';
import { readTeam } from '../teams.queries.ts';
import { domainOf, isAddressSure, localeOf, roleOf } from './claims.rules.ts';
import { SingleSignOnRefused } from './refused.ts';
import type { StoredSingleSignOn } from './settings.queries.ts';
import type { Claimed } from './single-sign-on.types.ts';

type Deps = { platform: Platform; accounts: Accounts };
export type FoundAgent = { id: string; accountId: string; name: string; role: Role; how: 'linked' | 'new_link' | 'made' };

/**
 * Who the claims mean in this workspace, in the caller's transaction: the agent connected to the subject; else, once and by a sure
 * address only, the agent who has it; else a new one, where the workspace wants that. An owner is never found by an address: whoever may
 * set the provider up could make one up. @throws SingleSignOnRefused
 */
export async function findAgent(ctx: Ctx, tx: Tx, deps: Deps, settings: StoredSingleSignOn, claimed: Claimed): Promise<FoundAgent> {
  const { email } = claimed;
  if (settings.domains.length > 0) {
    if (!email) throw new SingleSignOnRefused('mail_missing');
    if (!settings.domains.includes(domainOf(email))) throw new SingleSignOnRefused('domain');
  }
  const linked = await linkedAgent(tx, settings, claimed.subject);
  if (linked) return { ...active(linked), how: 'linked' };

  if (!email) throw new SingleSignOnRefused('mail_missing');
  if (!isAddressSure(claimed, settings.trusted_domains)) throw new SingleSignOnRefused('mail_unverified');
  const row = await tx
    .selectFrom('agents')
    .select(['id', 'account_id', 'name', 'role', 'deactivated_at'])
    .where('workspace_id', '=', settings.workspace_id)
    .where('email', '=', email)
    .executeTakeFirst();
  if (!row) {
    if (!settings.makes_agents) throw new SingleSignOnRefused('nobody');
    return makeAgent(ctx, tx, deps, settings, { ...claimed, email });
  }
  const agent = active(row);
  if (agent.role === 'owner') throw new SingleSignOnRefused('owner');
  await link(ctx, tx, settings, claimed.subject, agent.id);
  return { ...agent, how: 'new_link' };
}

type Row = { id: string; account_id: string; name: string; role: string; deactivated_at: Date | null };

function active(row: Row): Omit<FoundAgent, 'how'> {
  if (row.deactivated_at) throw new SingleSignOnRefused('deactivated');
  return { id: row.id, accountId: row.account_id, name: row.name, role: row.role as Role };
}

const linkedAgent = (tx: Tx, { workspace_id, issuer }: StoredSingleSignOn, subject: string): Promise<Row | undefined> =>
  tx
    .selectFrom('single_sign_on_links as l')
    .innerJoin('agents as a', (join) => join.onRef('a.workspace_id', '=', 'l.workspace_id').onRef('a.id', '=', 'l.agent_id'))
    .select(['a.id', 'a.account_id', 'a.name', 'a.role', 'a.deactivated_at'])
    .where('l.workspace_id', '=', workspace_id)
    .where('l.issuer', '=', issuer)
    .where('l.subject', '=', subject)
    .executeTakeFirst();

/** Connects a subject and an agent, if neither is connected otherwise. @throws SingleSignOnRefused */
export async function link(ctx: Ctx, tx: Tx, settings: StoredSingleSignOn, subject: string, agentId: string): Promise<void> {
  const now = ctx.clock.now();
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('single_sign_on_links')
    .values({
      workspace_id: settings.workspace_id,
      issuer: settings.issuer,
      subject,
      agent_id: agentId,
      created_at: now,
      last_used_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) throw new SingleSignOnRefused('linked');
}

async function makeAgent(
  ctx: Ctx,
  tx: Tx,
  deps: Deps,
  settings: StoredSingleSignOn,
  claimed: Claimed & { email: string },
): Promise<FoundAgent> {
  const role = roleOf(claimed.groups, settings.roles) ?? 'agent';
  const name = (claimed.name ?? claimed.email.split('@')[0]!).slice(0, 100);
  const wish = { name, email: claimed.email, role, locale: localeOf(claimed.locale) };
  const made = await insertAgent(ctx, tx, deps, wish, null).catch((error: Error) => {
    throw error.message === emailTaken().message ? new SingleSignOnRefused('nobody', error) : error;
  });
  await link(ctx, tx, settings, claimed.subject, made.agentId);
  for (const teamId of settings.team_ids) {
    await tx
      .insertInto('team_members')
      .values({ workspace_id: settings.workspace_id, team_id: teamId, agent_id: made.agentId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const team = await readTeam(ctx, tx, teamId);
    await ctx.append(tx, teamUpdated({ teamId, name: team.name, memberIds: team.memberIds }));
  }
  return { id: made.agentId, accountId: made.accountId, name, role, how: 'made' };
}
