// Pure: how rules that answer each other come to an end.
import type { Chain } from './runs.types.ts';

/** So many rules may answer each other about one thing that somebody did. */
export const DEEPEST = 5;
/** So often may a rule act on one conversation within an hour; then it is switched off there. */
export const MOST_IN_HOUR = 20;
export const HOUR_IN_MS = 3_600_000;

/** A rule never answers what it did itself, not through others either; and five is enough. */
export const mayAnswer = (ruleId: string, { ruleIds }: Pick<Chain, 'ruleIds'>): boolean =>
  ruleIds.length < DEEPEST && !ruleIds.includes(ruleId);
