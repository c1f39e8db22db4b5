import type { InboxHealth } from '@madoguchi/contract/channels.ts';

const DAY = 86_400_000;
/** Ends of credentials are worth a warning this long before. */
const WARN_DAYS = 14;

const urgency: Record<InboxHealth['state'], number> = { failing: 0, quiet: 1, good: 1, paused: 2 };

/** What needs somebody first; otherwise as the inboxes stand. */
export const byUrgency = (all: readonly InboxHealth[]): InboxHealth[] =>
  [...all].sort((one, other) => urgency[one.state] - urgency[other.state]);

/** Full days until credentials end: negative once they have; null where they do not, or nobody knows. */
export const daysLeft = (tokenExpiresAt: string | null, now: number): number | null =>
  tokenExpiresAt === null ? null : Math.floor((Date.parse(tokenExpiresAt) - now) / DAY);

export const endsSoon = (days: number | null): boolean => days !== null && days < WARN_DAYS;

export type Quota = { used: number; of: number; forecast: number };

/**
 * A month's allowance, where a channel reports one (`quota`, `quotaUsed`), and how many it will be at the end of the month if it goes on like this
 * (`quotaForecast`, or in proportion to the days that have gone).
 */
export function quotaOf(notes: InboxHealth['notes'], now: number): Quota | null {
  const [of, used] = [Number(notes.quota), Number(notes.quotaUsed)];
  if (!(of > 0) || !Number.isFinite(used)) return null;
  const date = new Date(now);
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const gone = date.getUTCDate() - 1 + date.getUTCHours() / 24;
  const told = Number(notes.quotaForecast);
  // On the first day a handful of messages says nothing of the month.
  const forecast = Number.isFinite(told) ? told : gone < 1 ? used : Math.round((used / gone) * days);
  return { used, of, forecast };
}

const placed = new Set(['quota', 'quotaUsed', 'quotaForecast', 'account']);

/** What the platform calls the account, where it is known. */
export const accountOf = (notes: InboxHealth['notes']): string | null => (notes.account === undefined ? null : String(notes.account));

/** The figures that a channel reports besides, which have no place of their own. */
export const otherNotes = (notes: InboxHealth['notes']): [string, string | number][] =>
  Object.entries(notes).filter(([name, value]) => !placed.has(name) && value !== null && value !== '');
