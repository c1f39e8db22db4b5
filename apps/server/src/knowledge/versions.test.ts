import { getArticleVersion, listArticleVersions } from '@madoguchi/contract/knowledge.ts';
import { expect, test } from 'vitest';
import { nakamura } from '../../../../fixtures/agents.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import { newId } from '../platform/ids/ids.ts';
import { createArticle, saveArticle, setArticleStatus } from './knowledge.commands.ts';
import { knowledgeSearch } from './knowledge.index.ts';
import { articleById } from './knowledge.queries.ts';
import { knowledgeRoutes } from './knowledge.routes.ts';
import { ask, knowledgeHouse, suzukiAtWork } from './knowledge.testkit.ts';
import { listVersions } from './versions.queries.ts';

const house = await knowledgeHouse();

test('every saved state of an article can be found again: who, when, what changed, and what it said', async () => {
  const workspaceId = await house.workspace();
  const search = knowledgeSearch(house.platform, { log: { warn: () => {} } });
  house.closing.push(search.close);
  const app = await house.server(systemViewer(workspaceId), (http) => knowledgeRoutes(http, { search, internal: search }));
  const nakamuraAtWork = { kind: 'agent' as const, id: newId('agt'), name: nakamura.name };
  const content = { question: '返品できますか', answer: '8日以内なら承ります。', category: '返品', examples: [], locale: 'ja' as const };
  const { id } = await createArticle(house.ctx(workspaceId), content);
  await setArticleStatus(house.ctx(workspaceId), id, 'published');
  await saveArticle(house.ctx(workspaceId, nakamuraAtWork), id, {
    ...content,
    answer: '14日以内なら承ります。',
    examples: ['返したい'],
    version: 1,
  });

  const { body } = await ask(app, listArticleVersions, { params: { id } });
  expect(body.items).toEqual([
    { version: 2, savedAt: expect.any(String), savedBy: nakamura.name, changed: ['answer', 'examples'] },
    { version: 1, savedAt: expect.any(String), savedBy: suzukiAtWork.name, changed: ['question', 'answer', 'category', 'examples'] },
  ]);
  const first = await ask(app, getArticleVersion, { params: { id, version: '1' } });
  expect(first.body).toMatchObject({ version: 1, answer: '8日以内なら承ります。', examples: [], savedBy: suzukiAtWork.name });

  expect((await ask(app, getArticleVersion, { params: { id, version: '3' } })).status).toBe(404);
  expect((await ask(app, listArticleVersions, { params: { id: newId('art') } })).status).toBe(404);
  const elsewhere = await house.server(systemViewer(await house.workspace()), (http) =>
    knowledgeRoutes(http, { search, internal: search }),
  );
  expect((await ask(elsewhere, listArticleVersions, { params: { id } })).status).toBe(404);
});

test('of a draft that saves itself while it is written the history keeps one state for five minutes; of a published article every one', async () => {
  let now = new Date('2026-11-22T05:00:10Z');
  const workspaceId = await house.workspace();
  const ctx = { ...house.ctx(workspaceId), clock: { now: () => now } };
  const content = { question: '返品できますか', answer: 'は', category: '', examples: [], locale: 'ja' as const };
  const { id } = await createArticle(ctx, content);
  const write = async (answer: string, at: string) => {
    now = new Date(at);
    const { version } = await ctx.transaction((tx) => articleById(tx, workspaceId, id));
    await saveArticle(ctx, id, { ...content, answer, version });
  };
  const versions = () => ctx.transaction(async (tx) => (await listVersions(tx, workspaceId, id)).map(({ version }) => version));
  await write('はい', '2026-11-22T05:00:20Z');
  await write('はい、', '2026-11-22T05:00:30Z');
  await write('はい、できます', '2026-11-22T05:04:59Z');
  expect(await versions()).toEqual([4, 1]);
  await write('はい、できます。', '2026-11-22T05:05:01Z');
  expect(await versions()).toEqual([5, 4, 1]);
  await setArticleStatus(ctx, id, 'published');
  await write('はい、8日以内に。', '2026-11-22T05:05:10Z');
  await write('はい、14日以内に。', '2026-11-22T05:05:20Z');
  expect(await versions()).toEqual([7, 6, 5, 4, 1]);
});
