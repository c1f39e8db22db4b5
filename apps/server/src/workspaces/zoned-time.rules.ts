// Pure: between instants and the wall clock of a time zone, through Intl alone.

/** A reading of the wall clock: the date (YYYY-MM-DD) and the minutes since its midnight, with fractions. */
export type WallTime = { date: string; minute: number };

const DAY_IN_MS = 86_400_000;
const MINUTE_IN_MS = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timezone, format);
  return format;
}

/** What the wall clock shows, as if it were UTC. */
function wallAsUtc(timezone: string, time: number): number {
  const parts = Object.fromEntries(
    formatOf(timezone)
      .formatToParts(time)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const seconds = Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!, parts.second!);
  return seconds + (((time % 1000) + 1000) % 1000);
}

const offsetAt = (timezone: string, time: number) => wallAsUtc(timezone, time) - time;

export function wallTimeAt(timezone: string, instant: Date): WallTime {
  const wall = wallAsUtc(timezone, instant.getTime());
  return { date: new Date(wall).toISOString().slice(0, 10), minute: (((wall % DAY_IN_MS) + DAY_IN_MS) % DAY_IN_MS) / MINUTE_IN_MS };
}

export const addDays = (date: string, days: number): string => new Date(Date.parse(date) + days * DAY_IN_MS).toISOString().slice(0, 10);

/** 0 = Monday … 6 = Sunday. */
export const weekdayOf = (date: string): number => (new Date(date).getUTCDay() + 6) % 7;

/**
 * When the wall clock shows a time: once on most days, twice in the hour that daylight saving repeats. A time that it leaps over
 * gives the instant of the leap.
 */
export function instantsOf(timezone: string, { date, minute }: WallTime): Date[] {
  const wall = Date.parse(date) + minute * MINUTE_IN_MS;
  const before = offsetAt(timezone, wall - DAY_IN_MS);
  const after = offsetAt(timezone, wall + DAY_IN_MS);
  const shown = [...new Set([wall - before, wall - after])].filter((time) => wallAsUtc(timezone, time) === wall).sort((a, b) => a - b);
  if (shown.length > 0) return shown.map((time) => new Date(time));

  let [early, late] = [wall - Math.max(before, after), wall - Math.min(before, after)];
  const offset = offsetAt(timezone, late);
  while (late - early > 1000) {
    const middle = Math.floor((early + late) / 2000) * 1000;
    if (offsetAt(timezone, middle) === offset) late = middle;
    else early = middle;
  }
  return [new Date(late)];
}
