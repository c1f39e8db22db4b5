import { expect, test } from 'vitest';
import { addDates, removeRun, runsOf } from './closed-dates.ts';

const newYear = ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'];

test('the days around New Year are added as one run, over the end of the year, whichever end is given first', () => {
  expect(addDates([], '2026-12-30', '2027-01-02')).toEqual(newYear);
  expect(addDates([], '2027-01-02', '2026-12-30')).toEqual(newYear);
  expect(runsOf(newYear)).toEqual([{ from: '2026-12-30', to: '2027-01-02' }]);
});

test('a single day stands for itself, and a day added twice is there once', () => {
  expect(addDates(newYear, '2026-08-13', '')).toEqual(['2026-08-13', ...newYear]);
  expect(addDates(newYear, '2026-12-31', '')).toEqual(newYear);
  expect(runsOf(['2026-08-13', ...newYear])).toHaveLength(2);
});

test('taking a run away leaves the others', () => {
  expect(removeRun(['2026-08-13', ...newYear], { from: '2026-12-30', to: '2027-01-02' })).toEqual(['2026-08-13']);
});
