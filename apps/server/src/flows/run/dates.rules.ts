// Pure: days as customers write them, Japanese and English.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ERAS: Record<string, number> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988, 昭和: 1925, s: 1925 };
/** A map: what a customer types must not find what every object has. */
const RELATIVE = new Map<string, number>([
  ['今日', 0],
  ['本日', 0],
  ['today', 0],
  ['昨日', -1],
  ['きのう', -1],
  ['yesterday', -1],
  ['おととい', -2],
  ['一昨日', -2],
  ['明日', 1],
  ['あした', 1],
  ['tomorrow', 1],
  ['明後日', 2],
  ['あさって', 2],
]);
const DAY_IN_MS = 86_400_000;
const WEEKDAY = /\s*[（(]?(?:[月火水木金土日]曜?日?|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?[)）]?,?\s*/i;

/**
 * A day as YYYY-MM-DD, or null when it is none: 2026-11-22, 2026/11/22, 20261122, 2026年11月22日, 令和8年11月22日, R8.11.22, 11月22日,
 * 11/22, Nov 22 2026, 22 November, 昨日. Without a year: the one that brings it nearest to `today` (YYYY-MM-DD).
 */
export function readDate(text: string, today: string): string | null {
  const written = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212ー]/g, '-')
    .replace(/(?:です|でした|頃|ごろ)?[。.]?$/, '');
  const days = RELATIVE.get(written);
  if (days !== undefined) return isoOf(Date.parse(today) + days * DAY_IN_MS);
  const bare = written
    .replace(new RegExp(`^${WEEKDAY.source}(?=[a-z0-9])`, 'i'), '')
    .replace(new RegExp(`(?<=[0-9日])${WEEKDAY.source}$`, 'i'), '');
  return withYear(bare) ?? withEra(bare) ?? withoutYear(bare, today);
}

function withYear(text: string): string | null {
  const numeric = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (numeric) return dayOf(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(text);
  if (monthFirst) return dayOf(Number(monthFirst[3]), monthNamed(monthFirst[1]!), Number(monthFirst[2]));
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$/.exec(text);
  return dayFirst ? dayOf(Number(dayFirst[3]), monthNamed(dayFirst[2]!), Number(dayFirst[1])) : null;
}

function withEra(text: string): string | null {
  const match = /^(令和|平成|昭和|[rhs])\s*(元|\d{1,2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  if (!match) return null;
  const year = match[2] === '元' ? 1 : Number(match[2]);
  return year === 0 ? null : dayOf(ERAS[match[1]!]! + year, Number(match[3]), Number(match[4]));
}

function withoutYear(text: string, today: string): string | null {
  const numeric = /^(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*日?$/.exec(text);
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?$/.exec(text);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?$/.exec(text);
  const [month, day] = numeric
    ? [Number(numeric[1]), Number(numeric[2])]
    : monthFirst
      ? [monthNamed(monthFirst[1]!), Number(monthFirst[2])]
      : dayFirst
        ? [monthNamed(dayFirst[2]!), Number(dayFirst[1])]
        : [0, 0];
  const year = Number(today.slice(0, 4));
  const away = (iso: string) => Math.abs(Date.parse(iso) - Date.parse(today));
  const near = [year - 1, year, year + 1].flatMap((one) => dayOf(one, month, day) ?? []);
  return near.sort((a, b) => away(a) - away(b))[0] ?? null;
}

/** 1 to 12; 0 for what is no month. */
const monthNamed = (name: string): number => {
  const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
  return month > 0 && FULL[month - 1]!.startsWith(name) ? month : name === 'sept' ? 9 : 0;
};
const FULL = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** Null for a day that no calendar has. */
function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2199) return null;
  const iso = isoOf(Date.UTC(year, month - 1, day));
  return iso === `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` ? iso : null;
}

const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
