import { typedClock } from './clock.ts';
import type { Range } from './hours-values.ts';

/** Neighboring days with the same hours, Monday is 0: [0–4, 10:00–18:00], [5–6, none]. */
export type Stretch = { first: number; last: number; ranges: { from: string; to: string }[] };

/** A week as few stretches as it takes, to be said in one sentence; ranges that are no times yet are left out. */
export function stretchesOf(days: readonly (readonly Range[])[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [day, typed] of days.entries()) {
    const ranges = typed
      .map(({ from, to }) => ({ from: typedClock(from) ?? '', to: typedClock(to) ?? '' }))
      .filter(({ from, to }) => from && to);
    const last = stretches.at(-1);
    if (last && JSON.stringify(last.ranges) === JSON.stringify(ranges)) last.last = day;
    else stretches.push({ first: day, last: day, ranges });
  }
  return stretches;
}
