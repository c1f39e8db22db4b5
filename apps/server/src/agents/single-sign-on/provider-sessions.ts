import { systemActor } from '../../platform/actor.ts';
import { makeCtx, type Platform } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Accounts } from '../sign-in/accounts.ts';
import type { Begun } from '../sign-in/sessions.commands.ts';
import { STEP_MS } from '../two-factor/step-token.ts';
import type { LoggedOut } from './logout-token.rules.ts';
import type { ProviderSession } from './single-sign-on.types.ts';

type Deps = { platform: Platform; accounts: Accounts };
const KIND = 'single_sign_on_session';

/** Keeps which session at the provider a session of ours began with. The row goes with our session. */
export async function keepProviderSession(platform: Platform, from: ProviderSession, { who }: Begun): Promise<void> {
  const ctx = makeCtx(platform, systemViewer(from.workspaceId), systemActor);
  await ctx.transaction((tx) =>
    tx
      .insertInto('single_sign_on_sessions')
      .values({
        workspace_id: from.workspaceId,
        session_id: who.sessionId,
        issuer: from.issuer,
        subject: from.subject,
        sid: from.sid,
        id_token: Buffer.from(from.idToken, 'base64url'),
        agent_id: who.agentId,
      })
      .execute(),
  );
}

/** Sets a provider's session aside until the second step is done; the word to take it up with. */
export const parkProviderSession = ({ platform, accounts }: Deps, from: ProviderSession): Promise<string> =>
  accounts.challenges.put(KIND, from, { now: platform.clock.now(), ms: STEP_MS });

/** Takes it up again; nothing happens for a word that was used. */
export async function keepParkedSession({ platform, accounts }: Deps, word: string, begun: Begun): Promise<void> {
  const from = await accounts.challenges.take<ProviderSession>(KIND, word, platform.clock.now());
  if (from) await keepProviderSession(platform, from, begun);
}

/**
 * The sessions of ours that a logout token means. Named by `sid` it is that one, and those of the same person for which the provider
 * gave no name; by `sub` alone all of theirs.
 */
export const sessionsMeant = (tx: Tx, workspaceId: string, issuer: string, { sub, sid }: LoggedOut) =>
  tx
    .selectFrom('single_sign_on_sessions as s')
    .innerJoin('agents as a', (join) => join.onRef('a.workspace_id', '=', 's.workspace_id').onRef('a.id', '=', 's.agent_id'))
    .select(['s.session_id', 'a.account_id', 'a.id as agent_id'])
    .where('s.workspace_id', '=', workspaceId)
    .where('s.issuer', '=', issuer)
    .$if(sub !== null, (query) => query.where('s.subject', '=', sub!))
    .$if(sid !== null, (query) =>
      query.where((is) => (sub === null ? is('s.sid', '=', sid) : is.or([is('s.sid', '=', sid), is('s.sid', 'is', null)]))),
    )
    .execute();
