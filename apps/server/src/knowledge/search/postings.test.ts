import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPosting, emptyList, emptyPostings, mergePostings, type Postings } from './postings.ts';

const TERMS = 6;
type Bag = Record<number, number>;
/** Units with what they have: term → count. */
const unitsWith = fc.dictionary(
  fc.integer({ min: 0, max: 9 }).map(String),
  fc.dictionary(fc.integer({ min: 0, max: TERMS - 1 }).map(String), fc.integer({ min: 1, max: 9 })),
);

function listOf(units: Record<string, Bag>) {
  const list = emptyList();
  for (const [unit, bag] of Object.entries(units)) {
    for (const [term, count] of Object.entries(bag)) addPosting(list, Number(unit), Number(term), count);
  }
  return list;
}

function read({ starts, units, counts }: Postings): Record<string, Bag> {
  const found: Record<string, Bag> = {};
  for (let term = 0; term + 1 < starts.length; term++) {
    for (let i = starts[term]!; i < starts[term + 1]!; i++) {
      const unit = units[i]!;
      found[unit] = { ...found[unit], [term]: counts[i]! };
    }
  }
  return found;
}

const filled = (units: Record<string, Bag>): Record<string, Bag> =>
  Object.fromEntries(Object.entries(units).filter(([, bag]) => Object.keys(bag).length > 0));

test('what is put in comes out, what is dropped is gone, what is replaced is new', () => {
  fc.assert(
    fc.property(unitsWith, unitsWith, fc.array(fc.integer({ min: 0, max: 9 })), (before, put, removed) => {
      const old = mergePostings(emptyPostings(), new Set(), listOf(before), TERMS);
      const dropped = new Set([...removed, ...Object.keys(put).map(Number)]);
      const kept = Object.fromEntries(Object.entries(before).filter(([unit]) => !dropped.has(Number(unit))));
      expect(read(mergePostings(old, dropped, listOf(put), TERMS))).toEqual(filled({ ...kept, ...put }));
      expect(read(old)).toEqual(filled(before)); // who still reads the old ones is not disturbed
    }),
  );
});

test('a long list grows as it is filled', () => {
  const list = emptyList();
  for (let i = 0; i < 5000; i++) addPosting(list, i, i % TERMS, 1);
  const { units } = mergePostings(emptyPostings(), new Set(), list, TERMS);
  expect(units.length).toBe(5000);
  expect(new Set(units).size).toBe(5000);
});
