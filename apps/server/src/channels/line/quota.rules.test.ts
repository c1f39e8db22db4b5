import { expect, test } from 'vitest';
import { quotaForecast } from './quota.rules.ts';

test('half of the month gone: twice as many by its end', () => {
  expect(quotaForecast(150, new Date('2026-06-16T00:00:00+09:00'))).toBe(300);
  expect(quotaForecast(0, new Date('2026-06-16T00:00:00+09:00'))).toBe(0);
});

test('the month is Japan’s: it begins while it is still yesterday in London', () => {
  expect(quotaForecast(7, new Date('2026-06-30T16:00:00Z'))).toBe(7);
  expect(quotaForecast(31, new Date('2026-07-02T00:00:00+09:00'))).toBe(961);
});

test('at the end it is what was used; February is short', () => {
  expect(quotaForecast(280, new Date('2026-02-28T23:59:59+09:00'))).toBe(280);
  expect(quotaForecast(140, new Date('2026-02-15T00:00:00+09:00'))).toBe(280);
});
