import { systemActor } from '../../platform/actor.ts';
import { makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { unseal } from '../../platform/secrets/seal.ts';
import { sessionRevoked } from '../agents.events.ts';
import type { AgentAccess } from '../agents.types.ts';
import type { Access } from '../sign-in/access.ts';
import type { Accounts } from '../sign-in/accounts.ts';
import { REPLAY_MS, readLogoutToken } from './logout-token.ts';
import { endSessionAt } from './provider.ts';
import { sessionsMeant } from './provider-sessions.ts';
import { SingleSignOnRefused } from './refused.ts';
import { placeOf, settingsOf } from './rounds.ts';
import type { ProviderPlace, SingleSafe } from './single-sign-on.types.ts';

type Deps = { platform: Platform; accounts: Accounts; access: Access } & SingleSafe;
const KIND = 'single_sign_on_logout';

/** What can be ended at the provider when this session ends: asked for before it does. */
export type Leaving = { place: ProviderPlace; idToken: string };

/** Null where signing out ends only what is here, or the session did not begin at the present provider. */
export async function leavingOf({ platform, sealingKey }: Deps, who: AgentAccess): Promise<Leaving | null> {
  const { workspaceId } = who.viewer;
  const settings = await settingsOf(platform, workspaceId);
  if (!settings?.enabled || settings.sign_out !== 'provider') return null;
  const row = await makeCtx(platform, systemViewer(workspaceId), systemActor).transaction((tx) =>
    tx
      .selectFrom('single_sign_on_sessions')
      .select('id_token')
      .where('workspace_id', '=', workspaceId)
      .where('session_id', '=', who.sessionId)
      .where('issuer', '=', settings.issuer)
      .executeTakeFirst(),
  );
  return row ? { place: placeOf(settings, sealingKey), idToken: unseal(sealingKey, row.id_token) } : null;
}

/** Where the browser goes on to, with the state it brings back. @throws SingleSignOnRefused */
export const leave = ({ hosts }: Deps, { place, idToken }: Leaving, returnTo: string) => endSessionAt(place, hosts, { idToken, returnTo });

/**
 * Ends the sessions that the provider says are over (Back-Channel Logout 1.0): every window of theirs closes. None of them left is
 * as good. The same token counts once. @throws SingleSignOnRefused
 */
export async function endByProvider(deps: Deps, workspaceId: string, token: string): Promise<void> {
  const { platform, accounts, sealingKey, hosts } = deps;
  const settings = await settingsOf(platform, workspaceId);
  if (!settings || settings.issuer === '') throw new SingleSignOnRefused('off');
  const out = await readLogoutToken(placeOf(settings, sealingKey), hosts, token);
  const word = `${workspaceId} ${settings.issuer} ${out.jti}`;
  if (!(await accounts.challenges.isFirst(KIND, word, { now: platform.clock.now(), ms: REPLAY_MS }))) throw new SingleSignOnRefused('over');
  try {
    const ctx = makeCtx(platform, systemViewer(workspaceId), systemActor);
    for (const row of await ctx.transaction((tx) => sessionsMeant(tx, workspaceId, settings.issuer, out))) await endOne(deps, row);
  } catch (error) {
    await accounts.challenges.forget(KIND, word);
    throw error;
  }

  async function endOne({ accounts, access }: Deps, row: { session_id: string; account_id: string; agent_id: string }): Promise<void> {
    const session = (await accounts.sessions(row.account_id)).find(({ id }) => id === row.session_id);
    if (!session) return;
    await accounts.end(session.token);
    const ended = { agentId: row.agent_id, sessionId: row.session_id };
    access.changed({ workspaceId, ...ended });
    const ctx = makeCtx(platform, systemViewer(workspaceId), systemActor);
    await ctx.transaction((tx) => ctx.append(tx, sessionRevoked({ ...ended, because: 'by_provider' })));
  }
}
