import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Value } from './configuration.types.ts';
import { keysFor } from './keys.rules.ts';

const byName = { keyOf: (value: Value) => String(value.name) };
const keysOf = (names: readonly string[]) => {
  const keyOf = keysFor(byName);
  return names.map((name) => keyOf({ name }));
};

test('two of one name are told apart, and nobody else is called otherwise for it', () => {
  expect(keysOf(['返品', '返品', '送料'])).toEqual(['返品', '返品 (2)', '送料']);
  expect(keysOf(['返品 (大阪)', '返品'])).toEqual(['返品 (大阪)', '返品']);
});

test('a file in the order of its keys gives the same keys again', () => {
  const name = fc.constantFrom('A', 'A (2)', 'A (3)', 'A (2) (2)', 'B');
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), (names) => {
      const keys = keysOf(names);
      const sorted = names.map((one, at) => ({ one, key: keys[at]! })).toSorted((a, b) => (a.key < b.key ? -1 : 1));
      expect(keysOf(sorted.map(({ one }) => one))).toEqual(sorted.map(({ key }) => key));
    }),
  );
});
