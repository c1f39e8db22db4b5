import type { Locale } from '@madoguchi/contract/common.ts';
import type { Due } from '@madoguchi/contract/conversations.ts';
import type { WordKey } from '../../app/locale.tsx';
import { shortDuration } from '../../ui/time.ts';

const MINUTE_MS = 60_000;

/** How near a due time is: time enough, in danger, or past. */
export type DueState = 'running' | 'close' | 'over';

/** `time`: what is left of it, or how far past it is, in the largest whole unit. A minute that has begun is left. `justOver`: within the last minute. */
export function dueLook(due: Due, now: number, locale: Locale): { state: DueState; time: string; justOver: boolean } {
  const left = Date.parse(due.at) - now;
  if (left <= 0) return { state: 'over', time: shortDuration(-left, locale), justOver: left > -MINUTE_MS };
  return {
    state: Date.parse(due.warnAt) <= now ? 'close' : 'running',
    time: shortDuration(Math.ceil(left / MINUTE_MS) * MINUTE_MS, locale),
    justOver: false,
  };
}

const promiseWords: Readonly<Record<Due['promise'], WordKey>> = {
  first_response: 'due.first_response',
  next_response: 'due.next_response',
  resolution: 'due.resolution',
};

/** The key of a promise's name; facts of the log carry it as plain text. */
export const promiseWord = (promise: unknown): WordKey => promiseWords[promise as Due['promise']] ?? 'due.resolution';
