import type { Passkey } from '@madoguchi/contract/passkeys.ts';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { passkeyLastWayIn, passkeyRefused, passkeysTooMany, passkeyWrong, signInStepOver } from '../agents.errors.ts';
import { passkeyAdded, passkeyRemoved, passkeySignInRefused } from '../agents.events.ts';
import type { AgentAccess } from '../agents.types.ts';
import { accessOfAccount } from '../sign-in/access.queries.ts';
import type { Access } from '../sign-in/access.ts';
import type { Accounts, Client } from '../sign-in/accounts.ts';
import { type Begun, enter, refuseBesideProvider } from '../sign-in/sessions.commands.ts';
import { isConnected } from '../single-sign-on/settings.queries.ts';
import { counterAfter, madeBy, type Party, questionToMake, questionToUse } from './relying-party.ts';

type Deps = { platform: Platform; accounts: Accounts; access: Access };
type Mine = Pick<AgentAccess, 'accountId' | 'agentId' | 'sessionId' | 'name'>;

const QUESTION_MS = 5 * 60_000;
const MOST = 20;
const [TO_MAKE, TO_USE] = ['passkey_made', 'passkey_used'];

/** What the browser is asked to make; holds for this account in this session. @throws passkeysTooMany */
export async function beginPasskey(ctx: Ctx, { accounts }: Deps, party: Party, who: Mine & { email: string }) {
  const have = (await accounts.passkeys.of(who.accountId)).map(({ id }) => id);
  if (have.length >= MOST) throw passkeysTooMany();
  const options = await questionToMake(party, { ...who, have });
  const value = { challenge: options.challenge, accountId: who.accountId, sessionId: who.sessionId };
  const word = await accounts.challenges.put(TO_MAKE!, value, { now: ctx.clock.now(), ms: QUESTION_MS });
  return { options: { ...options }, word };
}

type Answered<A> = { word: string; answer: A };

/** Keeps what the browser made. @throws passkeyRefused for another question, another session, one too late, and a passkey somebody has */
export async function addPasskey(
  ctx: Ctx,
  { accounts }: Deps,
  party: Party,
  who: Mine,
  { word, answer, name }: Answered<RegistrationResponseJSON> & { name: string },
): Promise<Passkey> {
  const now = ctx.clock.now();
  const asked = await accounts.challenges.take<{ challenge: string; accountId: string; sessionId: string }>(TO_MAKE!, word, now);
  const isMine = asked?.accountId === who.accountId && asked.sessionId === who.sessionId;
  const made = isMine ? await madeBy(party, asked.challenge, answer) : null;
  const added = made && (await accounts.passkeys.add({ ...made, accountId: who.accountId, name }, now));
  if (!added) throw passkeyRefused();
  await ctx.transaction((tx) => ctx.append(tx, passkeyAdded({ agentId: who.agentId, name })));
  return added;
}

/** @throws notFound */
export async function renamePasskey({ accounts }: Deps, who: Mine, id: string, name: string): Promise<Passkey> {
  const renamed = await accounts.passkeys.rename(who.accountId, id, name);
  if (!renamed) throw notFound();
  return renamed;
}

/** Removes one of one's own, never the last way in. @throws notFound · passkeyLastWayIn */
export async function removePasskey(ctx: Ctx, { accounts }: Deps, who: Mine, id: string): Promise<void> {
  const others =
    (await accounts.hasPassword(who.accountId)) || (await ctx.transaction((tx) => isConnected(tx, ctx.viewer.workspaceId, who.agentId)));
  const name = await accounts.passkeys.remove(who.accountId, id, { others: !others });
  if (name === null) {
    const is = (await accounts.passkeys.of(who.accountId)).some((one) => one.id === id);
    throw is ? passkeyLastWayIn() : notFound();
  }
  await ctx.transaction((tx) => ctx.append(tx, passkeyRemoved({ agentId: who.agentId, name })));
}

/** Asks for any passkey of this place: who comes is told by the passkey itself. */
export async function beginPasskeySignIn({ platform, accounts }: Deps, party: Party) {
  const options = await questionToUse(party);
  const word = await accounts.challenges.put(TO_USE!, options.challenge, { now: platform.clock.now(), ms: QUESTION_MS });
  return { options: { ...options }, word };
}

/**
 * Signs in with a passkey. It was opened by finger, face or PIN: no second step is due.
 * @throws signInStepOver for a question of before · passkeyWrong, the same for an unknown one, a wrong answer and an agent who has left ·
 * singleSignOnOnly
 */
export async function signInWithPasskey(
  deps: Deps,
  party: Party,
  { word, answer }: Answered<AuthenticationResponseJSON>,
  client: Client,
): Promise<Begun> {
  const { platform, accounts } = deps;
  const now = platform.clock.now();
  const challenge = await accounts.challenges.take<string>(TO_USE!, word, now);
  if (challenge === null) throw signInStepOver();
  const passkey = await accounts.passkeys.byId(answer.id);
  const counter = await counterAfter(party, challenge, answer, passkey);
  const who = passkey && (await accessOfAccount(platform, { id: '', accountId: passkey.accountId }));
  if (!who) throw passkeyWrong();
  if (counter === null || !(await accounts.passkeys.used(passkey, counter, now))) {
    const ctx = makeCtx(platform, who.viewer, { kind: 'agent', id: who.agentId, name: who.name, ip: client.ip });
    await ctx.transaction((tx) => ctx.append(tx, passkeySignInRefused({ agentId: who.agentId })));
    throw passkeyWrong();
  }
  await refuseBesideProvider(platform, who);
  return enter(deps, who.accountId, client);
}
