import type { Role } from '@madoguchi/contract/agents.ts';
import { systemActor } from '../../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { seal } from '../../platform/secrets/seal.ts';
import { agentUpdated, singleSignOnAgentMade, singleSignOnLinked, singleSignOnRoleGiven, singleSignOnTested } from '../agents.events.ts';
import { accessOfAccount } from '../sign-in/access.queries.ts';
import type { Access } from '../sign-in/access.ts';
import type { Accounts, Client } from '../sign-in/accounts.ts';
import { type Begun, type Due, dueAfter, enter } from '../sign-in/sessions.commands.ts';
import { claimedOf, isAddressSure, roleOf } from './claims.rules.ts';
import { failureOf } from './failures.rules.ts';
import { type FoundAgent, findAgent, link } from './find-agent.commands.ts';
import { endRound } from './provider.ts';
import { keepProviderSession, parkProviderSession } from './provider-sessions.ts';
import { SingleSignOnRefused } from './refused.ts';
import { placeOf, settingsOf, takeRound } from './rounds.ts';
import type { StoredSingleSignOn } from './settings.queries.ts';
import type { Claimed, SingleSafe, TestResult } from './single-sign-on.types.ts';

type Deps = { platform: Platform; accounts: Accounts; access: Access } & SingleSafe;
/** The query of the address that the provider sent the browser to, and the word of the browser where the round began. */
type Answer = { query: string; browser: string | undefined };

/** How a round ended: with a session, with a second step that is due, or (`tested`) as a trial of the settings. */
export type Ended = { next: string } & ({ begun: Begun } | { due: Due } | { tested: TestResult });

/** Ends a round that came back from the provider. @throws SingleSignOnRefused */
export async function finishRound(deps: Deps, { query, browser }: Answer, client: Client): Promise<Ended> {
  const round = await takeRound(deps, new URLSearchParams(query).get('state') ?? '', browser);
  if (!round) throw new SingleSignOnRefused('over');
  const settings = await settingsOf(deps.platform, round.workspaceId);
  if (!settings || settings.issuer !== round.issuer) throw new SingleSignOnRefused('off');
  const names = { nameClaim: settings.name_claim, localeClaim: settings.locale_claim, groupsClaim: settings.groups_claim };
  const wanted = ['email', names.nameClaim || 'name', ...(names.groupsClaim ? [names.groupsClaim] : [])];
  const come = async () => {
    const { claims, ...rest } = await endRound(placeOf(settings, deps.sealingKey), deps.hosts, round.secrets, { query, wanted });
    return { claimed: claimedOf(claims, names), ...rest };
  };
  if (round.testerId !== null)
    return { next: round.next, tested: await test(deps, settings, { testerId: round.testerId, ip: client.ip }, come) };

  if (!settings.enabled) throw new SingleSignOnRefused('off');
  const { claimed, idToken, sid } = await come();
  const ctx = makeCtx(deps.platform, systemViewer(settings.workspace_id), systemActor);
  const found = await ctx.transaction((tx) => findAgent(ctx, tx, deps, settings, claimed));
  await note(deps, settings, found, claimed, client);
  const who = settings.asks_second_step && (await accessOfAccount(deps.platform, { id: '', accountId: found.accountId }));
  const from = {
    workspaceId: settings.workspace_id,
    issuer: settings.issuer,
    subject: claimed.subject,
    sid,
    idToken: seal(deps.sealingKey, idToken).toString('base64url'),
  };
  const due = who && (await dueAfter(deps, who, { from: { from: await parkProviderSession(deps, from) } }));
  if (due) return { next: round.next, due };
  const begun = await enter(deps, found.accountId, client);
  await keepProviderSession(deps.platform, from, begun);
  return { next: round.next, begun };
}

/** What signing in changed, written in the name of who did it: the audit log shows what people do. */
async function note(deps: Deps, settings: StoredSingleSignOn, found: FoundAgent, claimed: Claimed, { ip }: Client): Promise<void> {
  const viewer = systemViewer(settings.workspace_id);
  const ctx = makeCtx(deps.platform, viewer, { kind: 'agent', id: found.id, name: found.name, ip });
  await ctx.transaction(async (tx) => {
    await tx
      .updateTable('single_sign_on_links')
      .set({ last_used_at: ctx.clock.now() })
      .where('workspace_id', '=', settings.workspace_id)
      .where('issuer', '=', settings.issuer)
      .where('agent_id', '=', found.id)
      .execute();
    if (found.how === 'made') await ctx.append(tx, singleSignOnAgentMade({ agentId: found.id, role: found.role }));
    if (found.how === 'new_link') await ctx.append(tx, singleSignOnLinked({ agentId: found.id }));
    await giveRole(ctx, tx, deps, settings, found, claimed);
  });
}

