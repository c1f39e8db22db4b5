import { afterAll, expect, test } from 'vitest';
import { faqJa } from '../../../../../fixtures/faq/ja.ts';
import { createTokenizer } from '../../platform/text/tokenizer.ts';
import type { Entry } from './search.types.ts';
import { buildIndex } from './search-index.ts';

const tokenizer = createTokenizer();
afterAll(() => tokenizer.close());

const entries: Entry[] = faqJa
  .slice(0, 30)
  .map(({ slug, question, answer, category, examples }) => ({ id: slug, question, answer, category, examples: [...examples] }));
const questions = ['送料はいくら', '返品したい', 'キャンセルできますか', 'いつ届きますか', 'へんぴん'];

test('what is kept finds the same as what was built, and nothing is analysed twice', async () => {
  const built = await buildIndex(entries, tokenizer);
  expect(built.analysedAnew).toBe(entries.length);
  const again = await buildIndex(entries, tokenizer, Buffer.concat(await built.freeze()));
  await again.settled();
  expect(again.analysedAnew).toBe(0);
  for (const question of questions) expect(await again.search(question, { limit: 5 })).toEqual(await built.search(question, { limit: 5 }));
});

test('what changed meanwhile is as it is now: edited, added, taken out', async () => {
  const built = await buildIndex(entries, tokenizer);
  const [first, second, ...others] = entries;
  const edited = { ...first!, question: '鍵をなくしました', answer: '合鍵をお作りします。', examples: [] };
  const added: Entry = { id: 'umbrella', question: '傘の忘れ物はありますか', answer: '' };
  const again = await buildIndex([edited, ...others, added], tokenizer, Buffer.concat(await built.freeze()));
  expect([again.analysedAnew, again.size]).toEqual([2, entries.length]);
  expect((await again.search('鍵をなくした', { limit: 1 })).hits[0]?.id).toBe(edited.id);
  expect((await again.search('傘の忘れ物', { limit: 1 })).hits[0]?.id).toBe('umbrella');
  const { hits } = await again.search(second!.question, { limit: 30 });
  expect(hits.map(({ id }) => id)).not.toContain(second!.id);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['noise', Buffer.from('これは索引ではありません')],
  ['a length that leads nowhere', Buffer.from([255, 255, 255, 255, 1])],
])('%s in its place is passed over', async (_what, bytes) => {
  const index = await buildIndex(entries.slice(0, 2), tokenizer, bytes);
  expect([index.analysedAnew, index.size]).toEqual([2, 2]);
});

test('a file cut in the middle is passed over', async () => {
  const whole = Buffer.concat(await (await buildIndex(entries, tokenizer)).freeze());
  const index = await buildIndex(entries, tokenizer, whole.subarray(0, whole.length / 2));
  expect(index.analysedAnew).toBe(entries.length);
});
