// Pure: when administrators are told of an inbox by mail.

/** What is over in five minutes needs nobody. */
const PATIENCE_MS = 5 * 60_000;
const DAY_MS = 86_400_000;
/** Days before credentials or a certificate end at which it is said, the nearest first. */
const TOKEN_DAYS = [1, 3, 14] as const;

export type Noted = { failingSince: Date | null; toldAt: Date | null };
export type Step =
  | { kind: 'nothing' }
  /** Noticed just now: it has its time. */
  | { kind: 'wait'; since: Date }
  | { kind: 'tell_failing'; since: Date }
  | { kind: 'tell_recovered'; since: Date }
  /** Over, and nobody was told; or paused by a person, who knows. */
  | { kind: 'forget' };

/**
 * One mail when an inbox has been failing for five minutes, one when it works again, none in between however often the reason changes.
 * @param inbox.failingSince when it began, where that is known
 */
export function nextStep(inbox: { state: string; failingSince: Date | null }, noted: Noted, now: Date): Step {
  if (inbox.state !== 'failing') {
    if (!noted.failingSince) return { kind: 'nothing' };
    return noted.toldAt && inbox.state !== 'paused' ? { kind: 'tell_recovered', since: noted.failingSince } : { kind: 'forget' };
  }
  if (noted.toldAt) return { kind: 'nothing' };
  const since = noted.failingSince ?? inbox.failingSince ?? now;
  if (now.getTime() - since.getTime() >= PATIENCE_MS) return { kind: 'tell_failing', since };
  return noted.failingSince ? { kind: 'nothing' } : { kind: 'wait', since };
}

export type End = { of: 'token' | 'certificate'; at: Date };

/** What ends next of an inbox that runs: its credentials, or the certificate of the door its mail comes in by. Null when nothing does. */
export function nextEnd(inbox: { state: string; tokenExpiresAt: Date | null; certificateEndsAt: Date | null }, now: Date): End | null {
  if (inbox.state === 'paused') return null;
  const ends: { of: End['of']; at: Date | null }[] = [
    { of: 'token', at: inbox.tokenExpiresAt },
    { of: 'certificate', at: inbox.certificateEndsAt },
  ];
  return ends.reduce<End | null>((first, { of, at }) => (at && at > now && (!first || at < first.at) ? { of, at } : first), null);
}

/**
 * How many days ahead the end of credentials, or of a certificate, is to be said now: 14, 3 or 1, each once for one end; null: nothing is to be said. What fell
 * due together (a server that was off) is said once.
 */
export function tokenNotice(
  endsAt: Date,
  told: { endsAt: Date | null; days: number | null },
  now: Date,
): (typeof TOKEN_DAYS)[number] | null {
  const left = endsAt.getTime() - now.getTime();
  if (left <= 0) return null;
  const due = TOKEN_DAYS.find((days) => left <= days * DAY_MS) ?? null;
  const isSame = told.endsAt?.getTime() === endsAt.getTime();
  return due !== null && isSame && told.days !== null && told.days <= due ? null : due;
}
