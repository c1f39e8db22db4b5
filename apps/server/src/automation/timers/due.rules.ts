// Pure: when a rule of time is due.
import type { RuleTimer } from '@madoguchi/contract/automation.ts';
import type { ZonedHours } from '../../workspaces/hours/which-calendar.rules.ts';
import { addWorkingMinutes, workingMinutesBetween } from '../../workspaces/hours/working-time.rules.ts';

const MINUTE_IN_MS = 60_000;
const DAY_IN_MS = 86_400_000;
/** Nothing waits longer than the longest business hours are looked ahead. */
const FURTHEST_MS = 800 * DAY_IN_MS;

/** Null: these hours never add up to so many minutes. */
export function dueAt({ minutes, time }: Pick<RuleTimer, 'minutes' | 'time'>, since: Date, { hours, timezone }: ZonedHours): Date | null {
  return time === 'calendar' ? new Date(since.getTime() + minutes * MINUTE_IN_MS) : addWorkingMinutes(hours, timezone, since, minutes);
}

/** What began before is due by now, by whatever hours apply. */
export function earliestOpen({ minutes, time }: Pick<RuleTimer, 'minutes' | 'time'>, now: Date, all: readonly ZonedHours[]): Date {
  const straight = new Date(now.getTime() - minutes * MINUTE_IN_MS);
  if (time === 'calendar') return straight;
  const starts = all.map(({ hours, timezone }) => {
    for (let back = minutes * MINUTE_IN_MS; back < FURTHEST_MS; back += Math.max(back, DAY_IN_MS)) {
      const start = new Date(now.getTime() - back);
      if (workingMinutesBetween(hours, timezone, start, now) >= minutes) return start;
    }
    return new Date(now.getTime() - FURTHEST_MS);
  });
  return new Date(Math.min(straight.getTime(), ...starts.map((start) => start.getTime())));
}
