import { beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '../platform/db/db.ts';
import { idsByFrequency, pinnedIds } from './help-center.queries.ts';
import { createArticle, rateArticle } from './knowledge.commands.ts';
import { knowledgeHouse } from './knowledge.testkit.ts';
import { pinArticle } from './pins.commands.ts';
import { everyone } from './readers.rules.ts';
import { countReadings } from './readings.commands.ts';
import { articleFigures, searchesWithoutHit } from './readings.queries.ts';

const house = await knowledgeHouse();
let ctx: ReturnType<typeof house.ctx>;
let ids: string[];
const read = <T>(look: (tx: Tx, workspaceId: string) => Promise<T>) => ctx.transaction((tx) => look(tx, ctx.viewer.workspaceId));
const viewed = (articleId: string, views: number, fromSearch = 0) => ({ articleId, views, fromSearch });

beforeEach(async () => {
  ctx = house.ctx(await house.workspace());
  ids = [];
  for (const question of ['送料は?', '返品は?', '領収書は?']) {
    const article = { question, answer: 'はい。', category: '', examples: [], locale: 'ja' as const };
    ids.push((await createArticle(ctx, article, { status: 'published' })).id);
  }
});

describe('what readers did', () => {
  test('adds up over the day, however often it is written down', async () => {
    const [fee, returns] = ids as [string, string];
    await countReadings(ctx, { views: [viewed(fee, 2, 1), viewed(returns, 1)], searches: [] });
    await countReadings(ctx, { views: [viewed(fee, 3)], searches: [] });
    for (const helpful of [true, true, false]) await rateArticle(ctx, fee, helpful);
    const figures = await read((tx, id) => articleFigures(tx, id, 30));
    expect(figures.map(({ question, views, yes, no }) => [question, views, yes, no])).toEqual([
      ['送料は?', 5, 2, 1],
      ['返品は?', 1, 0, 0],
      ['領収書は?', 0, 0, 0],
    ]);
  });

  test('decides what is asked frequently, with what the bot answered; older days no longer count', async () => {
    const [fee, returns, receipt] = ids as [string, string, string];
    await countReadings(ctx, { views: [viewed(fee, 3), viewed(returns, 5)], searches: [] });
    const frequent = (answered: Map<string, number>) =>
      read((tx, id) => idsByFrequency(tx, everyone(id), { locale: 'ja', days: 90, answered, limit: 3 }));
    expect(await frequent(new Map())).toEqual([returns, fee, receipt]);
    expect(await frequent(new Map([[receipt, 4]]))).toEqual([returns, receipt, fee]);
    await house.admin.query(`update article_views set day = day - 90 where article_id = $1`, [returns]);
    expect(await frequent(new Map())).toEqual([fee, receipt, returns]);
  });

  test('a pinned article leads, the last pinned first, until it is unpinned', async () => {
    const [fee, , receipt] = ids as [string, string, string];
    await pinArticle(ctx, fee, true);
    expect((await pinArticle(ctx, receipt, true)).isPinned).toBe(true);
    expect(await read((tx, id) => pinnedIds(tx, everyone(id), 'ja', 10))).toEqual([receipt, fee]);
    await pinArticle(ctx, receipt, false);
    await pinArticle(ctx, receipt, false);
    expect(await read((tx, id) => pinnedIds(tx, everyone(id), 'ja', 10))).toEqual([fee]);
    const facts = (await house.factsOf(ctx.viewer.workspaceId)).filter(({ name }) => name === 'article.pinned');
    expect(facts.map(({ data }) => data.pinned)).toEqual([true, true, false]);
    await expect(pinArticle(ctx, 'art_00000000000000000000000000', true)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('searches without a hit are told, most frequent first; one that found something on any day is not', async () => {
    const searched = (query: string, count: number, hits: number) => ({ query, locale: 'ja' as const, count, hits });
    await countReadings(ctx, { views: [], searches: [searched('駐車場', 2, 0), searched('法人契約', 5, 0), searched('送料', 9, 3)] });
    await countReadings(ctx, { views: [], searches: [searched('駐車場', 4, 0), searched('採用', 7, 0)] });
    await countReadings(ctx, { views: [], searches: [searched('採用', 1, 2)] });
    const found = await read((tx, id) => searchesWithoutHit(tx, id, 30));
    expect(found.map(({ query, count }) => [query, count])).toEqual([
      ['駐車場', 6],
      ['法人契約', 5],
    ]);
    expect(found[0]!.lastAt).toBeInstanceOf(Date);
    expect(await house.ctx(await house.workspace()).transaction((tx) => searchesWithoutHit(tx, 'wsp_other', 30))).toEqual([]);
  });
});
