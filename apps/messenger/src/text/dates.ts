import type { Locale } from '@madoguchi/contract/common.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

// Making a format takes far longer than using it, and a long conversation uses hundreds at each drawing.
function format(at: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = locale + JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made.format(at);
}

/** A calendar day as 2026-11-22, in a time zone (the device's own when left out). */
export const dayOf = (at: Date, timeZone?: string) => format(at, 'sv', { timeZone });

/** Hour and minute, 14:05. */
export const clock = (at: Date, locale: Locale, timeZone?: string) => format(at, locale, { timeStyle: 'short', timeZone });

/** 11月22日(日) or Sun, Nov 22. */
export const day = (at: Date, locale: Locale, timeZone?: string) =>
  format(at, locale, { month: 'short', day: 'numeric', weekday: 'short', timeZone });

/** 2026年11月22日 or November 22, 2026. */
export const date = (at: Date, locale: Locale) => format(at, locale, { dateStyle: 'long' });

const dayInMilliseconds = 86_400_000;

const relative = (locale: Locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });

/** 今日, 昨日 or 明日 where one fits, else the date. */
export function dayName(at: Date, now: Date, locale: Locale, timeZone?: string): string {
  const distance = [0, -1, 1].find((days) => dayOf(at, timeZone) === dayOf(new Date(now.getTime() + days * dayInMilliseconds), timeZone));
  return distance === undefined ? day(at, locale, timeZone) : relative(locale).format(distance, 'day');
}

/** Under a day in words (3分前, 3 min. ago), after that the date. */
export function ago(at: Date, now: Date, locale: Locale): string {
  const minutes = Math.max(0, Math.round((now.getTime() - at.getTime()) / 60_000));
  if (minutes >= 24 * 60) return day(at, locale);
  if (!minutes) return relative(locale).format(0, 'second');
  return tight(
    minutes < 60 ? relative(locale).format(-minutes, 'minute') : relative(locale).format(-Math.floor(minutes / 60), 'hour'),
    locale,
  );
}

/** A length of time in its largest fitting unit, rounded up: 5分, 2時間, 3 days. */
export function length(minutes: number, locale: Locale): string {
  const [value, unit] = minutes < 60 ? [minutes, 'minute'] : minutes < 24 * 60 ? [minutes / 60, 'hour'] : [minutes / (24 * 60), 'day'];
  return tight(inUnits(unit, locale).format(Math.ceil(value)), locale);
}

/** Between so many minutes and so many: 10~15分; where both are the same, about that many: 約5分, ~5 minutes. */
export const between = (from: number, to: number, locale: Locale) => tight(inUnits('minute', locale).formatRange(from, to), locale);

const inUnits = (unit: string, locale: Locale) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });

// Intl puts a space between number and counter in Japanese, where writers put none.
const tight = (text: string, locale: Locale) => (locale === 'ja' ? text.replaceAll(' ', '') : text);

/** When people answer again, told in the company's time zone; the zone is named when the customer's clock shows another time. */
export function opening(at: Date, now: Date, locale: Locale, timeZone: string): string {
  const zone = clock(at, locale) === clock(at, locale, timeZone) ? undefined : 'shortGeneric';
  return `${dayName(at, now, locale, timeZone)} ${format(at, locale, { hour: 'numeric', minute: '2-digit', timeZone, timeZoneName: zone })}`;
}
