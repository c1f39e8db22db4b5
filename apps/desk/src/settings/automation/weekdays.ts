import type { Locale } from '@madoguchi/contract/common.ts';

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_IN_MS = 86_400_000;

/** The short names of the days of the week, Monday first. */
export function weekdayNames(locale: Locale): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => format.format(MONDAY + day * DAY_IN_MS));
}
