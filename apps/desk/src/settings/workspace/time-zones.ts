import type { Locale } from '@madoguchi/contract/common.ts';

/** Where most who use this in Japan look first. */
const first = ['Asia/Tokyo', 'UTC'];

/** "Asia/Tokyo (GMT+9)": names as the calendar knows them, with the offset of today; the stored one is always among them. */
export function timeZones(locale: Locale, stored: string): { value: string; label: string }[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set([...first, stored, ...known])].map((value) => ({
    value,
    label: `${value.replaceAll('_', ' ')} (${offsetOf(value, locale)})`,
  }));
}

function offsetOf(timeZone: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
