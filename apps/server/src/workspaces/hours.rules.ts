// Pure: whether people answer now, and when they next will.
import type { BusinessHours } from '@madoguchi/contract/workspaces.ts';
import { isJapaneseHoliday } from './holidays.rules.ts';
import { addDays, instantsOf, wallTimeAt, weekdayOf } from './zoned-time.rules.ts';

type Hours = NonNullable<BusinessHours>;
/** Minutes since the midnight of the day a range begins on; `to` beyond 1440 is the next day. */
export type Range = { from: number; to: number };

const DAY_IN_MINUTES = 1440;
/** Beyond any run of closed dates that settings can hold (100) on hours of one day a week. */
export const HORIZON_IN_DAYS = 800;

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Whether a date lies in days off that come back each year; both ends count, and `to` before `from` runs over New Year. */
export function isClosedEachYear({ from, to }: { from: string; to: string }, date: string): boolean {
  const day = date.slice(5);
  return from <= to ? from <= day && day <= to : day >= from || day <= to;
}

const isDayOff = (hours: Hours, date: string): boolean =>
  hours.closedDates.includes(date) ||
  (hours.closedOnJapaneseHolidays && isJapaneseHoliday(date)) ||
  (hours.closedEachYear ?? []).some((range) => isClosedEachYear(range, date));

/**
 * The ranges that begin on a date: its own if it has some, none on a day off, else its weekday's. `to` not later than `from` is a time of
 * the next day.
 */
export function rangesOf(hours: Hours, date: string): Range[] {
  const own = hours.openDates?.find((open) => open.date === date)?.ranges;
  const ranges = own ?? (isDayOff(hours, date) ? [] : hours.days[weekdayOf(date)]!);
  return ranges.map(({ from, to }) => {
    const [begin, end] = [minutesOf(from), minutesOf(to)];
    return { from: begin, to: end > begin ? end : end + DAY_IN_MINUTES };
  });
}

/**
 * Whether the desk is open at an instant, by the wall clock of the time zone. A range belongs to the day it begins on: Friday's night
 * shift runs to its end even when Saturday is closed. `from` is open, `to` is not. Hours of null are always open.
 */
export function isOpenAt(hours: BusinessHours, timezone: string, instant: Date): boolean {
  if (hours === null) return true;
  const { date, minute } = wallTimeAt(timezone, instant);
  const covers = (day: string, at: number) => rangesOf(hours, day).some(({ from, to }) => from <= at && at < to);
  return covers(date, minute) || covers(addDays(date, -1), minute + DAY_IN_MINUTES);
}

/** The first instant, now or later, at which the desk is open; null when it never opens again. */
export function nextOpening(hours: BusinessHours, timezone: string, instant: Date): Date | null {
  if (hours === null || isOpenAt(hours, timezone, instant)) return instant;
  const today = wallTimeAt(timezone, instant).date;
  for (let days = -1; days <= HORIZON_IN_DAYS; days += 1) {
    const date = addDays(today, days);
    const openings = rangesOf(hours, date)
      .flatMap(({ from }) => instantsOf(timezone, { date, minute: from }))
      // A range that daylight saving leaps over opens nothing.
      .filter((opening) => opening > instant && isOpenAt(hours, timezone, opening))
      .sort((a, b) => a.getTime() - b.getTime());
    if (openings[0]) return openings[0];
  }
  return null;
}
