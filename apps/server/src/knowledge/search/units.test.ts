import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeUnits, emptyUnits } from './units.ts';

test('an entry keeps its slot, and the slot of a removed one is used again', () => {
  const { units, slots } = changeUnits(emptyUnits(), ['delivery', 'returns', 'payment'], []);
  expect(slots).toEqual([0, 1, 2]);
  const changed = changeUnits(units, ['payment', 'points'], ['delivery']);
  expect(changed.slots).toEqual([2, 0]);
  expect([...changed.dropped]).toEqual([0, 2]);
  expect(changed.units.idOf).toEqual(['points', 'returns', 'payment']);
  expect(units.idOf).toEqual(['delivery', 'returns', 'payment']);
});

test('removing what is not there is nothing', () => {
  expect(changeUnits(emptyUnits(), [], ['nothing']).dropped.size).toBe(0);
});

test('after any changes every entry has a slot of its own, and no slot is lost', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
  fc.assert(
    fc.property(fc.array(fc.tuple(ids, ids)), (changes) => {
      let units = emptyUnits();
      const expected = new Set<string>();
      for (const [put, remove] of changes) {
        for (const id of remove) expected.delete(id);
        for (const id of put) expected.add(id);
        units = changeUnits(units, put, remove).units;
      }
      expect(new Set(units.slotOf.keys())).toEqual(expected);
      for (const [id, slot] of units.slotOf) expect(units.idOf[slot]).toBe(id);
      expect(units.idOf.length).toBe(units.slotOf.size + units.free.length);
    }),
  );
});
