// Pure: the coming weeks of business hours, each day with what makes it differ from its weekday.
import type { CalendarPreview } from '@madoguchi/contract/calendars.ts';
import type { BusinessHours } from '@madoguchi/contract/workspaces.ts';
import { japaneseHolidays } from '../holidays.rules.ts';
import { isClosedEachYear, isOpenAt, nextOpening, rangesOf } from '../hours.rules.ts';
import { addDays, wallTimeAt } from '../zoned-time.rules.ts';
import type { ZonedHours } from './which-calendar.rules.ts';
import { openSpans } from './working-time.rules.ts';

type Hours = NonNullable<BusinessHours>;
type Day = CalendarPreview['days'][number];

const DAYS = 28;
const AROUND_THE_CLOCK = [{ from: '00:00', to: '24:00' }];

/** The days from today on, whether the desk is open, and when that changes. */
export function previewOf({ hours, timezone }: ZonedHours, now: Date): CalendarPreview {
  const today = wallTimeAt(timezone, now).date;
  const openNow = isOpenAt(hours, timezone, now);
  return {
    openNow,
    nextOpening: openNow ? null : (nextOpening(hours, timezone, now)?.toISOString() ?? null),
    closesAt: openNow && hours ? closing(hours, timezone, now) : null,
    days: Array.from({ length: DAYS }, (_, day) => dayOf(hours, addDays(today, day))),
  };
}

/** The end of the open time an instant lies in; null when none comes within a week. */
function closing(hours: Hours, timezone: string, now: Date): string | null {
  const limit = now.getTime() + 7 * 86_400_000;
  let end = now.getTime();
  for (const span of openSpans(hours, timezone, now)) {
    if (span.from > end) return new Date(end).toISOString();
    end = span.to;
    if (end > limit) return null;
  }
  return new Date(end).toISOString();
}

function dayOf(hours: BusinessHours, date: string): Day {
  if (hours === null) return { date, ranges: AROUND_THE_CLOCK, because: null };
  return { date, ranges: rangesOf(hours, date).map(clocksOf), because: reasonOf(hours, date) };
}

function reasonOf(hours: Hours, date: string): Day['because'] {
  if (hours.openDates?.some((open) => open.date === date)) return { kind: 'open_date', name: '' };
  const holiday = hours.closedOnJapaneseHolidays ? japaneseHolidays(Number(date.slice(0, 4))).get(date) : undefined;
  if (holiday) return { kind: 'holiday', name: holiday };
  const range = hours.closedEachYear?.find((one) => isClosedEachYear(one, date));
  if (range) return { kind: 'each_year', name: range.name };
  return hours.closedDates.includes(date) ? { kind: 'date', name: '' } : null;
}

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const clocksOf = ({ from, to }: { from: number; to: number }) => ({ from: clock(from), to: clock(to > 1440 ? to - 1440 : to) });
