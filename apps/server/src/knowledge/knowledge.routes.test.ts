import * as contract from '@madoguchi/contract/knowledge.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { faqJa } from '../../../../fixtures/faq/ja.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import { createArticle, rateArticle, setArticleStatus } from './knowledge.commands.ts';
import { knowledgeSearch } from './knowledge.index.ts';
import { knowledgeRoutes } from './knowledge.routes.ts';
import { ask, knowledgeHouse, suzukiAtWork } from './knowledge.testkit.ts';

const house = await knowledgeHouse();
const search = knowledgeSearch(house.platform, { log: { warn: () => {} } });
house.closing.push(search.close);
const open = async () => {
  const id = await house.workspace();
  return { id, ctx: house.ctx(id), app: await house.server(systemViewer(id), (app) => knowledgeRoutes(app, { search, internal: search })) };
};
const fee = { question: '送料はいくらですか', answer: '全国一律 **660円** です。', category: '配送', examples: ['送料は'], locale: 'ja' };
const nobody = 'art_00000000000000000000000000';

describe('an editor writes an article', () => {
  test('as a draft, saves it, and publishes it; every saved state and every fact is kept', async () => {
    const { app, id } = await open();
    const created = await ask(app, contract.createArticle, { body: { ...fee, question: ' 送料はいくらですか ' } });
    expect(created).toMatchObject({
      status: 201,
      body: { ...fee, status: 'draft', version: 1, publishedAt: null, updatedBy: suzukiAtWork.name },
    });
    const params = { id: created.body.id };

    const saved = await ask(app, contract.updateArticle, { params, body: { ...fee, answer: '全国一律770円です。', version: 1 } });
    expect(saved).toMatchObject({ status: 200, body: { version: 2, answer: '全国一律770円です。' } });

    const published = await ask(app, contract.setArticleStatus, { params, body: { status: 'published' } });
    expect(published.body).toMatchObject({ status: 'published', version: 2 });
    expect(published.body.publishedAt).not.toBeNull();
    expect((await ask(app, contract.getArticle, { params })).body).toEqual(published.body);

    expect((await house.factsOf(id)).map(({ name }) => name)).toEqual(['article.created', 'article.updated', 'article.published']);
    const { rows } = await house.admin.query(
      'select version, answer, saved_by from article_versions where article_id = $1 order by version',
      [params.id],
    );
    expect(rows.map(({ version, answer }) => [version, answer])).toEqual([
      [1, fee.answer],
      [2, '全国一律770円です。'],
    ]);
  });

  test('with a key, a first save that is sent twice makes one article, and the second finds what became of it', async () => {
    const { app, id } = await open();
    const body = { ...fee, key: '0b2c8a52-6f0f-4e0b-9c55-1f3a2f6a7b10' };
    const [one, other] = await Promise.all([
      ask(app, contract.createArticle, { body }),
      ask(app, contract.createArticle, { body: { ...body, answer: 'もう一つの画面' } }),
    ]);
    expect(other.body).toEqual(one.body);
    const { version, answer } = one.body;
    await ask(app, contract.updateArticle, { params: { id: one.body.id }, body: { ...fee, answer: `${answer}送料込み`, version } });
    expect((await ask(app, contract.createArticle, { body })).body).toMatchObject({
      id: one.body.id,
      version: 2,
      answer: `${answer}送料込み`,
    });
    expect((await house.factsOf(id)).map(({ name }) => name)).toEqual(['article.created', 'article.updated']);
    const another = await ask(app, contract.createArticle, { body: { ...body, key: '0b2c8a52-6f0f-4e0b-9c55-1f3a2f6a7b11' } });
    expect(another.body.id).not.toBe(one.body.id);
  });

  test('saving or publishing twice changes nothing the second time', async () => {
    const { app, id } = await open();
    const { body: article } = await ask(app, contract.createArticle, { body: fee });
    const params = { id: article.id };
    const change = { ...fee, answer: '変えました', version: 1 };
    const first = await ask(app, contract.updateArticle, { params, body: change });
    const again = await ask(app, contract.updateArticle, { params, body: change });
    expect(again.status, 'a repeated save is no conflict').toBe(200);
    expect(again.body).toEqual(first.body);
    for (const status of ['published', 'published', 'archived', 'archived', 'draft', 'draft'] as const)
      expect((await ask(app, contract.setArticleStatus, { params, body: { status } })).body.status).toBe(status);
    expect((await house.factsOf(id)).map(({ name }) => name)).toEqual([
      'article.created',
      'article.updated',
      'article.published',
      'article.archived',
      'article.restored',
    ]);
  });

  test('two editors cannot overwrite each other: the second is told what the first saved', async () => {
    const { app } = await open();
    const { body: article } = await ask(app, contract.createArticle, { body: fee });
    const params = { id: article.id };
    const save = (answer: string) => ask(app, contract.updateArticle, { params, body: { ...fee, answer, version: 1 } });
    const outcomes = await Promise.all([save('鈴木の答え'), save('高橋の答え')]);
    const [won] = outcomes.filter(({ status }) => status === 200);
    const [lost] = outcomes.filter(({ status }) => status === 409);
    expect(won?.body.version).toBe(2);
    expect(lost?.body).toMatchObject({ code: 'article.changed_meanwhile', article: won?.body });
  });

  test('an article without an answer stays a draft, and a published one cannot lose its answer', async () => {
    const { app } = await open();
    const { body: article } = await ask(app, contract.createArticle, { body: { ...fee, answer: ' \n' } });
    const params = { id: article.id };
    expect(await ask(app, contract.setArticleStatus, { params, body: { status: 'published' } })).toMatchObject({
      status: 422,
      body: { code: 'article.answer_missing' },
    });
    await ask(app, contract.updateArticle, { params, body: { ...fee, version: 1 } });
    await ask(app, contract.setArticleStatus, { params, body: { status: 'published' } });
    const emptied = await ask(app, contract.updateArticle, { params, body: { ...fee, answer: '', version: 2 } });
    expect(emptied.body.code).toBe('article.answer_missing');
    const blank = await ask(app, contract.createArticle, { body: { ...fee, question: '　' } });
    expect(blank).toMatchObject({ status: 422, body: { code: 'article.question_missing' } });
  });

  test('the address follows the question until it is first published, then stays', async () => {
    const { app } = await open();
    const { body: article } = await ask(app, contract.createArticle, { body: fee });
    const params = { id: article.id };
    const rename = async (question: string, version: number) =>
      (await ask(app, contract.updateArticle, { params, body: { ...fee, question, version } })).body.slug;
    expect(await rename('送料の一覧', 1)).toBe(`${article.id.slice(-8)}-送料の一覧`);
    await ask(app, contract.setArticleStatus, { params, body: { status: 'published' } });
    await ask(app, contract.setArticleStatus, { params, body: { status: 'draft' } });
    expect(await rename('まったく別', 2)).toBe(`${article.id.slice(-8)}-送料の一覧`);
  });

  test('an article moved to a language where its address is taken gets one of its own', async () => {
    const { ctx, app } = await open();
    await createArticle(ctx, { ...fee, locale: 'en' }, { slug: 'delivery-fee' });
    const ja = await createArticle(ctx, { ...fee, locale: 'ja' }, { slug: 'delivery-fee' });
    const moved = await ask(app, contract.updateArticle, { params: { id: ja.id }, body: { ...fee, locale: 'en', version: 1 } });
    expect(moved).toMatchObject({ status: 200, body: { locale: 'en', slug: `${ja.id.slice(-8)}-送料はいくらですか` } });
  });
});

