import { beforeAll, expect, test } from 'vitest';
import { faqEn } from '../../../../../fixtures/faq/en.ts';
import { faqJa } from '../../../../../fixtures/faq/ja.ts';
import { createArticle, setArticleStatus } from '../knowledge.commands.ts';
import { knowledgeSearch } from '../knowledge.index.ts';
import { knowledgeHouse } from '../knowledge.testkit.ts';
import { everyone } from '../readers.rules.ts';
import { suggestions } from './suggest.ts';

const house = await knowledgeHouse();
const log = { warn: () => {} };
const search = knowledgeSearch(house.platform, { log });
const typing = suggestions(house.platform, search, { log });
house.closing.push(typing.close, search.close);
const workspaceId = await house.workspace();
const ctx = house.ctx(workspaceId);
const offered = async (typed: string, locale: 'ja' | 'en' = 'ja') =>
  (await typing.suggest(everyone(workspaceId), locale, typed, 6)).map(({ question }) => question);

beforeAll(async () => {
  for (const [locale, faq] of [['ja', faqJa] as const, ['en', faqEn] as const])
    for (const { slug, ...article } of faq)
      await createArticle(ctx, { ...article, examples: [...article.examples], locale }, { slug, status: 'published' });
  await Promise.all([typing.warm(workspaceId), search.warm(workspaceId)]);
});

test.each(['そう', 'そうr', 'そうry', 'そうryo', 'そうりょう', 'ソウリョウ', 'soury', 'soryo', '送', '送料'])(
  '「%s」 is on its way to the delivery fee',
  async (typed) => {
    expect(await offered(typed)).toContain('送料はいくらですか');
  },
);

test('what begins as typed comes before what only holds it', async () => {
  const questions = await offered('返品');
  const begins = questions.map((question) => question.startsWith('返品'));
  expect(begins[0]).toBe(true);
  expect(begins).toEqual([...begins].sort((a, b) => Number(b) - Number(a)));
});

test('a slip of the finger and other words for the matter still lead there', async () => {
  expect(await offered('dilivery', 'en')).toEqual(expect.arrayContaining([expect.stringMatching(/deliver/i)]));
  expect(await offered('へんぴんしたい')).toContain('返品はできますか');
  expect(await offered('荷物がまだ来ない')).not.toEqual([]);
});

test('each language keeps to its own questions, and nothing typed suggests nothing', async () => {
  expect((await offered('br', 'en')).every((question) => /^[ -~‘’“”–]+$/.test(question))).toBe(true);
  for (const nothing of ['', ' ', '　', '\u200b', 'zzzzqqq']) expect(await offered(nothing)).toEqual([]);
});

test('a new question is suggested within a moment, and no longer once it is taken back', async () => {
  const { id } = await createArticle(
    ctx,
    { question: '駐車場はありますか', answer: '店の裏にございます。', category: '', examples: [], locale: 'ja' },
    { status: 'published' },
  );
  await expect.poll(() => offered('ちゅうしゃ')).toEqual(['駐車場はありますか']);
  await setArticleStatus(ctx, id, 'draft');
  await expect.poll(() => offered('ちゅうしゃ')).not.toContain('駐車場はありますか');
});
