import { expect, test } from 'vitest';
import type { Entry } from './search.types.ts';
import { buildIndex } from './search-index.ts';

const entries: Entry[] = [
  { id: '送料', question: '送料はいくらですか', answer: '全国一律500円です。' },
  { id: '返品', question: '返品できますか', answer: '届いてから8日以内なら承ります。' },
  { id: '包装', question: '贈り物用に包めますか', answer: '無料で承ります。' },
];
const first = async (index: Awaited<ReturnType<typeof buildIndex>>, question: string) =>
  (await index.search(question, { limit: 1 })).hits[0]?.id;

test('a fork shows what a change would do, and the index it came from stays as it was', async () => {
  const index = await buildIndex(entries);
  const fork = await index.fork();
  await fork.update({ put: [{ id: '風呂敷', question: '風呂敷で包んでもらえますか', answer: '300円で承ります。' }], remove: ['送料'] });
  await fork.setSynonyms([['返送料', '返品']]);
  expect(await first(fork, '風呂敷はありますか')).toBe('風呂敷');
  expect(await first(index, '風呂敷はありますか')).not.toBe('風呂敷');
  expect(await first(fork, '送料はいくら')).not.toBe('送料');
  expect(await first(index, '送料はいくら')).toBe('送料');

  await index.update({ put: [{ id: '支払い', question: '現金で払えますか', answer: '代金引換をお選びください。' }] });
  expect(await first(index, '現金で')).toBe('支払い');
  expect(await first(fork, '現金で')).not.toBe('支払い');
  expect([index.size, fork.size]).toEqual([4, 3]);
});

test('a fork keeps what examples taught, and learns by itself', async () => {
  const taught = entries.map((entry) => ({ ...entry, examples: [`${entry.id}について`, `${entry.id}のこと`, `${entry.id}とは`] }));
  const index = await buildIndex(taught);
  const fork = await index.fork();
  const learned = async (one: typeof index) => (await one.search('返品のこと', { limit: 1 })).features?.learned ?? null;
  expect(await learned(fork)).toBe(await learned(index));
  await fork.update({ remove: ['返品'] });
  await fork.settled();
  expect((await fork.search('返品のこと', { limit: 1 })).hits[0]?.id).not.toBe('返品');
  expect(await learned(index)).toBeGreaterThan(0.5);
});
