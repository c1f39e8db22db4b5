import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestRunOf } from './longest-run.rules.ts';

test.each([
  ['送料はいくらですか', '全国の送料は一律です', 3],
  ['how do i return it', 'you can return items', ' return it'.length],
  ['ああああ', 'いあああ', 3],
  ['送料', '返品', 0],
  ['送', '送料', 0],
  ['', '', 0],
])('of 「%s」 in 「%s」: %i letters', (asked, text, length) => {
  expect(longestRunOf(asked)(text)).toBe(length);
});

test('it is what trying every stretch finds', () => {
  const letters = fc.string({ unit: fc.constantFrom('あ', 'い', 'う'), maxLength: 12 });
  fc.assert(
    fc.property(letters, letters, (asked, text) => {
      let longest = 0;
      for (let from = 0; from < asked.length; from++)
        for (let to = from + 2; to <= asked.length; to++) if (text.includes(asked.slice(from, to))) longest = Math.max(longest, to - from);
      expect(longestRunOf(asked)(text)).toBe(longest);
    }),
  );
});
