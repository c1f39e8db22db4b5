import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesBetween } from './changes.ts';

test('what was changed is told by itself, words as words', () => {
  expect(changesBetween('返金します。within 3 days', 'ご返金いたします。within 10 days')).toEqual([
    { kind: 'added', text: 'ご' },
    { kind: 'same', text: '返金' },
    { kind: 'added', text: 'いた' },
    { kind: 'same', text: 'します。within ' },
    { kind: 'removed', text: '3' },
    { kind: 'added', text: '10' },
    { kind: 'same', text: ' days' },
  ]);
});

test('nothing is lost on either side', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }), (before, after) => {
      const stretches = changesBetween(before, after);
      const only = (kind: string) =>
        stretches
          .filter((one) => one.kind !== kind)
          .map(({ text }) => text)
          .join('');
      expect([only('added'), only('removed')]).toEqual([before, after]);
    }),
  );
});
