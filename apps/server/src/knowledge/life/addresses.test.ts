import { describe, expect, test } from 'vitest';
import { addCompany, asAgent } from '../../../test/company.ts';
import { call, web } from '../../../test/web.ts';
import { createArticle, saveArticle, setArticleStatus } from '../knowledge.commands.ts';

const product = await web();
const shop = await addCompany(product, 'shop.example');
const content = { question: '送料はいくらですか', answer: '660円です。', category: '配送', examples: [], locale: 'ja' as const };
const english = { ...content, question: 'How much is delivery?', answer: '660 yen.', locale: 'en' as const };
const get = (url: string) => product.http.inject({ method: 'GET', url });
const to = async (url: string) => {
  const { statusCode, headers } = await get(url);
  return statusCode === 301 ? decodeURIComponent(String(headers.location)) : statusCode;
};
const move = (id: string, slug: string) =>
  call(product, 'PUT', `/api/articles/${id}/address`, { body: { slug }, headers: asAgent(shop.cookies.supervisor) });

describe('a published article that gets another address', () => {
  test('is found at the new one, and the old one leads there for ever, with its translation', async () => {
    const { id } = await createArticle(shop.ctx, content, { status: 'published', slug: 'fee' });
    await createArticle(shop.ctx, english, { status: 'published', slug: 'fee' });
    expect(await to('/help/articles/fee')).toBe(200);
    expect((await move(id, ' Delivery Fee／送料 ')).body).toMatchObject({ slug: 'delivery-fee-送料' });
    expect(await to('/help/articles/fee')).toBe('/help/articles/delivery-fee-送料');
    expect(await to('/help/en/articles/fee')).toBe('/help/en/articles/delivery-fee-送料');
    await move(id, 'delivery');
    expect(await to('/help/articles/fee'), 'one step, not two').toBe('/help/articles/delivery');
    expect(await to('/help/articles/delivery-fee-送料')).toBe('/help/articles/delivery');
    expect(await to('/help/en/articles/delivery')).toBe(200);
    await move(id, 'fee');
    expect(await to('/help/articles/fee'), 'back again, and no circle').toBe(200);
    expect(await to('/help/articles/delivery')).toBe('/help/articles/fee');
  });

  test('follows it into the other language, and nowhere once it is taken back', async () => {
    const { id } = await createArticle(shop.ctx, { ...content, question: '包装は' }, { status: 'published', slug: 'wrapping' });
    await saveArticle(shop.ctx, id, { ...english, question: 'Gift wrapping?', version: 1 });
    expect(await to('/help/articles/wrapping')).toBe('/help/en/articles/wrapping');
    await setArticleStatus(shop.ctx, id, 'draft');
    expect(await to('/help/articles/wrapping')).toBe(404);
  });
});

describe('an address', () => {
  test('that another article has is refused, in whatever language, and says which; also for two at the same instant', async () => {
    const a = await createArticle(shop.ctx, { ...content, question: '熨斗は' }, { status: 'published', slug: 'noshi' });
    const b = await createArticle(shop.ctx, { ...content, question: '名入れは' });
    const c = await createArticle(shop.ctx, { ...english, question: 'Names?' });
    for (const id of [b.id, c.id]) {
      const refused = await move(id, 'noshi');
      expect(refused).toMatchObject({ status: 409, body: { code: 'slug.taken', article: { id: a.id, question: '熨斗は' } } });
    }
    const both = await Promise.all([move(b.id, 'naire'), move(c.id, 'naire')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('that was never shown to anybody leads nowhere; one without letters is none', async () => {
    const { id, slug } = await createArticle(shop.ctx, { ...content, question: '下書きです' });
    await move(id, 'draft-one');
    await setArticleStatus(shop.ctx, id, 'published');
    expect(await to(`/help/articles/old-${slug}`)).toBe(404);
    const kept = await shop.ctx.transaction((tx) => tx.selectFrom('article_slugs').select('slug').where('article_id', '=', id).execute());
    expect(kept).toEqual([]);
    expect(slug).not.toBe('draft-one');
    expect(await move(id, '///')).toMatchObject({ status: 422, body: { code: 'slug.empty' } });
  });
});
