import type { BusinessHours } from '@madoguchi/contract/workspaces.ts';
import { describe, expect, test } from 'vitest';
import { workspace } from '../../../../../fixtures/workspace.ts';
import { isOpenAt, nextOpening } from '../hours.rules.ts';
import { addWorkingMinutes, workingMinutesBetween } from './working-time.rules.ts';

type Hours = NonNullable<BusinessHours>;
const shop = workspace.businessHours;
const off: Hours = {
  ...shop,
  closedEachYear: [
    { name: '年末年始', from: '12-29', to: '01-03' },
    { name: 'お盆', from: '08-13', to: '08-16' },
  ],
  openDates: [
    { date: '2026-11-28', ranges: [{ from: '10:00', to: '15:00' }] },
    { date: '2026-08-14', ranges: [{ from: '13:00', to: '14:00' }] },
  ],
};
const daily = (from: string, to: string): Hours => ({
  days: Array.from({ length: 7 }, () => [{ from, to }]),
  closedOnJapaneseHolidays: false,
  closedDates: [],
});
const tokyo = (text: string) => new Date(`${text}+09:00`);

describe('an hour of work, at the shop that is open 10–12 and 13–18', () => {
  test.each([
    ['in the morning', '2026-11-24T10:30', 60, '2026-11-24T11:30'],
    ['over lunch', '2026-11-24T11:30', 60, '2026-11-24T13:30'],
    ['to the very end of the day', '2026-11-24T17:00', 60, '2026-11-24T18:00'],
    ['from before the doors open', '2026-11-24T08:00', 60, '2026-11-24T11:00'],
    ['a mail of Friday 17:50', '2026-11-27T17:50', 60, '2026-11-30T10:50'],
    ['a mail of Friday 17:50 before 勤労感謝の日', '2026-11-20T17:50', 60, '2026-11-24T10:50'],
    ['the evening before golden week', '2026-05-01T17:30', 60, '2026-05-07T10:30'],
    ['two days of seven hours', '2026-11-24T10:00', 840, '2026-11-25T18:00'],
    ['nothing at all, though it is night', '2026-11-24T03:00', 0, '2026-11-24T03:00'],
  ])('%s', (_when, from, minutes, due) => {
    expect(addWorkingMinutes(shop, 'Asia/Tokyo', tokyo(from), minutes)).toEqual(tokyo(due));
  });

  test.each([
    ['New Year at the company: from the 29th to the 3rd, and a Monday', '2026-12-28T17:30', 60, '2027-01-04T10:30'],
    ['the same in the next year, when the 4th is a Tuesday', '2027-12-28T17:30', 60, '2028-01-04T10:30'],
    ['お盆 with one hour on the 14th', '2026-08-12T17:30', 60, '2026-08-14T13:30'],
    ['a Saturday that is open for once', '2026-11-27T17:30', 60, '2026-11-28T10:30'],
  ])('%s', (_when, from, minutes, due) => {
    expect(addWorkingMinutes(off, 'Asia/Tokyo', tokyo(from), minutes)).toEqual(tokyo(due));
  });

  test('a desk that never opens is never due', () => {
    const never = { ...shop, days: [[], [], [], [], [], [], []] };
    expect(addWorkingMinutes(never, 'Asia/Tokyo', tokyo('2026-11-24T10:00'), 1)).toBeNull();
    expect(workingMinutesBetween(never, 'Asia/Tokyo', tokyo('2026-11-24T10:00'), tokyo('2027-11-24T10:00'))).toBe(0);
  });

  test('a night shift counts past midnight, into a day off', () => {
    const nights = { ...daily('22:00', '02:00'), closedDates: ['2026-11-25'] };
    expect(addWorkingMinutes(nights, 'Asia/Tokyo', tokyo('2026-11-24T23:00'), 180)).toEqual(tokyo('2026-11-25T02:00'));
    expect(addWorkingMinutes(nights, 'Asia/Tokyo', tokyo('2026-11-24T23:00'), 181)).toEqual(tokyo('2026-11-26T22:01'));
  });

  test('hours that overlap are worked once', () => {
    const doubled = {
      ...shop,
      days: shop.days.map(() => [
        { from: '10:00', to: '12:00' },
        { from: '11:00', to: '13:00' },
      ]),
    };
    expect(workingMinutesBetween(doubled, 'Asia/Tokyo', tokyo('2026-11-24T00:00'), tokyo('2026-11-25T00:00'))).toBe(180);
  });
});

