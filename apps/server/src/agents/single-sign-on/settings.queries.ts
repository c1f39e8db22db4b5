import type { SingleSignOn } from '@madoguchi/contract/single-sign-on.ts';
import type { Selectable } from 'kysely';
import type { Platform } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { SingleSignOnTable } from './single-sign-on.tables.ts';
import type { Places } from './single-sign-on.types.ts';

export type StoredSingleSignOn = Selectable<SingleSignOnTable> & { domains: string[] };

/** The settings of a workspace with its domains; undefined while nobody has set any. */
export async function storedSingleSignOn(tx: Tx, workspaceId: string): Promise<StoredSingleSignOn | undefined> {
  const row = await tx.selectFrom('single_sign_on').selectAll().where('workspace_id', '=', workspaceId).executeTakeFirst();
  if (!row) return undefined;
  const domains = await tx
    .selectFrom('single_sign_on_domains')
    .select('domain')
    .where('workspace_id', '=', workspaceId)
    .orderBy('domain')
    .execute();
  return { ...row, domains: domains.map(({ domain }) => domain) };
}

/** Whether agents come in by the provider only; owners are asked for their second factor then. */
export async function isSingleSignOnRequired(tx: Tx, workspaceId: string): Promise<boolean> {
  const row = await tx.selectFrom('single_sign_on').select('required').where('workspace_id', '=', workspaceId).executeTakeFirst();
  return row?.required ?? false;
}

/** Whether an agent can come in by the provider: they are connected, and it is in use. */
export async function isConnected(tx: Tx, workspaceId: string, agentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('single_sign_on as s')
    .innerJoin('single_sign_on_links as l', (join) =>
      join.onRef('l.workspace_id', '=', 's.workspace_id').onRef('l.issuer', '=', 's.issuer'),
    )
    .select('l.agent_id')
    .where('s.workspace_id', '=', workspaceId)
    .where('s.enabled', '=', true)
    .where('l.agent_id', '=', agentId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Who is connected at the present issuer. */
export async function linkedAgentIds(tx: Tx, workspaceId: string, issuer: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('single_sign_on_links')
    .select('agent_id')
    .where('workspace_id', '=', workspaceId)
    .where('issuer', '=', issuer)
    .orderBy('agent_id')
    .execute();
  return rows.map((row) => row.agent_id);
}

/** As administrators see them: that there is a secret, never the secret. */
export const toSettings = (
  row: StoredSingleSignOn | undefined,
): Omit<SingleSignOn, keyof Places | 'linkedAgentIds' | 'tested' | 'lastTest'> => ({
  issuer: row?.issuer ?? '',
  clientId: row?.client_id ?? '',
  hasSecret: row !== undefined && row.client_secret !== null,
  label: row?.label ?? '',
  domains: row?.domains ?? [],
  trustedDomains: row?.trusted_domains ?? [],
  nameClaim: row?.name_claim ?? 'name',
  localeClaim: row?.locale_claim ?? 'locale',
  groupsClaim: row?.groups_claim ?? '',
  roles: row?.roles ?? [],
  makesAgents: row?.makes_agents ?? false,
  teamIds: row?.team_ids ?? [],
  asksSecondStep: row?.asks_second_step ?? false,
  signOut: row?.sign_out ?? 'here',
  enabled: row?.enabled ?? false,
  required: row?.required ?? false,
});

/**
 * The workspace whose provider addresses of a domain come by, with what its button says: the one that names the domain, or the only
 * workspace of the installation. Whether there is such an agent plays no part.
 */
export async function workspaceFor({ db }: Platform, domain: string): Promise<{ workspaceId: string; label: string } | null> {
  return db.directory(async (tx) => {
    const named = await tx
      .selectFrom('single_sign_on_domains')
      .select('workspace_id')
      .where('domain', '=', domain.toLowerCase())
      .executeTakeFirst();
    const all = named ? [named] : await tx.selectFrom('workspaces').select('workspace_id').limit(2).execute();
    if (all.length !== 1) return null;
    const row = await tx
      .selectFrom('single_sign_on')
      .select(['workspace_id', 'label'])
      .where('workspace_id', '=', all[0]!.workspace_id)
      .where('enabled', '=', true)
      .executeTakeFirst();
    return row ? { workspaceId: row.workspace_id, label: row.label } : null;
  });
}
