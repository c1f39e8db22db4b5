import { describe, expect, test } from 'vitest';
import { agoOrDate, clockTime, dayLabel, dayOf, fullTime, shortDuration } from './time.ts';

const tokyo = { locale: 'ja', zone: 'Asia/Tokyo' } as const;
const london = { locale: 'en', zone: 'Europe/London' } as const;
const now = Date.parse('2026-11-22T05:05:00Z');

describe('how long ago', () => {
  test.each([
    ['2026-11-22T05:04:20Z', 'たった今', 'now'],
    ['2026-11-22T05:02:00Z', '3分前', '3m ago'],
    ['2026-11-22T03:04:00Z', '2時間前', '2h ago'],
    ['2026-11-20T05:05:00Z', '11月20日', '20 Nov'],
    ['2025-12-31T05:05:00Z', '2025年12月31日', '31 Dec 2025'],
    // A colleague's clock may run ahead: never a negative time.
    ['2026-11-22T05:05:30Z', 'たった今', 'now'],
  ])('%s', (at, ja, en) => {
    expect(agoOrDate(at, now, tokyo)).toBe(ja);
    expect(agoOrDate(at, now, london)).toBe(en);
  });

  test('a wait is told in its largest whole unit', () => {
    expect([59_000, 60_000, 3_599_000, 7_200_000, 172_800_000].map((span) => shortDuration(span, 'ja'))).toEqual([
      '0分',
      '1分',
      '59分',
      '2時間',
      '2日',
    ]);
    expect(shortDuration(-5000, 'en')).toBe('0m');
  });
});

test('clock and full date are the workspace’s, whatever the zone of the machine', () => {
  expect(clockTime('2026-11-22T05:05:00Z', tokyo)).toBe('14:05');
  expect(clockTime('2026-11-21T15:00:00Z', tokyo)).toBe('00:00');
  expect(fullTime('2026-11-22T05:05:00Z', tokyo)).toBe('2026年11月22日(日) 14:05');
});

describe('days', () => {
  test('midnight in Tokyo begins a new day, not midnight in Greenwich', () => {
    expect(dayOf('2026-11-21T14:59:59Z', 'Asia/Tokyo')).toBe('2026-11-21');
    expect(dayOf('2026-11-21T15:00:00Z', 'Asia/Tokyo')).toBe('2026-11-22');
  });

  test('today and yesterday by name, the rest by date', () => {
    expect(dayLabel('2026-11-21T15:10:00Z', now, tokyo)).toEqual({ relative: 'today' });
    expect(dayLabel('2026-11-21T14:10:00Z', now, tokyo)).toEqual({ relative: 'yesterday' });
    expect(dayLabel('2026-11-18T02:00:00Z', now, tokyo)).toEqual({ text: '11月18日(水)' });
    expect(dayLabel('2025-11-18T02:00:00Z', now, tokyo)).toEqual({ text: '2025年11月18日(火)' });
  });
});
