import { expect, test } from 'vitest';
import { extended, MOST_SELECTED, nothingSelected, toggled } from './selection.ts';

const rows = Array.from({ length: 300 }, (_one, i) => ({ id: `cnv_${i}` }));
const idsOf = ({ ids }: { ids: ReadonlySet<string> }) => [...ids];

test('rows are chosen one by one, and given up the same way', () => {
  const two = toggled(toggled(nothingSelected, 'cnv_3'), 'cnv_7');
  expect(idsOf(two)).toEqual(['cnv_3', 'cnv_7']);
  expect(idsOf(toggled(two, 'cnv_3'))).toEqual(['cnv_7']);
});

test('a range goes from where it began, up or down, and keeps what was chosen', () => {
  const begun = toggled(toggled(nothingSelected, 'cnv_9'), 'cnv_5');
  expect(idsOf(extended(begun, rows, 'cnv_7'))).toEqual(['cnv_9', 'cnv_5', 'cnv_6', 'cnv_7']);
  expect(idsOf(extended(begun, rows, 'cnv_4'))).toEqual(['cnv_9', 'cnv_5', 'cnv_4']);
  expect(idsOf(extended(nothingSelected, rows, 'cnv_2'))).toEqual(['cnv_2']);
});

test('never more than one request may name', () => {
  const all = extended(toggled(nothingSelected, 'cnv_0'), rows, 'cnv_299');
  expect(all.ids.size).toBe(MOST_SELECTED);
  expect(toggled(all, 'cnv_299')).toEqual({ ids: all.ids, anchor: 'cnv_0' });
});
