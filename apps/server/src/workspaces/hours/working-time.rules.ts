// Pure: time counted in open hours alone.
import type { BusinessHours } from '@madoguchi/contract/workspaces.ts';
import { HORIZON_IN_DAYS, type Range, rangesOf } from '../hours.rules.ts';
import { addDays, wallTimeAt } from '../zoned-time.rules.ts';

/** A stretch of time in milliseconds since 1970; `to` is not part of it. */
export type Span = { from: number; to: number };

const MINUTE_IN_MS = 60_000;
const DAY_IN_MS = 86_400_000;

/** How far the wall clock is ahead of UTC, in milliseconds. */
function offsetAt(timezone: string, time: number): number {
  const { date, minute } = wallTimeAt(timezone, new Date(time));
  return Date.parse(date) + Math.round(minute * MINUTE_IN_MS) - time;
}

/** The end of the stretch from `from`, a day at most, in which the wall clock is not put forward or back. */
function endOfOffset(timezone: string, from: number): { offset: number; end: number } {
  const offset = offsetAt(timezone, from);
  let [same, other] = [from, from + DAY_IN_MS];
  if (offsetAt(timezone, other) === offset) return { offset, end: other };
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(timezone, middle) === offset) same = middle;
    else other = middle;
  }
  return { offset, end: other };
}

/** The ranges that touch a date, as milliseconds of the wall clock read as if it were UTC. */
function wallSpans(hours: NonNullable<BusinessHours>, date: string): Span[] {
  const at = (day: string) => (range: Range) => ({
    from: Date.parse(day) + range.from * MINUTE_IN_MS,
    to: Date.parse(day) + range.to * MINUTE_IN_MS,
  });
  const eve = addDays(date, -1);
  return [...rangesOf(hours, eve).map(at(eve)), ...rangesOf(hours, date).map(at(date))];
}

/** Stretches in order of time, those that overlap or touch made one. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else all.push({ ...span });
  }
  return all;
}

/**
 * The open stretches from an instant on, in order, none overlapping; long ones come in pieces of a day. What isOpenAt calls open, also in
 * the hour that daylight saving repeats (it is worked twice) or leaps over (it is not worked). Ends after 800 days.
 */
export function* openSpans(hours: NonNullable<BusinessHours>, timezone: string, from: Date): Generator<Span, void> {
  const horizon = from.getTime() + HORIZON_IN_DAYS * DAY_IN_MS;
  for (let time = from.getTime(); time < horizon; ) {
    const { offset, end } = endOfOffset(timezone, time);
    const [first, last] = [time + offset, end + offset];
    const dates = [...new Set([first, last - 1].map((wall) => new Date(wall).toISOString().slice(0, 10)))];
    const inside = dates
      .flatMap((date) => wallSpans(hours, date))
      .map((span) => ({ from: Math.max(span.from, first) - offset, to: Math.min(span.to, last) - offset }))
      .filter((span) => span.from < span.to);
    yield* joined(inside);
    time = end;
  }
}

/**
 * The first instant by which so many minutes were open since `from`: the end of a working day rather than the beginning of the next. None
 * to add: `from` itself. Null when there are not as many within 800 days.
 */
export function addWorkingMinutes(hours: BusinessHours, timezone: string, from: Date, minutes: number): Date | null {
  let left = Math.round(minutes * MINUTE_IN_MS);
  if (left <= 0) return from;
  if (hours === null) return new Date(from.getTime() + left);
  for (const span of openSpans(hours, timezone, from)) {
    if (span.to - span.from >= left) return new Date(span.from + left);
    left -= span.to - span.from;
  }
  return null;
}

/** How many minutes between two instants were open, with fractions; 0 when `to` is not later. */
export function workingMinutesBetween(hours: BusinessHours, timezone: string, from: Date, to: Date): number {
  if (to <= from) return 0;
  if (hours === null) return (to.getTime() - from.getTime()) / MINUTE_IN_MS;
  let worked = 0;
  for (const span of openSpans(hours, timezone, from)) {
    if (span.from >= to.getTime()) break;
    worked += Math.min(span.to, to.getTime()) - span.from;
  }
  return worked / MINUTE_IN_MS;
}
