import * as contract from '@madoguchi/contract/article-life.ts';
import { expect, test } from 'vitest';
import { systemActor } from '../../platform/actor.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { createArticle, setArticleStatus } from '../knowledge.commands.ts';
import { ask, knowledgeHouse, suzukiAtWork } from '../knowledge.testkit.ts';
import { moveArticle } from './addresses.commands.ts';
import { setAudience } from './audience.commands.ts';
import { LIFE_FACTS } from './history.rules.ts';
import { lifeRoutes } from './life.routes.ts';
import { carryOutSchedule, scheduleArticle } from './schedule.commands.ts';

const house = await knowledgeHouse();
const content = { question: '年末年始の営業は', answer: '休みます。', category: '', examples: [], locale: 'ja' as const };

test('an article tells what happened to it, newest first: who did it, or that it came by itself; and nothing of another article', async () => {
  const workspaceId = await house.workspace();
  const ctx = house.ctx(workspaceId);
  const app = await house.server(systemViewer(workspaceId), lifeRoutes);
  const { id, slug } = await createArticle(ctx, content);
  const other = await createArticle(ctx, { ...content, question: 'ほか' }, { status: 'published' });
  const publishAt = new Date(Date.now() - 3_600_000);
  await scheduleArticle(house.ctxAt(workspaceId, new Date(Date.now() - 7_200_000)), id, { publishAt, archiveAt: null });
  await carryOutSchedule(house.ctx(workspaceId, systemActor), id);
  await moveArticle(ctx, id, 'nenmatsu');
  await setAudience(ctx, id, 'internal');
  await setArticleStatus(ctx, id, 'archived');

  const by = suzukiAtWork.name;
  const historyOf = async (articleId: string) => (await ask(app, contract.listArticleHistory, { params: { id: articleId } })).body.items;
  expect(await historyOf(id)).toMatchObject([
    { what: 'archived', by },
    { what: 'audience_changed', audience: 'internal', by },
    { what: 'moved', from: slug, to: 'nenmatsu', by },
    { what: 'published', by: null },
    { what: 'scheduled', publishAt: publishAt.toISOString(), archiveAt: null, by },
  ]);
  expect(await historyOf(other.id)).toMatchObject([{ what: 'published', by }]);
});

test('the index knows the same facts', async () => {
  const { rows } = await house.admin.query(`select indexdef from pg_indexes where indexname = 'events_article_life'`);
  const indexed = [...String(rows[0]?.indexdef).matchAll(/article\.\w+/g)].map(([name]) => name);
  expect(indexed.toSorted()).toEqual(LIFE_FACTS.toSorted());
});
