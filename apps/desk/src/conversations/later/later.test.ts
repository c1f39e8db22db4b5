import { describe, expect, test } from 'vitest';
import { fieldOf, fromField, presetsAt } from './later.ts';

const told = (now: string, zone = 'Asia/Tokyo') => presetsAt(new Date(now), zone).map(({ name, at }) => `${name} ${fieldOf(at, zone)}`);

describe('times to choose with one press', () => {
  test.each([
    ['a Tuesday morning', '2026-11-24T01:20:00Z', ['later_today 2026-11-24T13:00', 'tomorrow 2026-11-25T09:00', 'monday 2026-11-30T09:00']],
    ['too late for the day', '2026-11-24T07:01:00Z', ['tomorrow 2026-11-25T09:00', 'monday 2026-11-30T09:00']],
    ['a Sunday: tomorrow is Monday', '2026-11-22T01:00:00Z', ['later_today 2026-11-22T13:00', 'tomorrow 2026-11-23T09:00']],
    [
      'a Monday means the next one',
      '2026-11-23T01:00:00Z',
      ['later_today 2026-11-23T13:00', 'tomorrow 2026-11-24T09:00', 'monday 2026-11-30T09:00'],
    ],
    ['the last day of the year', '2026-12-31T14:30:00Z', ['tomorrow 2027-01-01T09:00', 'monday 2027-01-04T09:00']],
  ])('%s', (_story, now, expected) => {
    expect(told(now)).toEqual(expected);
  });

  test('nine o’clock is nine o’clock on both sides of a change of clocks', () => {
    expect(told('2026-10-24T18:00:00Z', 'Europe/Berlin')[0]).toBe('tomorrow 2026-10-25T09:00');
    expect(presetsAt(new Date('2026-10-24T18:00:00Z'), 'Europe/Berlin')[0]!.at.toISOString()).toBe('2026-10-25T08:00:00.000Z');
  });
});

test('a field says the same moment back, and nothing while it is empty', () => {
  const at = new Date('2026-11-24T00:05:00Z');
  expect(fromField(fieldOf(at, 'Asia/Tokyo'), 'Asia/Tokyo')).toEqual(at);
  expect(fromField('', 'Asia/Tokyo')).toBeNull();
});
