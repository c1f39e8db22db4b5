// Pure: what the figures of an inbox mean.
import type { ChannelFailure, ChannelWarning, InboxHealth } from '@madoguchi/contract/channels.ts';

export type HealthFigures = {
  failure: string | null;
  failed: number;
  sent: number;
  unparsed: number;
  queued: number;
  last_in_at: Date | string | null;
  last_proof_at: Date | string | null;
  token_expires_at: Date | string | null;
  certificate_ends_at: Date | string | null;
  oldest_unread_at: Date | string | null;
  proof_sent_at: Date | string | null;
};

const DAY_MS = 24 * 3_600_000;
/** Something on the server that we have not fetched for this long is not on its way: it is stuck. */
const UNREAD_MS = 15 * 60_000;
/** What an inbox sent itself should be back by then. */
const PROOF_MS = 20 * 60_000;
const PROVEN_MS = 2 * DAY_MS;
/** Time to find whoever can renew credentials or a certificate, holidays included. */
const ENDS_SOON_MS = 14 * DAY_MS;

/**
 * failing: something says so. good: it has been proven, or heard from, in the last two days. quiet: nothing says that it works or that it
 * does not, which is not the same as good.
 */
export function healthState(
  figures: HealthFigures & { paused: boolean },
  now: Date,
): { state: InboxHealth['state']; failure: ChannelFailure | null } {
  if (figures.paused) return { state: 'paused', failure: null };
  const failure = failureOf(figures, now);
  if (failure) return { state: 'failing', failure };
  const proven = [figures.last_in_at, figures.last_proof_at].some((at) => at !== null && now.getTime() - ageOf(at) < PROVEN_MS);
  return { state: proven ? 'good' : 'quiet', failure: null };
}

/** What is right today and will not be by itself: said beside the state, whatever that is. */
export function healthWarning(
  { token_expires_at, certificate_ends_at }: Pick<HealthFigures, 'token_expires_at' | 'certificate_ends_at'>,
  state: InboxHealth['state'],
  now: Date,
): ChannelWarning | null {
  if (state === 'paused') return null;
  if (endsSoon(token_expires_at, now)) return 'token_ends_soon';
  return endsSoon(certificate_ends_at, now) ? 'certificate_ends_soon' : null;
}

/** Whether something ends within the time that administrators are told of it ahead. */
export function endsSoon(at: Date | string | null, now: Date): boolean {
  const left = at === null ? 0 : ageOf(at) - now.getTime();
  return left > 0 && left <= ENDS_SOON_MS;
}

const ageOf = (at: Date | string): number => new Date(at).getTime();

function failureOf(figures: HealthFigures, now: Date): ChannelFailure | null {
  if (figures.failure) return figures.failure as ChannelFailure;
  if (figures.token_expires_at !== null && ageOf(figures.token_expires_at) <= now.getTime()) return 'credentials_refused';
  if (figures.oldest_unread_at !== null && now.getTime() - ageOf(figures.oldest_unread_at) > UNREAD_MS) return 'connection_lost';
  if (figures.proof_sent_at !== null && now.getTime() - ageOf(figures.proof_sent_at) > PROOF_MS) return 'proof_missing';
  const tried = figures.sent + figures.failed;
  return figures.failed >= 5 && figures.failed * 2 > tried ? 'too_many_failures' : null;
}
