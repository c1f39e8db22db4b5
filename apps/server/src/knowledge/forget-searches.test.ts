import { expect, test } from 'vitest';
import { FORGET_TASK, forgetSearches, REMEMBERED_DAYS, startForgetting } from './forget-searches.commands.ts';
import { knowledgeHouse } from './knowledge.testkit.ts';
import { countReadings } from './readings.commands.ts';

const house = await knowledgeHouse();
const TODAY = new Date('2026-11-22T04:00:00Z');
const daysAgo = (days: number) => new Date(TODAY.getTime() - days * 86_400_000);

const search = (workspaceId: string, query: string, at: Date) =>
  countReadings(house.ctxAt(workspaceId, at), { views: [], searches: [{ query, locale: 'ja', count: 1, hits: 0 }] });
const remembered = async (workspaceId: string) =>
  (await house.admin.query('select query from help_searches where workspace_id = $1 order by query', [workspaceId])).rows.map(
    ({ query }) => query,
  );
const waiting = async (workspaceId: string) =>
  (
    await house.admin.query('select run_at from graphile_worker.jobs where task_identifier = $1 and key = $2', [
      FORGET_TASK,
      `help-searches:${workspaceId}`,
    ])
  ).rows.map(({ run_at }) => run_at.toISOString());

test('searches are remembered for 400 days, and every day what is older goes; other workspaces keep theirs', async () => {
  const [here, there] = [await house.workspace(), await house.workspace()];
  await search(here, '香炉', daysAgo(REMEMBERED_DAYS + 1));
  await search(here, '急須', daysAgo(REMEMBERED_DAYS));
  await search(here, '茶筒', TODAY);
  await search(there, '香炉', daysAgo(REMEMBERED_DAYS + 1));

  expect(await forgetSearches(house.ctxAt(here, TODAY))).toBe(1);
  expect(await remembered(here)).toEqual(['急須', '茶筒']);
  expect(await remembered(there)).toEqual(['香炉']);
  expect(await waiting(here)).toEqual(['2026-11-23T04:00:00.000Z']);

  expect(await forgetSearches(house.ctxAt(here, daysAgo(-1)))).toBe(1);
  expect(await remembered(here)).toEqual(['茶筒']);
  expect(await waiting(here), 'one job, moved on').toEqual(['2026-11-24T04:00:00.000Z']);
});

test('more than goes at a time goes all the same', async () => {
  const here = await house.workspace();
  await house.admin.query(
    `insert into help_searches (workspace_id, query, locale, day, count, hits, last_at)
     select $1, 'q' || n, 'ja', '2024-01-01', 1, 0, '2024-01-01' from generate_series(1, 2500) n`,
    [here],
  );
  expect(await forgetSearches(house.ctxAt(here, TODAY))).toBe(2500);
  expect(await remembered(here)).toEqual([]);
});

test('a server that starts plans it for every workspace', async () => {
  const here = await house.workspace();
  await startForgetting(house.platform);
  expect(await waiting(here)).toHaveLength(1);
});
