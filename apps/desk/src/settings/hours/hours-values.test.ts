import { expect, test } from 'vitest';
import { workspace } from '../../../../../fixtures/workspace.ts';
import { copyDay, type HoursValues, hoursFaults, hoursOf, nextRange, valuesOf } from './hours-values.ts';

const shop = valuesOf(workspace.businessHours);
const withMonday = (...ranges: [string, string][]): HoursValues => ({
  ...shop,
  days: [ranges.map(([from, to]) => ({ from, to })), ...shop.days.slice(1)],
});

test("the shop's hours with their lunch break come back as they were", () => {
  expect(hoursOf(shop)).toEqual(workspace.businessHours);
  expect(hoursFaults(shop)).toEqual({});
});

test('always open is sent as null and keeps a usual week in reserve', () => {
  const always = valuesOf(null);
  expect(hoursOf(always)).toBeNull();
  expect(always.days.map((day) => day.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
});

test('company holidays of each year and dates of their own hours are sent, and their times checked', () => {
  const closedEachYear = [{ name: '年末年始', from: '12-29', to: '01-03' }];
  const open = (from: string, to: string) => ({ ...shop, closedEachYear, openDates: [{ date: '2026-11-28', ranges: [{ from, to }] }] });
  expect(hoursOf(open('10', '15'))).toMatchObject({
    closedEachYear,
    openDates: [{ date: '2026-11-28', ranges: [{ from: '10:00', to: '15:00' }] }],
  });
  expect(hoursFaults(open('10', 'noon'))).toEqual({ 'openDates.0': { word: 'fault.clock' } });
});

test('times typed loosely and out of order are sent tidy', () => {
  expect(hoursOf(withMonday(['13', '18'], ['930', '12']))?.days[0]).toEqual([
    { from: '09:30', to: '12:00' },
    { from: '13:00', to: '18:00' },
  ]);
});

test('no time, no length and an overlap are said beside their day', () => {
  expect(hoursFaults(withMonday(['10時半', '18:00']))).toEqual({ 'days.0': { word: 'fault.clock' } });
  expect(hoursFaults(withMonday(['10:00', '10:00']))).toEqual({ 'days.0': { word: 'fault.no_length' } });
  expect(hoursFaults(withMonday(['10:00', '13:30'], ['13:00', '18:00']))).toEqual({ 'days.0': { word: 'fault.overlap' } });
  expect(hoursFaults(withMonday(['10:00', '13:00'], ['13:00', '18:00']))).toEqual({});
  expect(hoursFaults(withMonday(['13:00', '12:00'], ['13:00', '18:00']))).toEqual({ 'days.0': { word: 'fault.ends_first' } });
});

test('a night shift may run into the next morning, but not into hours that already begin there', () => {
  expect(hoursFaults(withMonday(['22:00', '06:00']))).toEqual({});
  expect(hoursFaults(withMonday(['22:00', '11:00']))).toEqual({ 'days.0': { word: 'fault.overlap_next' } });
});

test('a second range is proposed after a lunch hour and ends within the day', () => {
  expect(nextRange([{ from: '10:00', to: '12:00' }])).toEqual({ from: '13:00', to: '18:00' });
  expect(nextRange([{ from: '10:00', to: '23:30' }])).toEqual({ from: '23:00', to: '24:00' });
  expect(nextRange([])).toEqual({ from: '10:00', to: '18:00' });
});

test('Monday copied to the weekdays leaves the weekend alone', () => {
  const days = copyDay(withMonday(['9', '17']).days, 0, [0, 1, 2, 3, 4]);
  expect(days[4]).toEqual([{ from: '9', to: '17' }]);
  expect(days[5]).toEqual([]);
});