describe('what bad input gets', () => {
  test.each([
    ['a NUL', { ...fee, answer: 'a\u0000b' }],
    ['a lone surrogate', { ...fee, question: '\ud800' }],
    ['an endless question', { ...fee, question: 'あ'.repeat(501) }],
    ['no answer at all', { question: 'q' }],
  ])('%s is refused with the field', async (_story, body) => {
    const { app } = await open();
    expect(await ask(app, contract.createArticle, { body })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  test('an article of another workspace does not exist', async () => {
    const [mine, theirs] = [await open(), await open()];
    const { body: article } = await ask(theirs.app, contract.createArticle, { body: fee });
    const params = { id: article.id };
    const tries = [
      ask(mine.app, contract.getArticle, { params }),
      ask(mine.app, contract.updateArticle, { params, body: { ...fee, version: 1 } }),
      ask(mine.app, contract.setArticleStatus, { params, body: { status: 'archived' } }),
      ask(mine.app, contract.getArticle, { params: { id: nobody } }),
    ];
    for (const { status, body } of await Promise.all(tries)) expect([status, body.code]).toEqual([404, 'not_found']);
    await expect(rateArticle(mine.ctx, article.id, true)).rejects.toMatchObject({ code: 'not_found' });
    expect((await ask(mine.app, contract.listArticles)).body).toEqual({ items: [], nextCursor: null, total: 0 });
  });

  test('who may only read cannot write', async () => {
    const { app } = await open();
    expect((await ask(app, contract.createArticle, { body: fee, permits: 'knowledge.read' })).status).toBe(403);
  });
});

describe('the list', () => {
  let app: Awaited<ReturnType<typeof open>>['app'];
  let ctx: Awaited<ReturnType<typeof open>>['ctx'];
  beforeAll(async () => {
    ({ app, ctx } = await open());
    for (const { slug, ...article } of faqJa)
      await createArticle(ctx, { ...article, examples: [...article.examples], locale: 'ja' }, { slug, status: 'published' });
  });

  test('is walked page by page, last changed first, without missing or repeating one', async () => {
    const seen: { slug: string; updatedAt: string }[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await ask(app, contract.listArticles, { query: { limit: '7', ...(cursor ? { cursor } : {}) } });
      expect(body.total).toBe(faqJa.length);
      seen.push(...body.items);
      cursor = body.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.map(({ slug }) => slug).sort()).toEqual(faqJa.map(({ slug }) => slug).sort());
    const times = seen.map(({ updatedAt }) => updatedAt);
    expect(times).toEqual(times.toSorted().reverse());
  });

  test('is searched by the words of question and answer, all of which must occur; % and _ are letters', async () => {
    const find = async (q: string) => (await ask(app, contract.listArticles, { query: { q } })).body;
    const { items, total } = await find('送料 北海道');
    expect(total).toBe(items.length);
    expect(items.map(({ slug }: { slug: string }) => slug)).toContain('delivery-fee');
    for (const { slug } of items) {
      const { question, answer } = faqJa.find((one) => one.slug === slug)!;
      expect(question + answer).toMatch(/送料[\s\S]*北海道|北海道[\s\S]*送料/);
    }
    expect((await find('%')).total).toBe(faqJa.filter(({ question, answer }) => `${question}${answer}`.includes('%')).length);
    expect((await find('a_b\\')).total).toBe(0);
  });

  test('is narrowed to a status and a category, and summed up', async () => {
    const { body: one } = await ask(app, contract.listArticles, { query: { category: '配送', limit: '1' } });
    expect(one.total).toBe(faqJa.filter(({ category }) => category === '配送').length);
    await setArticleStatus(ctx, one.items[0].id, 'archived');
    expect((await ask(app, contract.listArticles, { query: { status: 'archived' } })).body.items).toHaveLength(1);
    const { body } = await ask(app, contract.summarizeArticles);
    expect(body.counts).toEqual({ draft: 0, published: faqJa.length - 1, archived: 1 });
    const counted = Map.groupBy(faqJa, ({ category }) => category);
    expect(body.categories.find(({ name }: { name: string }) => name === '配送').count).toBe(counted.get('配送')!.length - 1);
    expect(body.categories.map(({ count }: { count: number }) => count)).toEqual(
      body.categories.map(({ count }: { count: number }) => count).sort((a: number, b: number) => b - a),
    );
    await setArticleStatus(ctx, one.items[0].id, 'published');
  });

  test('nonsense for a cursor reads as the first page', async () => {
    const { body } = await ask(app, contract.listArticles, { query: { cursor: 'nonsense' } });
    expect(body.items).toHaveLength(Math.min(50, faqJa.length));
  });

  test('meaning is searched by customers’ words', async () => {
    const { status, body } = await ask(app, contract.searchArticles, { query: { q: '何円買えば送料は無料？', limit: '3' } });
    expect(status).toBe(200);
    expect(body.hits).toHaveLength(3);
    expect(body.hits[0]).toMatchObject({ question: '送料はいくらですか', url: '/help/articles/delivery-fee' });
  });
});
