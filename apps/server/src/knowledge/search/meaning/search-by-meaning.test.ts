import { afterAll, beforeAll, expect, test } from 'vitest';
import { toyVector } from '../../../../test/embedding-stub.ts';
import { sharedTokenizer } from '../../../platform/text/tokenizer.ts';
import type { Entry, SearchIndex } from '../search.types.ts';
import { buildIndex } from '../search-index.ts';
import { fuseByRank } from './rank-fusion.rules.ts';
import { type Embed, searchByMeaning } from './search-by-meaning.ts';
import { makeVectors } from './vectors.ts';

const WIDTH = 16;
const entries: Entry[] = [
  { id: 'fee', question: '送料はいくらですか', answer: '全国一律です。' },
  { id: 'kintsugi', question: '金継ぎは頼めますか', answer: '承ります。' },
  { id: 'parking', question: '駐車場はありますか', answer: '三台分ございます。' },
  { id: 'engraving', question: 'Do you engrave teapots?', answer: 'Yes, on the lid.' },
];
const unit = (text: string) => {
  const vector = toyVector(text, WIDTH);
  return Float32Array.from(vector, (one) => one / Math.hypot(...vector));
};
const vectors = makeVectors(WIDTH);
let index: SearchIndex;
let asked: string[] = [];
const embed: Embed = async (question) => {
  asked.push(question);
  return unit(question);
};
const search = (question: string, by = embed) => searchByMeaning(index, vectors, by, question, { limit: 3 });

beforeAll(async () => {
  index = await buildIndex(entries);
  for (const { id, question, answer } of entries) vectors.put(id, [unit(question), unit(answer)]);
});
afterAll(() => sharedTokenizer().close());

test.each([
  ['Could somebody mend the crack in a bowl I dropped? It is cracked.', 'kintsugi'],
  ['名入れの件です', 'engraving'],
])('%s has no word of its article, and finds it', async (question, id) => {
  const words = await index.search(question, { limit: 3 });
  expect(words.hits[0]?.id).not.toBe(id);
  const { hits, features, meaning } = await search(question);
  expect(hits.map((hit) => hit.id)).toContain(id);
  expect(features).toEqual(words.features);
  expect(meaning).toEqual({ firstByWords: words.hits[0]?.id ?? null, lift: expect.any(Number) });
});

test('where both agree, the first is first and the features are those of the words', async () => {
  const words = await index.search('送料はいくら', { limit: 3 });
  const both = await search('送料はいくら');
  expect(both.hits[0]!.id).toBe('fee');
  expect(both.features).toEqual(words.features);
  expect(both.meaning!.firstByWords).toBe('fee');
});

test('a question that is near to nothing, one without words, and one without a vector are left to the words', async () => {
  for (const [question, by] of [
    ['今日の天気は', embed],
    ['？？？', embed],
    ['送料はいくら', async () => null],
    ['送料はいくら', async () => new Float32Array(3)],
  ] as const) {
    expect(await search(question, by)).toEqual(await index.search(question, { limit: 3 }));
  }
  asked = [];
  await search('？？？');
  expect(asked).toEqual([]);
});

test('an article that was taken back is not found by its vector', async () => {
  const without = await index.fork();
  await without.update({ remove: ['kintsugi'] });
  const { hits } = await searchByMeaning(without, vectors, embed, 'mend my cracked bowl', { limit: 3 });
  expect(hits.map(({ id }) => id)).not.toContain('kintsugi');
});

test('two orders become one by rank', () => {
  const list = (...ids: string[]) => ids.map((id) => ({ id, score: 1 }));
  expect(fuseByRank(list('a', 'b'), list('b', 'c'), 5).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  expect(fuseByRank(list('a'), list('a'), 5)).toEqual([{ id: 'a', score: 1 }]);
  expect(fuseByRank(list('a'), list('b'), 5).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(fuseByRank([], list('a', 'b'), 1)).toEqual([{ id: 'a', score: 0.5 }]);
});
