import type { InboxHealth } from '@madoguchi/contract/channels.ts';
import { expect, test } from 'vitest';
import { at } from '../../../test/build.ts';
import { accountOf, byUrgency, daysLeft, endsSoon, otherNotes, quotaOf } from './health.rules.ts';

const now = Date.parse(at('12:00', '2026-11-11'));

test('what fails stands first, what is paused last, the rest as it was', () => {
  const rows = (['good', 'paused', 'quiet', 'failing', 'good'] as const).map(
    (state, index) => ({ state, id: index }) as unknown as InboxHealth,
  );
  expect(byUrgency(rows).map(({ state }) => state)).toEqual(['failing', 'good', 'quiet', 'good', 'paused']);
});

test('the end of a token is told two weeks ahead', () => {
  const days = [at('12:00', '2026-11-30'), at('13:00', '2026-11-20'), at('11:00', '2026-11-11')].map((end) => daysLeft(end, now));
  expect(days).toEqual([19, 9, -1]);
  expect(days.map(endsSoon)).toEqual([false, true, true]);
  expect(endsSoon(daysLeft(null, now))).toBe(false);
});

test('a third of the month gone, the whole month is three times as much', () => {
  expect(quotaOf({ quota: 1000, quotaUsed: 350 }, now)).toEqual({ used: 350, of: 1000, forecast: 1000 });
  expect(quotaOf({ quota: 1000, quotaUsed: 350, quotaForecast: 820 }, now)?.forecast).toBe(820);
});

test('a handful on the first day foretells nothing; without an allowance there is none', () => {
  expect(quotaOf({ quota: 1000, quotaUsed: 9 }, Date.parse(at('06:00', '2026-11-01')))?.forecast).toBe(9);
  expect(quotaOf({ quotaUsed: 9 }, now)).toBeNull();
  expect(quotaOf({}, now)).toBeNull();
});

test('the account stands with the name, other figures are told by theirs', () => {
  const notes = { quota: 1000, quotaUsed: 1, account: '@hazuki-saji', folders: 'INBOX' };
  expect(otherNotes(notes)).toEqual([['folders', 'INBOX']]);
  expect([accountOf(notes), accountOf({})]).toEqual(['@hazuki-saji', null]);
});
