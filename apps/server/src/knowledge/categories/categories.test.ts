import { expect, test } from 'vitest';
import { addCompany, asAgent } from '../../../test/company.ts';
import { call, web } from '../../../test/web.ts';
import { createArticle, setArticleStatus } from '../knowledge.commands.ts';
import { articleById } from '../knowledge.queries.ts';

const product = await web();
const shop = await addCompany(product, 'shop.example');
const headers = asAgent(shop.cookies.supervisor);
const write = (question: string, category: string) =>
  createArticle(shop.ctx, { question, answer: `${question}の答え`, category, examples: [], locale: 'ja' }, { status: 'published' });
const arrange = (items: { name: string; parent: string | null }[]) =>
  call(product, 'PUT', '/api/article-categories', { body: { locale: 'ja', items }, headers });
const rename = async (from: string, to: string) =>
  (await call(product, 'POST', '/api/article-categories/rename', { body: { locale: 'ja', from, to }, headers })).body;
const tree = async () =>
  (await call(product, 'GET', '/api/article-categories?locale=ja', { headers })).body.items.map(
    ({ name, depth, count }: { name: string; depth: number; count: number }) => `${'-'.repeat(depth)}${name}${count}`,
  );
const page = async (url: string) => (await product.http.inject({ method: 'GET', url })).body;

test('categories stand where they were put, are renamed with their articles, and the help center follows at once', async () => {
  const fee = await write('送料はいくらですか', '送料');
  const gone = await write('昔の送料', '送料');
  await setArticleStatus(shop.ctx, gone.id, 'archived');
  await write('返品できますか', '返品');
  expect(await tree()).toEqual(['送料1', '返品1']);
  await page('/help');

  expect(
    (
      await arrange([
        { name: '返品', parent: null },
        { name: 'お買い物', parent: null },
        { name: '送料', parent: 'お買い物' },
      ])
    ).status,
  ).toBe(204);
  expect(await tree()).toEqual(['返品1', 'お買い物0', '-送料1']);
  const home = await page('/help');
  expect(home.indexOf('お買い物')).toBeGreaterThan(home.indexOf('>返品<'));
  expect(await page(`/help/categories/${encodeURIComponent('お買い物')}`), 'what is empty leads to what is beneath').toContain('送料');
  expect(await page(fee.slug && `/help/articles/${encodeURIComponent(fee.slug)}`)).toMatch(/お買い物.*送料/s);

  expect(await rename('送料', '配送料')).toEqual({ articles: 2 });
  expect(await tree()).toEqual(['返品1', 'お買い物0', '-配送料1']);
  expect(await page('/help')).toContain('配送料');
  const renamed = await shop.ctx.transaction((tx) => articleById(tx, shop.workspaceId, fee.id));
  expect(renamed).toMatchObject({ category: '配送料', version: 2 });
  expect(await rename('配送料', '返品'), 'two become one').toEqual({ articles: 2 });
  expect(await tree()).toEqual(['返品2', 'お買い物0']);
  expect(await page('/help'), 'nobody is led to an empty category').not.toContain('お買い物');
});

test('a circle, a repetition and an unknown parent are refused, and nothing changes', async () => {
  const before = await tree();
  const circle = await arrange([
    { name: 'a', parent: 'b' },
    { name: 'b', parent: 'a' },
  ]);
  expect(circle).toMatchObject({ status: 422, body: { code: 'category.tree_refused', why: 'too_deep' } });
  expect((await arrange([{ name: 'a', parent: 'zz' }])).body.why).toBe('parent_unknown');
  expect(await tree()).toEqual(before);
});
