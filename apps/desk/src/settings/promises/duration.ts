import type { Locale } from '@madoguchi/contract/common.ts';

const MOST_MINUTES = 129_600;
const UNITS: readonly { pattern: string; minutes: number }[] = [
  { pattern: 'd|days?|日', minutes: 1440 },
  { pattern: 'h|hours?|hrs?|時間', minutes: 60 },
  { pattern: 'm|mins?|minutes?|分', minutes: 1 },
];

/**
 * Minutes of a duration as people type it: 30分, 1時間30分, 4h, 2d, 90 (minutes); full-width digits too. Null when it is none, or not between
 * a minute and 90 days. A day is 24 hours.
 */
export function typedMinutes(text: string): number | null {
  const plain = text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, '');
  if (/^\d+$/.test(plain)) return inRange(Number(plain));
  const form = UNITS.map(({ pattern }) => `(?:(\\d+(?:\\.\\d+)?)(?:${pattern}))?`).join('');
  const found = new RegExp(`^${form}$`).exec(plain);
  if (!found || plain === '') return null;
  return inRange(UNITS.reduce((sum, { minutes }, index) => sum + Number(found[index + 1] ?? 0) * minutes, 0));
}

const inRange = (minutes: number): number | null => (Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null);

/** As it is read best, and can be typed again: 90 → 1時間30分. Of business hours, days are not made: a day there has no fixed length. */
export function durationText(minutes: number, locale: Locale): string {
  const [h, m] = locale === 'ja' ? ['時間', '分'] : ['h', 'm'];
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours}${h}` : '', rest > 0 ? `${rest}${m}` : ''].filter(Boolean).join(locale === 'ja' ? '' : ' ');
}
