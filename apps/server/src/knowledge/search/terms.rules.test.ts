import { expect, test } from 'vitest';
import { STREAMS, termsOf } from './terms.rules.ts';

const payment = {
  folded: 'paypayで払う',
  tokens: [
    { surface: 'paypay', base: 'paypay', reading: '', pos: '名詞', detail: '未知' },
    { surface: 'で', base: 'で', reading: 'デ', pos: '助詞', detail: '格助詞' },
    { surface: '払う', base: '払う', reading: 'ハラウ', pos: '動詞', detail: '自立' },
  ],
  meanings: ['払う'],
};

test('every stream sees the English word in a Japanese sentence', () => {
  expect(termsOf('words', payment)).toEqual(['払う', 'paypai']);
  expect(termsOf('chars', payment)).toEqual(['で払', '払う', 'paypai']);
  expect(termsOf('readings', payment)).toEqual(['デハラ', 'ハラウ', 'paypai']);
  expect(termsOf('latin', payment)).toEqual(['paypai']);
  expect(termsOf('grams', payment)).toContain('<payp');
});

test('a question keeps its small words, a letter does not', () => {
  const english = { folded: 'how to be sent', tokens: [], meanings: [] };
  expect(termsOf('latin', english)).toEqual(['how', 'to', 'be', 'sent']);
  expect(termsOf('latin', english, false)).toEqual(['sent']);
});

test('nothing gives nothing', () => {
  for (const stream of STREAMS) expect(termsOf(stream, { folded: '', tokens: [], meanings: [] })).toEqual([]);
});
