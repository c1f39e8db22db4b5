import { describe, expect, test } from 'vitest';
import { ago, clock, dayName, length, opening } from './dates.ts';

const tokyo = 'Asia/Tokyo';
const now = new Date('2026-11-22T05:05:00Z');

describe('dates as customers read them', () => {
  test('near days have names, others a date with the weekday', () => {
    expect(dayName(new Date('2026-11-21T16:00:00Z'), now, 'ja', tokyo)).toBe('今日');
    expect(dayName(new Date('2026-11-21T14:00:00Z'), now, 'ja', tokyo)).toBe('昨日');
    expect(dayName(new Date('2026-11-10T00:00:00Z'), now, 'ja', tokyo)).toBe('11月10日(火)');
    expect(dayName(new Date('2026-11-10T00:00:00Z'), now, 'en', tokyo)).toBe('Tue, Nov 10');
  });

  test('under a day the distance is told', () => {
    expect(ago(new Date('2026-11-22T05:04:50Z'), now, 'ja')).toBe('今');
    expect(ago(new Date('2026-11-22T05:02:00Z'), now, 'ja')).toBe('3分前');
    expect(ago(new Date('2026-11-22T02:00:00Z'), now, 'en')).toBe('3 hr. ago');
  });

  test('reply times use the unit people would use', () => {
    expect(length(5, 'ja')).toBe('5分');
    expect(length(1, 'en')).toBe('1 minute');
    expect(length(90, 'ja')).toBe('2時間');
    expect(length(2880, 'en')).toBe('2 days');
  });

  test('opening hours are the company’s, and say so where the customer’s clock differs', () => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(opening(new Date('2026-11-24T14:00:00Z'), now, 'ja', here)).toBe(
      `${dayName(new Date('2026-11-24T14:00:00Z'), now, 'ja', here)} ${clock(new Date('2026-11-24T14:00:00Z'), 'ja')}`,
    );
    expect(opening(new Date('2026-11-24T00:00:00Z'), now, 'ja', 'Pacific/Honolulu')).toBe('11月23日(月) 14:00 ホノルル時間');
  });
});
