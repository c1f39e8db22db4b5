import type { Locale } from '@madoguchi/contract/common.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Intl formatters are slow to make and are needed for every row: one per language, zone and shape. */
function format(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-GB', { ...options, timeZone: zone });
    formats.set(key, made);
  }
  return made;
}

export type Reader = { locale: Locale; zone: string };

/** How long something lasts, short: 3分 · 2時間 · 5日, or 3m · 2h · 5d. Under a minute counts as zero minutes. */
export function shortDuration(milliseconds: number, locale: Locale): string {
  const span = Math.max(0, milliseconds);
  const [value, ja, en] =
    span < HOUR
      ? [Math.floor(span / MINUTE), '分', 'm']
      : span < DAY
        ? [Math.floor(span / HOUR), '時間', 'h']
        : [Math.floor(span / DAY), '日', 'd'];
  return `${value}${locale === 'ja' ? ja : en}`;
}

const sameYear = (a: Date, b: Date, reader: Reader) => {
  const year = format(reader.locale, reader.zone, { year: 'numeric' });
  return year.format(a) === year.format(b);
};

/** For lists: relative under a day (3分前), then the date, with the year when it is another one. */
export function agoOrDate(at: string, now: number, reader: Reader): string {
  const then = new Date(at);
  const span = now - then.getTime();
  if (span < MINUTE) return reader.locale === 'ja' ? 'たった今' : 'now';
  if (span < DAY) return reader.locale === 'ja' ? `${shortDuration(span, 'ja')}前` : `${shortDuration(span, 'en')} ago`;
  const year = sameYear(then, new Date(now), reader) ? undefined : 'numeric';
  return format(reader.locale, reader.zone, { year, month: reader.locale === 'ja' ? 'long' : 'short', day: 'numeric' }).format(then);
}

/** 14:05 */
export const clockTime = (at: string, { locale, zone }: Reader): string =>
  format(locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));

/** 11月22日(日) 14:05 */
export const fullTime = (at: string, { locale, zone }: Reader): string =>
  format(locale, zone, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));

/** 11月22日(日) 14:05, without the year: for moments near by. */
export const shortTime = (at: string, { locale, zone }: Reader): string =>
  format(locale, zone, {
    month: locale === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));

/** 2026年11月22日 */
export const fullDate = (at: string, { locale, zone }: Reader): string =>
  format(locale, zone, { year: 'numeric', month: 'long', day: 'numeric' }).format(new Date(at));

/** A day as a key (2026-11-22) in the workspace's zone: two moments on one day give the same. */
export const dayOf = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at));

/** The words on a day's separator; today and yesterday come as `null`, for the screen's own words. */
export function dayLabel(at: string, now: number, reader: Reader): { relative: 'today' | 'yesterday' } | { text: string } {
  const day = dayOf(at, reader.zone);
  if (day === dayOf(new Date(now).toISOString(), reader.zone)) return { relative: 'today' };
  if (day === dayOf(new Date(now - DAY).toISOString(), reader.zone)) return { relative: 'yesterday' };
  const then = new Date(at);
  const year = sameYear(then, new Date(now), reader) ? undefined : 'numeric';
  return { text: format(reader.locale, reader.zone, { year, month: 'long', day: 'numeric', weekday: 'short' }).format(then) };
}
