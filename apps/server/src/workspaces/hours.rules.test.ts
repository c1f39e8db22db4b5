import type { BusinessHours } from '@madoguchi/contract/workspaces.ts';
import { describe, expect, test } from 'vitest';
import { workspace } from '../../../../fixtures/workspace.ts';
import { isOpenAt, nextOpening } from './hours.rules.ts';

type Hours = NonNullable<BusinessHours>;
type Range = Hours['days'][number][number];

const shop = workspace.businessHours;
const week = (days: Range[][], more: Partial<Hours> = {}): Hours => ({ days, closedOnJapaneseHolidays: false, closedDates: [], ...more });
const daily = (...ranges: Range[]) => week(Array.from({ length: 7 }, () => ranges));
const only = (weekday: number, ...ranges: Range[]) => week(Array.from({ length: 7 }, (_, day) => (day === weekday ? ranges : [])));
const tokyo = (text: string) => new Date(`${text}+09:00`);

describe('the shop in Tokyo, 10–12 and 13–18 on working days', () => {
  test.each([
    ['Tuesday 09:59:59', '2026-11-24T09:59:59', false, '2026-11-24T10:00'],
    ['Tuesday 10:00', '2026-11-24T10:00', true, '2026-11-24T10:00'],
    ['Tuesday 11:59:59', '2026-11-24T11:59:59', true, '2026-11-24T11:59:59'],
    ['lunch', '2026-11-24T12:00', false, '2026-11-24T13:00'],
    ['after lunch', '2026-11-24T13:00', true, '2026-11-24T13:00'],
    ['the end of the day', '2026-11-24T18:00', false, '2026-11-25T10:00'],
    ['Friday evening, before a weekend and 勤労感謝の日 on Monday', '2026-11-20T18:30', false, '2026-11-24T10:00'],
    ['a holiday at noon', '2026-11-23T14:00', false, '2026-11-24T10:00'],
    ['golden week: three holidays and a substitute', '2026-05-02T09:00', false, '2026-05-07T10:00'],
  ])('%s', (_when, text, open, next) => {
    expect(isOpenAt(shop, 'Asia/Tokyo', tokyo(text))).toBe(open);
    expect(nextOpening(shop, 'Asia/Tokyo', tokyo(text))).toEqual(tokyo(next));
  });

  test('dates the company closes itself count like holidays', () => {
    const closed: BusinessHours = { ...shop, closedDates: ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-04'] };
    expect(isOpenAt(closed, 'Asia/Tokyo', tokyo('2026-12-30T11:00'))).toBe(false);
    expect(nextOpening(closed, 'Asia/Tokyo', tokyo('2026-12-28T18:00'))).toEqual(tokyo('2027-01-05T10:00'));
  });
});

describe('past midnight', () => {
  const nights = only(4, { from: '22:00', to: '02:00' });

  test.each([
    ['Friday 21:59', '2026-11-20T21:59', false],
    ['Friday 22:00', '2026-11-20T22:00', true],
    ['Saturday 00:00', '2026-11-21T00:00', true],
    ['Saturday 01:59', '2026-11-21T01:59', true],
    ['Saturday 02:00', '2026-11-21T02:00', false],
    ['Friday 01:00, as Thursday has no night', '2026-11-20T01:00', false],
  ])('%s', (_when, text, open) => {
    expect(isOpenAt(nights, 'Asia/Tokyo', tokyo(text))).toBe(open);
  });

  test('a night runs to its end even when the next day is closed, and does not begin on a closed day', () => {
    const hours = { ...nights, closedDates: ['2026-11-21', '2026-11-27'] };
    expect(isOpenAt(hours, 'Asia/Tokyo', tokyo('2026-11-21T01:00'))).toBe(true);
    expect(isOpenAt(hours, 'Asia/Tokyo', tokyo('2026-11-28T01:00'))).toBe(false);
  });

  test('a range to 24:00 ends with the day; one that ends where it begins runs around the clock', () => {
    const late = only(4, { from: '18:00', to: '24:00' });
    expect(isOpenAt(late, 'Asia/Tokyo', tokyo('2026-11-20T23:59:59.999'))).toBe(true);
    expect(isOpenAt(late, 'Asia/Tokyo', tokyo('2026-11-21T00:00'))).toBe(false);
    const round = only(4, { from: '09:00', to: '09:00' });
    expect(isOpenAt(round, 'Asia/Tokyo', tokyo('2026-11-21T08:59'))).toBe(true);
    expect(isOpenAt(round, 'Asia/Tokyo', tokyo('2026-11-21T09:00'))).toBe(false);
  });
});

describe('always and never', () => {
  const now = tokyo('2026-11-22T03:00');

  test('no hours at all means always open', () => {
    expect(isOpenAt(null, 'Asia/Tokyo', now)).toBe(true);
    expect(nextOpening(null, 'Asia/Tokyo', now)).toEqual(now);
  });

  test('a week without a range never opens', () => {
    expect(isOpenAt(daily(), 'Asia/Tokyo', now)).toBe(false);
    expect(nextOpening(daily(), 'Asia/Tokyo', now)).toBeNull();
  });

  test('a hundred closed Mondays are waited for', () => {
    const mondays = Array.from({ length: 100 }, (_, n) => new Date(Date.UTC(2026, 10, 23 + n * 7)).toISOString().slice(0, 10));
    const hours = { ...only(0, { from: '10:00', to: '11:00' }), closedDates: mondays };
    expect(nextOpening(hours, 'Asia/Tokyo', now)).toEqual(tokyo('2028-10-23T10:00'));
  });
});

describe('daylight saving', () => {
  // New York leaps from 02:00 to 03:00 on 8 March 2026, and repeats 01:00–02:00 on 1 November 2026.
  const newYork = 'America/New_York';

  test('nine in the morning is an hour earlier in summer', () => {
    const hours = daily({ from: '09:00', to: '17:00' });
    expect(nextOpening(hours, newYork, new Date('2026-03-07T23:00Z'))).toEqual(new Date('2026-03-08T13:00Z'));
    expect(nextOpening(hours, newYork, new Date('2026-03-06T23:00Z'))).toEqual(new Date('2026-03-07T14:00Z'));
    expect(isOpenAt(hours, newYork, new Date('2026-07-01T20:59Z'))).toBe(true);
    expect(isOpenAt(hours, newYork, new Date('2026-12-01T20:59Z'))).toBe(true);
    expect(isOpenAt(hours, newYork, new Date('2026-07-01T21:00Z'))).toBe(false);
  });

  test('hours that begin in the hour leapt over open with the leap', () => {
    const hours = daily({ from: '02:30', to: '05:00' });
    expect(nextOpening(hours, newYork, new Date('2026-03-08T06:00Z'))).toEqual(new Date('2026-03-08T07:00Z'));
  });

  test('hours that lie in it entirely are not there that day', () => {
    const hours = daily({ from: '02:00', to: '03:00' });
    expect(nextOpening(hours, newYork, new Date('2026-03-08T06:00Z'))).toEqual(new Date('2026-03-09T06:00Z'));
  });

  test('in the hour that comes twice they open twice', () => {
    const hours = daily({ from: '01:30', to: '02:00' });
    expect(nextOpening(hours, newYork, new Date('2026-11-01T05:00Z'))).toEqual(new Date('2026-11-01T05:30Z'));
    expect(isOpenAt(hours, newYork, new Date('2026-11-01T06:10Z'))).toBe(false);
    expect(nextOpening(hours, newYork, new Date('2026-11-01T06:10Z'))).toEqual(new Date('2026-11-01T06:30Z'));
  });

  test('a leap of half an hour on Lord Howe Island, and a midnight leapt over in Santiago', () => {
    const howe = daily({ from: '02:15', to: '04:00' });
    expect(nextOpening(howe, 'Australia/Lord_Howe', new Date('2026-10-03T15:00Z'))).toEqual(new Date('2026-10-03T15:30Z'));
    const santiago = daily({ from: '00:00', to: '24:00' });
    expect(isOpenAt(santiago, 'America/Santiago', new Date('2026-09-06T04:30Z'))).toBe(true);
  });
});

test('the next opening is always open, and nothing before it was', () => {
  const hours = week(
    [[{ from: '09:00', to: '11:30' }], [], [{ from: '22:00', to: '01:00' }], [{ from: '13:00', to: '13:15' }], [], [], []],
    {
      closedOnJapaneseHolidays: true,
    },
  );
  for (const zone of ['Asia/Tokyo', 'Europe/Berlin', 'Pacific/Apia', 'Asia/Kathmandu']) {
    for (let time = Date.parse('2026-03-27T00:00Z'); time < Date.parse('2026-04-03T00:00Z'); time += 37 * 60_000) {
      const opening = nextOpening(hours, zone, new Date(time))!;
      expect(isOpenAt(hours, zone, opening)).toBe(true);
      for (let before = time; before < opening.getTime(); before += 30 * 60_000)
        expect(isOpenAt(hours, zone, new Date(before))).toBe(false);
    }
  }
});
