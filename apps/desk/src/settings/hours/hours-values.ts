import type { BusinessHours } from '@madoguchi/contract/workspaces.ts';
import type { Fault, Faults } from '../../admin/faults.ts';
import { minutesOf, typedClock } from './clock.ts';

/** A range while it is typed. */
export type Range = { from: string; to: string };
/** Days off each year: from 12-29 to 01-03. */
export type EachYear = { name: string; from: string; to: string };
/** A date with hours of its own. */
export type OpenDate = { date: string; ranges: Range[] };
export type HoursValues = {
  always: boolean;
  days: Range[][];
  closedOnJapaneseHolidays: boolean;
  closedDates: string[];
  closedEachYear: EachYear[];
  openDates: OpenDate[];
};

export const mostRanges = 4;
const usualDay = (): Range[] => [{ from: '10:00', to: '18:00' }];
const usualWeek = (): Range[][] => [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? usualDay() : []));

/** Hours for the form; an always-open desk keeps a usual week in reserve, for the moment it is switched off. */
export const valuesOf = (hours: BusinessHours): HoursValues =>
  hours
    ? { always: false, closedEachYear: [], openDates: [], ...hours }
    : { always: true, days: usualWeek(), closedOnJapaneseHolidays: true, closedDates: [], closedEachYear: [], openDates: [] };

/** As it is sent; only values without faults can be. */
export function hoursOf({ always, days, closedOnJapaneseHolidays, closedDates, closedEachYear, openDates }: HoursValues): BusinessHours {
  if (always) return null;
  const read = ({ from, to }: Range) => ({ from: typedClock(from) ?? '', to: typedClock(to) ?? '' });
  const inOrder = (ranges: readonly Range[]) => ranges.map(read).sort((a, b) => a.from.localeCompare(b.from));
  return {
    days: days.map(inOrder),
    closedOnJapaneseHolidays,
    closedDates,
    ...(closedEachYear.length > 0 ? { closedEachYear: closedEachYear.map((one) => ({ ...one, name: one.name.trim() })) } : {}),
    ...(openDates.length > 0 ? { openDates: openDates.map(({ date, ranges }) => ({ date, ranges: inOrder(ranges) })) } : {}),
  };
}

/** What is wrong, by `days.<0–6>` and `openDates.<place>`: no time, no length, or ranges that overlap, also over midnight into the next day. */
export function hoursFaults({ always, days, openDates }: HoursValues): Faults {
  if (always) return {};
  const own = openDates.map(({ ranges }) => typedFault(ranges) ?? overlapFault(ranges, []));
  const found = days.map((ranges, day) => typedFault(ranges) ?? overlapFault(ranges, days[(day + 1) % 7] ?? []));
  return Object.fromEntries([
    ...found.flatMap((fault, day) => (fault ? [[`days.${day}`, fault]] : [])),
    ...own.flatMap((fault, at) => (fault ? [[`openDates.${at}`, fault]] : [])),
  ]);
}

function typedFault(ranges: readonly Range[]): Fault | undefined {
  for (const { from, to } of ranges) {
    const [begin, end] = [typedClock(from), typedClock(to)];
    if (!begin || !end || begin === '24:00') return { word: 'fault.clock' };
    if (begin === end) return { word: 'fault.no_length' };
  }
  return undefined;
}

const DAY = 1440;

/** Minutes since the midnight of the range's own day; `to` earlier than `from` is a time of the next. */
function span({ from, to }: Range, dayOffset = 0): [number, number] {
  const [begin, end] = [minutesOf(typedClock(from) ?? '00:00'), minutesOf(typedClock(to) ?? '00:00')];
  return [begin + dayOffset, (end > begin ? end : end + DAY) + dayOffset];
}

function overlapFault(today: readonly Range[], tomorrow: readonly Range[]): Fault | undefined {
  const own = today.map((range) => span(range)).sort((a, b) => a[0] - b[0]);
  const next = typedFault(tomorrow) ? [] : tomorrow.map((range) => span(range, DAY));
  const clash = (a: [number, number], b: [number, number]) => a[0] < b[1] && b[0] < a[1];
  const within = own.some((one, index) => own.slice(index + 1).some((other) => clash(one, other)));
  // A range over midnight that overlaps its own day is more likely a slip: 13:00–12:00.
  if (within) return { word: own.some(([, end]) => end > DAY) ? 'fault.ends_first' : 'fault.overlap' };
  return own.some((one) => next.some((other) => clash(one, other))) ? { word: 'fault.overlap_next' } : undefined;
}

/** A range to begin with when one is added: after a lunch hour, or the usual day. */
export function nextRange(ranges: readonly Range[]): Range {
  const end = typedClock(ranges.at(-1)?.to ?? '');
  if (!end) return { from: '10:00', to: '18:00' };
  const from = Math.min(minutesOf(end) + 60, DAY - 60);
  const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return { from: clock(from), to: clock(Math.min(Math.max(from + 60, 18 * 60), DAY)) };
}

/** The same hours on other days. */
export const copyDay = (days: readonly Range[][], from: number, to: readonly number[]): Range[][] =>
  days.map((ranges, day) => (to.includes(day) ? (days[from] ?? []).map((range) => ({ ...range })) : ranges));
