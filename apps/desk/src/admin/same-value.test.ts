import { expect, test } from 'vitest';
import { sameValue } from './same-value.ts';

test('the same hours typed again are no change', () => {
  const monday = { from: '10:00', to: '18:00' };
  expect(sameValue({ days: [[monday], []], closedDates: [] }, { closedDates: [], days: [[{ ...monday }], []] })).toBe(true);
});

test('a shorter list, a missing key and null are changes', () => {
  expect(sameValue({ days: [[], []] }, { days: [[]] })).toBe(false);
  expect(sameValue({ a: undefined }, { b: undefined })).toBe(false);
  expect(sameValue({ businessHours: null }, { businessHours: {} })).toBe(false);
  expect(sameValue([], {})).toBe(false);
});
