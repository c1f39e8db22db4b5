import { expect, test } from 'vitest';
import { workspace } from '../../../../../fixtures/workspace.ts';
import { stretchesOf } from './week-summary.ts';

test("the shop's week is two stretches: weekdays with a lunch break, and the weekend closed", () => {
  const [weekdays, weekend] = stretchesOf(workspace.businessHours.days);
  expect(weekdays).toMatchObject({ first: 0, last: 4 });
  expect(weekdays?.ranges).toHaveLength(2);
  expect(weekend).toEqual({ first: 5, last: 6, ranges: [] });
});

test('a day of its own hours stands alone, and half-typed times are left out', () => {
  const day = [{ from: '10:00', to: '18:00' }];
  const stretches = stretchesOf([day, day, [{ from: '1', to: '' }], day, day, day, day]);
  expect(stretches.map(({ first, last }) => [first, last])).toEqual([
    [0, 1],
    [2, 2],
    [3, 6],
  ]);
  expect(stretches[1]?.ranges).toEqual([]);
});
