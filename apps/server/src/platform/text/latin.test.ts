import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from './fold.ts';
import { latinGrams, latinStems } from './latin.ts';

describe('English words', () => {
  test('endings fall away, and so do stop words when asked', () => {
    expect(latinStems('how do i return returned items', true)).toEqual(['how', 'do', 'i', 'return', 'return', 'item']);
    expect(latinStems('how do i return returned items', false)).toEqual(['return', 'return', 'item']);
  });

  test('a compound is found whole and by its parts', () => {
    expect(latinStems('node.js e-mail', false)).toEqual(['node.js', 'node', 'js', 'e-mail', 'e', 'mail']);
  });

  test.each([
    ["the shop's", ['shop']],
    ["we're", ['we']],
    ['café', ['cafe']],
    ['iphone15', ['iphone15']],
    ['', []],
    ['返品', []],
  ])('%s', (text, stems) => {
    expect(latinStems(text, true).filter((stem) => stem !== 'the')).toEqual(stems);
  });

  test('a misspelled word shares most of its parts with the right one', () => {
    const right = new Set(latinGrams('delivery'));
    const shared = latinGrams('delivary').filter((gram) => right.has(gram));
    expect(shared).toContain('<deli');
    expect(shared.length).toBeGreaterThan(right.size / 3);
  });

  test('no text makes it fail, and no term is longer than a word may be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const folded = foldText(text);
        for (const term of [...latinStems(folded, true), ...latinGrams(folded)]) {
          expect(term.length).toBeGreaterThan(0);
          expect(term.length).toBeLessThanOrEqual(40);
        }
      }),
    );
  });
});