/** Groups decide at every sign-in; owners, and who was given a role of the workspace's own, stay what they are. */
async function giveRole(ctx: Ctx, tx: Tx, { access }: Deps, settings: StoredSingleSignOn, found: FoundAgent, claimed: Claimed) {
  const to = roleOf(claimed.groups, settings.roles);
  if (to === null || to === found.role || found.role === 'owner') return;
  const { numUpdatedRows } = await tx
    .updateTable('agents')
    .set({ role: to })
    .where('workspace_id', '=', settings.workspace_id)
    .where('id', '=', found.id)
    .where('role', '=', found.role)
    .where('role_id', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return;
  await ctx.append(tx, [
    singleSignOnRoleGiven({ agentId: found.id, from: found.role, to }),
    agentUpdated({ agentId: found.id, changed: ['role'], role: to }),
  ]);
  tx.afterCommit(() => access.changed({ workspaceId: settings.workspace_id, agentId: found.id, sessionId: null }));
}

/** The whole round for who sets it up; when it leads back to them they are connected, so that requiring it cannot shut them out. */
async function test(
  deps: Deps,
  settings: StoredSingleSignOn,
  { testerId, ip }: { testerId: string; ip: string },
  come: () => Promise<{ claimed: Claimed }>,
): Promise<TestResult> {
  const { workspace_id, issuer } = settings;
  const system = makeCtx(deps.platform, systemViewer(workspace_id), systemActor);
  const me = await system.transaction((tx) =>
    tx
      .selectFrom('agents')
      .select(['name', 'email'])
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', testerId)
      .executeTakeFirstOrThrow(),
  );
  const ctx = makeCtx(deps.platform, systemViewer(workspace_id), { kind: 'agent', id: testerId, name: me.name, ip });
  let told: TestResult['told'] = null;
  let failure: TestResult['failure'] = null;
  try {
    const { claimed } = await come();
    const { subject, ...rest } = claimed;
    told = { ...rest, role: roleOf(claimed.groups, settings.roles) satisfies Role | null };
    await ctx.transaction((tx) => connectTester(ctx, tx, deps, settings, { id: testerId, email: me.email }, claimed));
  } catch (error) {
    failure = failureOf(error);
    if (!(error instanceof SingleSignOnRefused)) throw error;
  }
  const result: TestResult = { at: ctx.clock.now().toISOString(), by: me.name, failure, told };
  await ctx.transaction(async (tx) => {
    await tx
      .updateTable('single_sign_on')
      .set({ last_test: JSON.stringify(result), ...(failure === null ? { tested_at: ctx.clock.now() } : {}) })
      .where('workspace_id', '=', workspace_id)
      .where('issuer', '=', issuer)
      .where('client_id', '=', settings.client_id)
      .where('updated_at', '=', settings.updated_at)
      .execute();
    await ctx.append(tx, singleSignOnTested({ because: failure }));
  });
  return result;
}

/** @throws SingleSignOnRefused when the round leads to another agent, or to none */
async function connectTester(
  ctx: Ctx,
  tx: Tx,
  deps: Deps,
  settings: StoredSingleSignOn,
  me: { id: string; email: string },
  claimed: Claimed,
): Promise<void> {
  const mine = isAddressSure(claimed, settings.trusted_domains) && claimed.email === me.email.toLowerCase();
  const found = await findAgent(ctx, tx, deps, { ...settings, makes_agents: false }, claimed).catch((error: SingleSignOnRefused) => {
    if (error.because === 'owner' && mine) return null;
    throw error.because === 'nobody' || error.because === 'owner' ? new SingleSignOnRefused('somebody_else') : error;
  });
  if (found && found.id !== me.id) throw new SingleSignOnRefused('somebody_else');
  if (!found) await link(ctx, tx, settings, claimed.subject, me.id);
  if (found?.how !== 'linked') await ctx.append(tx, singleSignOnLinked({ agentId: me.id }));
}
