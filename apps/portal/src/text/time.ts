import type { Locale } from '@madoguchi/contract/common.ts';
import type { Moment } from '../models.ts';

const toDate = (moment: Moment): Date => new Date(moment);

/** For machines: the `datetime` of a time element. */
export const isoTime = (moment: Moment): string => toDate(moment).toISOString();

/** 2026年11月22日 · November 22, 2026 */
export const dayText = (moment: Moment, locale: Locale, timezone: string): string =>
  new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-US', {
    timeZone: timezone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  }).format(toDate(moment));

type Shown = { now: Moment; locale: Locale; timezone: string };

/** 11月22日(日) 14:05 · Sun, Nov 22, 14:05; with the year when it is not this one. */
export function momentText(moment: Moment, { now, locale, timezone }: Shown, zone?: 'short'): string {
  const yearOf = (date: Date) => new Intl.DateTimeFormat('en', { timeZone: timezone, year: 'numeric' }).format(date);
  const date = toDate(moment);
  const year = yearOf(date) === yearOf(toDate(now)) ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-US', {
    timeZone: timezone,
    ...year,
    month: locale === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: zone,
  }).format(date);
}
