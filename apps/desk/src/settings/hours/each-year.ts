import type { Locale } from '@madoguchi/contract/common.ts';

/** Leap days included: a range may end on the last of February. */
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month can have; 1 is January. */
export const daysOf = (month: number): number => LENGTHS[month - 1] ?? 31;

/** A day of the year as it is sent: 12-29. A day that the month lacks becomes its last. */
export const yearDay = (month: number, day: number): string =>
  `${String(month).padStart(2, '0')}-${String(Math.min(day, daysOf(month))).padStart(2, '0')}`;

/** [12, 29] of 12-29. */
export const partsOf = (day: string): [number, number] => [Number(day.slice(0, 2)), Number(day.slice(3))];

/** A day of the year in words: 12月29日, 29 Dec. A leap year, so that every day is one. */
export const yearDayWords = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-GB', {
    month: locale === 'ja' ? 'long' : 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`2024-${day}T00:00:00Z`));
