import { beforeAll, describe, expect, test } from 'vitest';
import { botHouse, quoteIn } from '../../test/bot-house.ts';
import { findArticles } from '../knowledge/find-articles.queries.ts';
import { createArticle } from '../knowledge/knowledge.commands.ts';
import { everyone } from '../knowledge/readers.rules.ts';
import { countVote } from '../knowledge/readings.commands.ts';
import { preferenceAt } from '../knowledge/success/success.rules.ts';
import { articleSuccesses } from './successes.queries.ts';

const house = await botHouse();
const { system, workspaceId, clock, search } = house;
const DAY = 86_400_000;
const EITHER = '贈り物に名入れを頼めますか';
const [cups, pots] = ['湯のみに名入れを頼めますか', '急須に名入れを頼めますか'];
let cup: string;
let pot: string;

beforeAll(async () => {
  const write = async (question: string) =>
    (await createArticle(system, { question, answer: '承ります。', category: '', examples: [], locale: 'ja' }, { status: 'published' })).id;
  cup = await write(cups);
  pot = await write(pots);
});

const orderFor = async (one: typeof search) => (await one.search(workspaceId, EITHER, { limit: 2 })).hits.map(({ id }) => id);
/** What the help center shows. */
const foundByReaders = async () =>
  (await findArticles(system, search, everyone(workspaceId), EITHER, { limit: 2, locale: 'ja' })).map(({ article }) => article.id);
const counted = async () => (await system.transaction((tx) => articleSuccesses(tx, workspaceId, clock.now()))).counts;

describe('of two articles that are equally near', () => {
  test('the one that solved five questions last week comes first: for the bot, in the help center, and the bot says why', async () => {
    await expect.poll(() => orderFor(search)).toEqual([cup, pot]);
    for (let n = 0; n < 5; n += 1) {
      const sato = await house.customer();
      expect(quoteIn((await sato.says(pots)).blocks)).toMatchObject({ articleId: pot });
      await sato.says('はい', { kind: 'solved' });
    }
    clock.advance(7 * DAY);
    await orderFor(search);
    await expect.poll(() => orderFor(search)).toEqual([pot, cup]);
    expect(await foundByReaders()).toEqual([pot, cup]);
    const { candidates } = await house.sources.find(system, EITHER, null);
    expect(candidates.slice(0, 2).map(({ articleId, preferred }) => [articleId, preferred])).toEqual([
      [pot, true],
      [cup, undefined],
    ]);
    const tanaka = await house.customer();
    await tanaka.says(EITHER);
    expect((await tanaka.steps()).at(-1)!.candidates[0]).toMatchObject({ articleId: pot, preferred: true });
  });

  test('the other comes first for whoever names what it is about', async () => {
    expect((await search.search(workspaceId, cups, { limit: 1 })).hits).toMatchObject([{ id: cup }]);
  });

  test('half a year later it does not come first any more', async () => {
    clock.advance(182 * DAY);
    expect(await orderFor(search)).toEqual([cup, pot]);
    expect(preferenceAt({ at: clock.now().getTime(), counts: await counted() }, clock.now().getTime())).toEqual(new Map());
  });
});

test('votes in the help center count as well, a little, and speak against an article too', async () => {
  const vote = (id: string, helpful: boolean) => system.transaction((tx) => countVote(tx, workspaceId, id, helpful, clock.now()));
  for (let n = 0; n < 4; n += 1) await vote(pot, true);
  for (let n = 0; n < 6; n += 1) await vote(cup, false);
  const counts = await counted();
  expect(counts.get(pot)).toBeCloseTo(1, 1);
  expect(counts.get(cup)).toBeCloseTo(-1.5, 1);
});
