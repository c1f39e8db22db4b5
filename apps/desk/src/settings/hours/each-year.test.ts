import { expect, test } from 'vitest';
import { daysOf, partsOf, yearDay, yearDayWords } from './each-year.ts';

test('a day of the year is sent as month and day, and never one that the month lacks', () => {
  expect([yearDay(12, 29), yearDay(1, 3), yearDay(2, 31), yearDay(4, 31)]).toEqual(['12-29', '01-03', '02-29', '04-30']);
  expect([daysOf(2), daysOf(12), partsOf('08-13')]).toEqual([29, 31, [8, 13]]);
});

test('it is said in the language on screen', () => {
  expect([yearDayWords('12-29', 'ja'), yearDayWords('12-29', 'en'), yearDayWords('02-29', 'ja')]).toEqual([
    '12月29日',
    '29 Dec',
    '2月29日',
  ]);
});
