import { beforeAll, describe, expect, test } from 'vitest';
import { faqEn } from '../../../../fixtures/faq/en.ts';
import { faqJa } from '../../../../fixtures/faq/ja.ts';
import type { Tx } from '../platform/db/db.ts';
import { publishedTree } from './categories/categories.queries.ts';
import { relatedArticles } from './find-articles.queries.ts';
import { articleBySlug, mostHelpful, publishedArticles, publishedByIds, recentlyPublished } from './help-center.queries.ts';
import { createArticle, rateArticle, setArticleStatus } from './knowledge.commands.ts';
import { knowledgeSearch } from './knowledge.index.ts';
import { knowledgeHouse } from './knowledge.testkit.ts';
import { everyone } from './readers.rules.ts';

const house = await knowledgeHouse();
const search = knowledgeSearch(house.platform, { log: { warn: () => {} } });
house.closing.push(search.close);
const workspaceId = await house.workspace();
const ctx = house.ctx(workspaceId);
const read = <T>(look: (tx: Tx, workspaceId: string) => Promise<T>) => ctx.transaction((tx) => look(tx, workspaceId));

beforeAll(async () => {
  for (const [locale, faq] of [['ja', faqJa] as const, ['en', faqEn] as const])
    for (const { slug, ...article } of faq)
      await createArticle(ctx, { ...article, examples: [...article.examples], locale }, { slug, status: 'published' });
});

describe('the help center', () => {
  test('shows the categories of a language with their counts, and the articles of each, in the order of writing', async () => {
    const categories = await read((tx, id) => publishedTree(tx, everyone(id), 'ja'));
    const expected = Map.groupBy(faqJa, ({ category }) => category);
    expect(categories).toEqual([...expected].map(([name, articles]) => ({ name, parent: null, depth: 0, count: articles.length })));
    const delivery = await read((tx, id) => publishedArticles(tx, everyone(id), { locale: 'ja', category: '配送' }));
    expect(delivery.map(({ slug }) => slug).sort()).toEqual(
      expected
        .get('配送')!
        .map(({ slug }) => slug)
        .sort(),
    );
    expect(await read((tx, id) => publishedArticles(tx, everyone(id), { locale: 'en' }))).toHaveLength(faqEn.length);
  });

  test('finds an article by its address in each language', async () => {
    const [ja, en] = await read(async (tx, id) => [
      await articleBySlug(tx, everyone(id), 'ja', 'delivery-fee'),
      await articleBySlug(tx, everyone(id), 'en', 'delivery-fee'),
    ]);
    expect(ja).toMatchObject({ question: '送料はいくらですか', url: '/help/articles/delivery-fee' });
    expect(en).toMatchObject({ locale: 'en', url: '/help/en/articles/delivery-fee' });
    expect(en?.id).not.toBe(ja?.id);
  });

  test('finds an article whose address was cut off, and no other', async () => {
    const article = await createArticle(
      ctx,
      { question: '茶葉の保存方法', answer: '冷暗所で。', category: '商品', examples: [], locale: 'ja' },
      { status: 'published' },
    );
    const mark = article.id.slice(-8);
    for (const slug of [mark, `${mark}-茶葉の`, `${mark}-別の題`])
      expect((await read((tx, id) => articleBySlug(tx, everyone(id), 'ja', slug)))?.slug).toBe(article.slug);
    for (const slug of ['delivery-xyz', 'delivery', '', '\0', '%', 'ない'])
      expect(await read((tx, id) => articleBySlug(tx, everyone(id), 'ja', slug))).toBeNull();
    await setArticleStatus(ctx, article.id, 'archived');
    expect(await read((tx, id) => articleBySlug(tx, everyone(id), 'ja', article.slug))).toBeNull();
  });

  test('shows first what readers found helpful, else the newest', async () => {
    const [first, second] = await read((tx, id) => publishedArticles(tx, everyone(id), { locale: 'ja', limit: 2 }));
    await rateArticle(ctx, first!.id, true);
    for (const helpful of [true, true, false, true]) await rateArticle(ctx, second!.id, helpful);
    const [best, next, newest] = await read((tx, id) => mostHelpful(tx, everyone(id), 'ja', 3));
    const [recent] = await read((tx, id) => recentlyPublished(tx, everyone(id), 'ja', 1));
    expect([best?.id, next?.id]).toEqual([second!.id, first!.id]);
    expect(newest?.id).toBe(recent?.id);
    const rated = (await house.factsOf(workspaceId)).filter(({ name }) => name === 'article.rated');
    expect(rated).toHaveLength(5);
    expect(rated[0]?.data).toEqual({ articleId: first!.id, version: 1, helpful: true });
  });

  test('offers related articles in the same language, without the article itself', async () => {
    const article = await read((tx, id) => articleBySlug(tx, everyone(id), 'ja', 'delivery-time'));
    const related = await relatedArticles(ctx, search, everyone(ctx.viewer.workspaceId), article!, 3);
    expect(related).toHaveLength(3);
    expect(related.every(({ locale, id }) => locale === 'ja' && id !== article!.id)).toBe(true);
    expect(related.map(({ category }) => category)).toContain('配送');
  });

  test('leaves out what was taken back since it was found', async () => {
    const [one, other] = await read((tx, id) => publishedArticles(tx, everyone(id), { locale: 'ja', limit: 2 }));
    await setArticleStatus(ctx, one!.id, 'draft');
    const found = await read((tx, id) => publishedByIds(tx, everyone(id), [other!.id, one!.id]));
    expect(found.map(({ id }) => id)).toEqual([other!.id]);
    await setArticleStatus(ctx, one!.id, 'published');
  });

  test('shows a customer nothing but published articles, whatever is asked', async () => {
    const draft = await createArticle(ctx, { question: '秘密', answer: '', category: '', examples: [], locale: 'ja' });
    const viewer = { workspaceId, inboxes: 'all' as const, customerId: 'cus_00000000000000000000000000' };
    const seen = await house.platform.db.as(viewer, (tx) => tx.selectFrom('articles').select(['id', 'status']).execute());
    expect(seen.map(({ id }) => id)).not.toContain(draft.id);
    expect(new Set(seen.map(({ status }) => status))).toEqual(new Set(['published']));
  });
});
