import { randomBytes } from 'node:crypto';
import { systemActor } from '../../platform/actor.ts';
import { makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { unseal } from '../../platform/secrets/seal.ts';
import { hashOf } from '../sign-in/access.ts';
import type { Accounts } from '../sign-in/accounts.ts';
import { safeNext } from './claims.rules.ts';
import { beginRound } from './provider.ts';
import { SingleSignOnRefused } from './refused.ts';
import { type StoredSingleSignOn, storedSingleSignOn } from './settings.queries.ts';
import type { ProviderPlace, RoundSecrets, SingleSafe } from './single-sign-on.types.ts';

const ROUND_MS = 10 * 60_000;
const KIND = 'single_sign_on';

/** Where a round began; nothing of it leaves the server. `testerId`: the agent who tries the settings out. */
type Round = { workspaceId: string; browser: string; next: string; testerId: string | null; issuer: string; secrets: RoundSecrets };
type Deps = { platform: Platform; accounts: Accounts } & SingleSafe;
type Wish = { workspaceId: string; redirectUri: string; email: string; next: string; testerId: string | null };

export const placeOf = (settings: StoredSingleSignOn, sealingKey: Buffer): ProviderPlace => ({
  issuer: settings.issuer,
  clientId: settings.client_id,
  secret: settings.client_secret && unseal(sealingKey, settings.client_secret),
});

/** The settings of a workspace as the product itself reads them. */
export const settingsOf = (platform: Platform, workspaceId: string) =>
  makeCtx(platform, systemViewer(workspaceId), systemActor).transaction((tx) => storedSingleSignOn(tx, workspaceId));

/**
 * Begins a round: where the browser goes, and the word that binds it to this browser. The state comes back once, within ten minutes.
 * @throws SingleSignOnRefused
 */
export async function startRound(deps: Deps, wish: Wish): Promise<{ url: string; browser: string }> {
  const settings = await settingsOf(deps.platform, wish.workspaceId);
  const usable = settings && settings.issuer !== '' && settings.client_id !== '' && (settings.enabled || wish.testerId !== null);
  if (!usable) throw new SingleSignOnRefused('off');
  const asks = { redirectUri: wish.redirectUri, email: wish.email, groups: settings.groups_claim !== '' };
  const { url, secrets } = await beginRound(placeOf(settings, deps.sealingKey), deps.hosts, asks);
  const browser = randomBytes(24).toString('base64url');
  const round: Round = {
    workspaceId: wish.workspaceId,
    browser: hashOf(browser).toString('base64url'),
    next: safeNext(wish.next),
    testerId: wish.testerId,
    issuer: settings.issuer,
    secrets,
  };
  await deps.accounts.challenges.put(KIND, round, { now: deps.platform.clock.now(), ms: ROUND_MS, word: secrets.state });
  return { url, browser };
}

/** The round that a state belongs to, this once and in the browser where it began; null for any other. */
export async function takeRound({ platform, accounts }: Deps, state: string, browser: string | undefined): Promise<Round | null> {
  const round = await accounts.challenges.take<Round>(KIND, state, platform.clock.now());
  return round && browser && hashOf(browser).toString('base64url') === round.browser ? round : null;
}
