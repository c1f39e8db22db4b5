import { expect, test } from 'vitest';
import { isNarrowed, searchParams, stretchOf } from './search-params.ts';

test('an address says what was searched for; nonsense in it is left out', () => {
  expect(searchParams({ q: 1042, only: 'customers', period: 'week', spam: true })).toEqual({
    q: '1042',
    only: 'customers',
    period: 'week',
    spam: true,
  });
  expect(searchParams({ q: '', only: 'nonsense', period: 'any', from: '2026-11-01', spam: 'yes', agent: 7 })).toEqual({});
  expect(searchParams({ period: 'days', from: '2026-11-01', to: 'tomorrow' })).toEqual({ period: 'days', from: '2026-11-01' });
});

test('days begin at midnight, and the last one is in it', () => {
  const now = new Date(2026, 10, 22, 15, 30).getTime();
  expect(stretchOf({}, now)).toEqual({});
  expect(stretchOf({ period: 'week' }, now)).toEqual({ from: new Date(2026, 10, 15).toISOString() });
  expect(stretchOf({ period: 'days', from: '2026-11-01', to: '2026-11-01' }, now)).toEqual({
    from: new Date(2026, 10, 1).toISOString(),
    to: new Date(2026, 10, 2).toISOString(),
  });
  expect(isNarrowed({ q: '急須', only: 'articles' })).toBe(false);
  expect(isNarrowed({ q: '急須', agent: 'agt_1' })).toBe(true);
});
