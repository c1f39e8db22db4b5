import type { Outcome, Promised } from '@madoguchi/contract/promises.ts';
import { PERIODS, type Period } from '../../surveys/survey-search.ts';

export const OUTCOMES = ['met', 'breached', 'open'] as const satisfies readonly Outcome[];
const PROMISES = ['first_response', 'next_response', 'resolution'] as const satisfies readonly Promised[];

/** Which promises are looked at, and the number whose conversations are shown; left out: those of 30 days that were broken on the first answer. */
export type KeptSearch = { days?: Period; policy?: string; promise?: Promised; outcome?: Outcome };

/** What can be read from an address. */
export const keptSearch = (asked: Record<string, unknown>): KeptSearch => ({
  days: PERIODS.find((period) => period === asked.days),
  policy: typeof asked.policy === 'string' && /^slp_[0-9a-z]{26}$/.test(asked.policy) ? asked.policy : undefined,
  promise: PROMISES.find((one) => one === asked.promise),
  outcome: OUTCOMES.find((one) => one === asked.outcome),
});
