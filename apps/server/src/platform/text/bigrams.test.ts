import { describe, expect, test } from 'vitest';
import { bigramsOf, isAllHiragana, substringTerms } from './bigrams.ts';

describe('character bigrams', () => {
  test('overlap, and count characters rather than code units', () => {
    expect(bigramsOf('返品したい')).toEqual(['返品', '品し', 'した', 'たい']);
    expect(bigramsOf('𠮷野家')).toEqual(['𠮷野', '野家']);
    expect(bigramsOf('本')).toEqual(['本']);
    expect(bigramsOf('')).toEqual([]);
  });

  test('grammar is what is hiragana alone', () => {
    expect(isAllHiragana('した')).toBe(true);
    expect(isAllHiragana('品し')).toBe(false);
    expect(isAllHiragana('カー')).toBe(false);
  });

  test('a substring of a CJK run is found by its own terms', () => {
    const document = substringTerms('クレジットカードの期限はいつまで paypay');
    for (const term of substringTerms('カード')) expect(document).toContain(term);
    for (const term of substringTerms('いつ paypay')) expect(document).toContain(term);
    expect(document).not.toContain('で p');
  });
});