describe('daylight saving', () => {
  const utc = (text: string) => new Date(`${text}Z`);
  test.each([
    // 02:00 becomes 03:00: of the night from 00:00 to 06:00 five hours remain.
    ['New York leaps', 'America/New_York', '2026-03-08T05:00', '2026-03-08T10:00', 300],
    // 01:00–02:00 comes twice.
    ['New York falls back', 'America/New_York', '2026-11-01T04:00', '2026-11-01T11:00', 420],
    ['Berlin leaps', 'Europe/Berlin', '2026-03-28T23:00', '2026-03-29T04:00', 300],
    ['Berlin falls back', 'Europe/Berlin', '2026-10-24T22:00', '2026-10-25T05:00', 420],
    // Half an hour only.
    ['Lord Howe leaps', 'Australia/Lord_Howe', '2026-10-03T13:30', '2026-10-03T19:00', 330],
    ['Lord Howe falls back', 'Australia/Lord_Howe', '2026-04-04T13:00', '2026-04-04T19:30', 390],
  ])('%s', (_what, timezone, from, to, minutes) => {
    const nights = daily('00:00', '06:00');
    expect(workingMinutesBetween(nights, timezone, utc(from), utc(to))).toBe(minutes);
    expect(addWorkingMinutes(nights, timezone, utc(from), minutes)).toEqual(utc(to));
  });
});

describe('whatever the calendar', () => {
  const MINUTE = 60_000;
  /** A small generator of its own (mulberry32), so that a failure can be repeated. */
  const randomOf = (seed: number) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const zones = ['Asia/Tokyo', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe'];
  /** Around the changes of clocks, New Year and golden week. */
  const moments = ['2026-03-07', '2026-03-28', '2026-04-04', '2026-05-01', '2026-10-03', '2026-10-24', '2026-10-31', '2026-12-27'];

  function scene(seed: number) {
    const random = randomOf(seed);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
    const clock = () => `${String(Math.floor(random() * 24)).padStart(2, '0')}:${pick(['00', '15', '30', '50'])}`;
    const ranges = () => Array.from({ length: Math.floor(random() * 3) }, () => ({ from: clock(), to: clock() }));
    const start = pick(moments);
    const hours: Hours = {
      days: Array.from({ length: 7 }, ranges),
      closedOnJapaneseHolidays: random() < 0.5,
      closedDates: random() < 0.3 ? [start] : [],
      closedEachYear: random() < 0.5 ? [{ name: '', from: '12-29', to: '01-03' }] : [],
      openDates: random() < 0.3 ? [{ date: '2026-12-30', ranges: [{ from: clock(), to: clock() }] }] : [],
    };
    const from = new Date(Date.parse(start) + Math.floor(random() * 2880) * MINUTE);
    return { hours, zone: pick(zones), from, random };
  }

  const seeds = Array.from({ length: 120 }, (_, seed) => seed + 1);

  test('it is what one gets by looking at every single minute', () => {
    for (const seed of seeds.slice(0, 40)) {
      const { hours, zone, from, random } = scene(seed);
      const length = Math.floor(random() * 3 * 1440);
      let worked = 0;
      for (let minute = 0; minute < length; minute += 1) if (isOpenAt(hours, zone, new Date(from.getTime() + minute * MINUTE))) worked += 1;
      expect(workingMinutesBetween(hours, zone, from, new Date(from.getTime() + length * MINUTE)), `seed ${seed}`).toBe(worked);
    }
  });

  test('adding and measuring undo each other, and the due instant is the first such one', () => {
    for (const seed of seeds) {
      const { hours, zone, from, random } = scene(seed);
      const minutes = 1 + Math.floor(random() * 3000);
      const due = addWorkingMinutes(hours, zone, from, minutes);
      if (!due) {
        expect(hours.days.flat(), `seed ${seed}`).toEqual([]);
        continue;
      }
      expect(workingMinutesBetween(hours, zone, from, due), `seed ${seed}`).toBe(minutes);
      expect(workingMinutesBetween(hours, zone, from, new Date(due.getTime() - 1)), `seed ${seed}`).toBeLessThan(minutes);
    }
  });

  test('a promise in two parts is due when the whole is, and a longer or a later one never sooner', () => {
    for (const seed of seeds) {
      const { hours, zone, from, random } = scene(seed);
      const [a, b] = [Math.floor(random() * 900), 1 + Math.floor(random() * 900)];
      const first = addWorkingMinutes(hours, zone, from, a);
      const whole = addWorkingMinutes(hours, zone, from, a + b);
      if (!first || !whole) continue;
      expect(addWorkingMinutes(hours, zone, first, b), `seed ${seed}`).toEqual(whole);
      expect(whole.getTime(), `seed ${seed}`).toBeGreaterThan(first.getTime());
      const later = addWorkingMinutes(hours, zone, new Date(from.getTime() + 37 * MINUTE), a + b)!;
      expect(later.getTime(), `seed ${seed}`).toBeGreaterThanOrEqual(whole.getTime());
    }
  });

  test('work begins when the doors open', () => {
    for (const seed of seeds.slice(0, 60)) {
      const { hours, zone, from } = scene(seed);
      const opens = nextOpening(hours, zone, from);
      const soon = addWorkingMinutes(hours, zone, from, 1 / 60_000);
      expect(soon?.getTime(), `seed ${seed}`).toBe(opens === null ? undefined : opens.getTime() + 1);
    }
  });
});
