import { afterAll, describe, expect, test } from 'vitest';
import { foldText } from '../../platform/text/fold.ts';
import { createTokenizer } from '../../platform/text/tokenizer.ts';
import { cjkBigrams, contentWords, readingTrigrams } from './japanese.rules.ts';

const tokenizer = createTokenizer();
afterAll(() => tokenizer.close());
const tokensOf = (text: string) => tokenizer.analyse(foldText(text));

describe('the words that carry the matter', () => {
  test.each([
    ['返品したいのですが、どうすればいいですか', ['返品']],
    ['商品が届かなかった', ['商品', '届く']],
    ['サーバーにログインできません', ['サーバ', 'ログイン']],
    ['届きません', ['届く']],
    ['Scratchの推奨環境', ['推奨', '環境']],
    ['こんにちは', []],
  ])('%s', async (text, words) => {
    expect(contentWords(await tokensOf(text))).toEqual(words);
  });
});

describe('character bigrams', () => {
  test('without grammar, and never across other writing', () => {
    expect(cjkBigrams('返品したい')).toEqual(['返品', '品し']);
    expect(cjkBigrams('paypayで払う、返金')).toEqual(['で払', '払う', '返金']);
  });
});

describe('the sound', () => {
  test('finds by ear what is written in kanji', async () => {
    expect(readingTrigrams(await tokensOf('返品'))).toEqual(['ヘンピ', 'ンピン']);
    const written = new Set(readingTrigrams(await tokensOf('返品の送料')));
    for (const gram of ['ヘンピ', 'ンピン', 'ソリヨ']) expect(written).toContain(gram);
    expect(readingTrigrams(await tokensOf('へんぴん')).every((gram) => written.has(gram))).toBe(true);
  });

  test('of a short word is the word', async () => {
    expect(readingTrigrams(await tokensOf('本'))).toEqual(['ホン']);
  });

  test('of politeness is silent', async () => {
    expect(readingTrigrams(await tokensOf('ありがとう'))).toEqual([]);
  });
});
