import { expect, test } from 'vitest';
import { minutesOf, typedClock } from './clock.ts';

test('times are read as people type them, full-width digits too', () => {
  const typed = ['9', '9:30', '930', '1800', '１８：００', '9時30分', '9時', '24', ' 08:15 '];
  expect(typed.map(typedClock)).toEqual(['09:00', '09:30', '09:30', '18:00', '18:00', '09:30', '09:00', '24:00', '08:15']);
});

test('what is no time of a day stays unread', () => {
  expect(['', '25', '24:01', '9:60', '9:5', 'noon', '-1'].map(typedClock)).toEqual([null, null, null, null, null, null, null]);
});

test('minutes since midnight, the end of the day included', () => {
  expect([minutesOf('00:00'), minutesOf('09:30'), minutesOf('24:00')]).toEqual([0, 570, 1440]);
});
