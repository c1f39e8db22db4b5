// Pure: the holidays of Japan by the Act on National Holidays (国民の祝日に関する法律), in its form since 2007, with the years that had a law
// of their own: 2019 (accession), 2020 and 2021 (Olympic games).

/** Dates are written YYYY-MM-DD. */
export type Holidays = ReadonlyMap<string, string>;

const DAY_IN_MS = 86_400_000;
const dateText = (time: number) => new Date(time).toISOString().slice(0, 10);
const dateOf = (year: number, month: number, day: number) => dateText(Date.UTC(year, month - 1, day));
const addDays = (date: string, days: number) => dateText(Date.parse(date) + days * DAY_IN_MS);
const weekdayOf = (date: string) => new Date(date).getUTCDay();

/** The nth Monday of a month ("happy Mondays"). */
function nthMonday(year: number, month: number, nth: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  return dateOf(year, month, 1 + ((8 - first) % 7) + (nth - 1) * 7);
}

/**
 * The day of an equinox by the usual linear approximation, which holds from 1980 to 2099. The binding date is announced in the
 * official gazette in February of the year before.
 */
function equinoxDay(year: number, base: number): number {
  const since1980 = year - 1980;
  return Math.floor(base + 0.242194 * since1980 - Math.floor(since1980 / 4));
}

/** Moved by the special measures acts for the games in Tokyo (平成27年法律第33号, as amended in 2018 and 2020). */
const OLYMPIC: Readonly<Record<number, { marine: string; sports: string; mountain: string }>> = {
  2020: { marine: '2020-07-23', sports: '2020-07-24', mountain: '2020-08-10' },
  2021: { marine: '2021-07-22', sports: '2021-07-23', mountain: '2021-08-08' },
};

/** Days that were holidays in one year only (平成30年法律第99号: accession to the throne and its ceremony). */
const ONCE: Readonly<Record<number, [string, string][]>> = {
  2019: [
    ['2019-05-01', '天皇の即位の日'],
    ['2019-10-22', '即位礼正殿の儀の行われる日'],
  ],
};

/** The emperor's birthday: none in the year of the succession. */
function birthdays(year: number): [string, string][] {
  if (year === 2019) return [];
  return [[year < 2019 ? dateOf(year, 12, 23) : dateOf(year, 2, 23), '天皇誕生日']];
}

/** Article 2: the days named by the law. */
const namedHolidays = (year: number): [string, string][] => [
  [dateOf(year, 1, 1), '元日'],
  [nthMonday(year, 1, 2), '成人の日'],
  [dateOf(year, 2, 11), '建国記念の日'],
  ...birthdays(year),
  [dateOf(year, 3, equinoxDay(year, 20.8431)), '春分の日'],
  [dateOf(year, 4, 29), '昭和の日'],
  [dateOf(year, 5, 3), '憲法記念日'],
  [dateOf(year, 5, 4), 'みどりの日'],
  [dateOf(year, 5, 5), 'こどもの日'],
  [OLYMPIC[year]?.marine ?? nthMonday(year, 7, 3), '海の日'],
  ...(year < 2016 ? [] : [[OLYMPIC[year]?.mountain ?? dateOf(year, 8, 11), '山の日'] satisfies [string, string]]),
  [nthMonday(year, 9, 3), '敬老の日'],
  [dateOf(year, 9, equinoxDay(year, 23.2488)), '秋分の日'],
  [OLYMPIC[year]?.sports ?? nthMonday(year, 10, 2), year < 2020 ? '体育の日' : 'スポーツの日'],
  [dateOf(year, 11, 3), '文化の日'],
  [dateOf(year, 11, 23), '勤労感謝の日'],
  ...(ONCE[year] ?? []),
];

const known = new Map<number, Holidays>();

/** Every holiday of a year: date → the name in law. Holds for 2007 to 2099. */
export function japaneseHolidays(year: number): Holidays {
  const found = known.get(year) ?? computeHolidays(year);
  known.set(year, found);
  return found;
}

export const isJapaneseHoliday = (date: string): boolean => japaneseHolidays(Number(date.slice(0, 4))).has(date);

function computeHolidays(year: number): Holidays {
  const named = new Map(namedHolidays(year));
  const all = new Map(named);
  for (const [date] of named) {
    // Article 3 (2): for a holiday on a Sunday, the next day that is not itself one.
    if (weekdayOf(date) === 0) {
      let substitute = addDays(date, 1);
      while (named.has(substitute)) substitute = addDays(substitute, 1);
      all.set(substitute, '振替休日');
    }
    // Article 3 (3): a day with holidays on both sides.
    const between = addDays(date, 1);
    if (!all.has(between) && named.has(addDays(date, 2))) all.set(between, '国民の休日');
  }
  return new Map([...all].sort(([a], [b]) => a.localeCompare(b)));
}
