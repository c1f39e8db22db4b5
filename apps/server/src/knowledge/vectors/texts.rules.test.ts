import { expect, test } from 'vitest';
import { batchesOf, type Part, partsOf } from './texts.rules.ts';

const entry = { id: 'art_1', question: '送料はいくらですか', answer: '全国一律です。', examples: ['配送料', ' 運賃 '] };

test('the question goes with its examples, the answer by itself', () => {
  expect(partsOf(entry).map(({ part, text }) => [part, text])).toEqual([
    [0, '送料はいくらですか\n配送料\n運賃'],
    [1, '全国一律です。'],
  ]);
});

test('a hash changes with its text and with nothing else', () => {
  const [asked, answer] = partsOf(entry);
  const [changed, same] = partsOf({ ...entry, examples: [], category: '配送' });
  expect(same!.hash).toBe(answer!.hash);
  expect(changed!.hash).not.toBe(asked!.hash);
});

test('a long answer is cut between sentences, a sentence without end somewhere, and no text is lost before the limit', () => {
  const answer = `${'お届けは翌日です。'.repeat(120)}\n${'あ'.repeat(1700)}`;
  const pieces = partsOf({ ...entry, answer }).slice(1);
  expect(pieces.every(({ text }) => text.length <= 800)).toBe(true);
  expect(pieces[0]!.text.endsWith('です。')).toBe(true);
  expect(pieces.map(({ text }) => text).join('')).toBe(answer.replace('\n', ''));
});

test('an article of 1 MB has its first forty pieces, in a moment', () => {
  const began = performance.now();
  expect(partsOf({ ...entry, answer: '長い記事です。'.repeat(50_000) })).toHaveLength(41);
  expect(performance.now() - began).toBeLessThan(1000);
  expect(partsOf({ id: 'empty', question: ' ', answer: '' })).toEqual([]);
});

test('batches hold 64 texts and 100,000 characters at most, in order', () => {
  const parts = (count: number, text: string): Part[] =>
    Array.from({ length: count }, (_, part) => ({ articleId: 'art_1', part, text, hash: '' }));
  expect(batchesOf(parts(130, 'a')).map(({ length }) => length)).toEqual([64, 64, 2]);
  expect(batchesOf(parts(3, 'a'.repeat(60_000))).map(({ length }) => length)).toEqual([1, 1, 1]);
  expect(batchesOf(parts(40, 'a'), { isLocal: true }).map(({ length }) => length)).toEqual([16, 16, 8]);
  expect(batchesOf([])).toEqual([]);
});
