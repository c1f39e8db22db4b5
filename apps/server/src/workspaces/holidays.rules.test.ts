import { describe, expect, test } from 'vitest';
import { isJapaneseHoliday, japaneseHolidays } from './holidays.rules.ts';

/** As the gazette announced them, or will by the Act on National Holidays; month-day, substitutes and citizens' holidays included. */
const announced: [number, string][] = [
  [2024, '01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23'],
  [2025, '01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24'],
  [2026, '01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23'],
  [2027, '01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23'],
  [2028, '01-01 01-10 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-17 08-11 09-18 09-22 10-09 11-03 11-23'],
  [2029, '01-01 01-08 02-11 02-12 02-23 03-20 04-29 04-30 05-03 05-04 05-05 07-16 08-11 09-17 09-23 09-24 10-08 11-03 11-23'],
  [2030, '01-01 01-14 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-23 10-14 11-03 11-04 11-23'],
];

describe('the holidays of Japan', () => {
  test.each(announced)('%i', (year, days) => {
    expect([...japaneseHolidays(year).keys()]).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  test.each([
    ['2026-05-06', '振替休日', 'three holidays in a row begin on a Sunday: the substitute comes after them'],
    ['2026-09-22', '国民の休日', 'a Tuesday between two holidays'],
    ['2032-09-21', '国民の休日', 'the next such September'],
    ['2027-03-21', '春分の日', 'an equinox of the 21st'],
    ['2028-09-22', '秋分の日', 'an equinox of the 22nd'],
    ['2023-01-02', '振替休日', 'New Year on a Sunday'],
  ])('%s is %s: %s', (date, name) => {
    expect(japaneseHolidays(Number(date.slice(0, 4))).get(date)).toBe(name);
  });

  test.each(['2026-12-23', '2026-11-22', '2026-11-24', '2025-05-07', '2024-10-10'])('%s is a working day', (date) => {
    expect(isJapaneseHoliday(date)).toBe(false);
  });
});
