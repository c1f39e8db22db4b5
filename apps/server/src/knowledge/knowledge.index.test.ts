import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeBus } from '../platform/bus/bus.ts';
import { makeCtx } from '../platform/ctx.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import { createArticle, saveArticle, setArticleStatus } from './knowledge.commands.ts';
import { knowledgeSearch } from './knowledge.index.ts';
import { knowledgeHouse, suzukiAtWork } from './knowledge.testkit.ts';

const house = await knowledgeHouse();
const warnings: string[] = [];
const log = { warn: (_data: object, text: string) => void warnings.push(text) };
const open = (options: Partial<Parameters<typeof knowledgeSearch>[1]> = {}, platform = house.platform) => {
  const search = knowledgeSearch(platform, { log, ...options });
  house.closing.push(search.close);
  return search;
};
const teapot = {
  question: '急須のふただけ買えますか',
  answer: 'はい、お取り寄せできます。',
  category: '商品',
  examples: [],
  locale: 'ja' as const,
};
const parking = { ...teapot, question: '駐車場はありますか', answer: '3台分ございます。' };

/** Asks until the answer is as expected; fails with the last one after five seconds. */
async function eventually<T>(look: () => Promise<T>, expected: T): Promise<void> {
  const giveUpAt = Date.now() + 5000;
  let last = await look();
  while (JSON.stringify(last) !== JSON.stringify(expected) && Date.now() < giveUpAt) {
    await wait(10);
    last = await look();
  }
  expect(last).toEqual(expected);
}

let workspaceId: string;
let ctx: ReturnType<typeof house.ctx>;
beforeEach(async () => {
  workspaceId = await house.workspace();
  ctx = house.ctx(workspaceId);
});
const ids = async (search: ReturnType<typeof open>, question: string) =>
  (await search.search(workspaceId, question, { limit: 5 })).hits.map(({ id }) => id);

describe('the index of the published articles', () => {
  test('finds what was published before it was first asked, and nothing else', async () => {
    const published = await createArticle(ctx, teapot, { status: 'published' });
    await createArticle(ctx, { ...teapot, answer: '下書きです' });
    expect(await ids(open(), '急須のふた')).toEqual([published.id]);
  });

  test('follows what is published, changed, taken back and published again', async () => {
    const search = open();
    expect(await ids(search, '急須のふた')).toEqual([]);
    const article = await createArticle(ctx, teapot);
    await setArticleStatus(ctx, article.id, 'published');
    await eventually(() => ids(search, '急須のふた'), [article.id]);
    await saveArticle(ctx, article.id, { ...parking, version: 1 });
    await eventually(() => ids(search, '駐車場'), [article.id]);
    expect(await ids(search, '急須のふた')).toEqual([]);
    await setArticleStatus(ctx, article.id, 'archived');
    await eventually(() => ids(search, '駐車場'), []);
    await setArticleStatus(ctx, article.id, 'published');
    await eventually(() => ids(search, '駐車場'), [article.id]);
  });

  test('follows what another process publishes', async () => {
    const search = open();
    await search.warm(workspaceId);
    const elsewhere = makeCtx({ ...house.platform, bus: makeBus() }, systemViewer(workspaceId), suzukiAtWork);
    const article = await createArticle(elsewhere, teapot, { status: 'published' });
    await eventually(() => ids(search, '急須のふた'), [article.id]);
  });

  test('misses nothing that is published while it is being built', async () => {
    const search = open();
    const warming = search.warm(workspaceId);
    const articles = await Promise.all(
      Array.from({ length: 20 }, (_, n) => createArticle(ctx, { ...teapot, question: `急須 ${n}` }, { status: 'published' })),
    );
    await warming;
    const all = async () => (await search.search(workspaceId, '急須', { limit: 50 })).hits.map(({ id }) => id).sort();
    await eventually(all, articles.map(({ id }) => id).sort());
  });

  test('keeps workspaces apart', async () => {
    const search = open();
    await createArticle(ctx, teapot, { status: 'published' });
    const other = await house.workspace();
    expect((await search.search(other, '急須のふた', { limit: 5 })).hits).toEqual([]);
    expect(await ids(search, '急須のふた')).toHaveLength(1);
  });

  test('is dropped for the workspace unused longest, and built anew when that asks again', async () => {
    const search = open({ keep: 1 });
    const article = await createArticle(ctx, teapot, { status: 'published' });
    expect(await ids(search, '急須')).toEqual([article.id]);
    await search.warm(await house.workspace());
    await setArticleStatus(ctx, article.id, 'draft');
    expect(await ids(search, '急須')).toEqual([]);
  });
});

describe('when the database is away', () => {
  /** A platform whose articles cannot be read while `away`. */
  const shaky = () => {
    const state = { away: false };
    const db: typeof house.platform.db = {
      ...house.platform.db,
      as: (...args) => (state.away ? Promise.reject(new Error('away')) : house.platform.db.as(...args)),
    };
    return { state, platform: { ...house.platform, db } };
  };

  test('an index that could not be built is built by the next search', async () => {
    const { state, platform } = shaky();
    const search = open({}, platform);
    const article = await createArticle(ctx, teapot, { status: 'published' });
    state.away = true;
    await expect(ids(search, '急須')).rejects.toThrow('away');
    state.away = false;
    expect(await ids(search, '急須')).toEqual([article.id]);
  });

  test('a change is put in once it is back, and until then the old articles are found', async () => {
    const { state, platform } = shaky();
    const search = open({ gatherMs: 10 }, platform);
    const article = await createArticle(ctx, teapot, { status: 'published' });
    expect(await ids(search, '急須')).toEqual([article.id]);
    state.away = true;
    warnings.length = 0;
    const second = await createArticle(ctx, parking, { status: 'published' });
    await eventually(async () => warnings.length > 0, true);
    expect(await ids(search, '急須')).toEqual([article.id]);
    state.away = false;
    await eventually(() => ids(search, '駐車場'), [second.id]);
  });
});
