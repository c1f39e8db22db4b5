import { MAX_REFERENCES } from '../limits.ts';

/** Message ids of a field, without angle brackets, in order and without repetition. */
export function readMessageIds(raw: string): string[] {
  const bracketed = [...raw.matchAll(/<\s*([^<>\s]{1,998})\s*>/g)].map(([, id = '']) => id);
  const ids = bracketed.length > 0 ? bracketed : raw.split(/[\s,]+/).filter((word) => word.includes('@'));
  const all = [...new Set(ids)];
  // The first names the thread, the last ones its end; what lies between matters least.
  return all.length <= MAX_REFERENCES ? all : [...all.slice(0, 1), ...all.slice(1 - MAX_REFERENCES)];
}

const ZONES: Record<string, string> = { JST: '+0900', GMT: '+0000', UTC: '+0000', UT: '+0000', CET: '+0100', CEST: '+0200', KST: '+0900' };

/** A Date field (RFC 5322), lenient; null when no reading makes a date of it. */
export function readDate(raw: string): Date | null {
  const clean = raw
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[^\x20-\x7e]+,?/g, ' ')
    .replace(/\b([A-Z]{2,4})\s*$/, (zone) => ZONES[zone.trim()] ?? zone)
    .replace(/(\d{1,2})\.(\d{2})\.(\d{2})/, '$1:$2:$3')
    .replace(/^[^\d]*,\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/\d/.test(clean)) return null;
  // Without a zone the host's would be taken, and one mail would have two dates.
  const date = new Date(/(?:[+-]\d{4}|Z|GMT)$/i.test(clean) ? clean : `${clean} +0000`);
  const year = date.getUTCFullYear();
  return Number.isNaN(date.getTime()) || year < 1970 || year > 9999 ? null : date;
}
