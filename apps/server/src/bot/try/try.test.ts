import { tryBot } from '@madoguchi/contract/knowledge.ts';
import { expect, test } from 'vitest';
import { createArticle, setArticleStatus } from '../../knowledge/knowledge.commands.ts';
import { ask, knowledgeHouse } from '../../knowledge/knowledge.testkit.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Found } from '../bot.types.ts';
import { tryRoutes } from './try.routes.ts';

const house = await knowledgeHouse();

test('an editor sees what the bot would do, with the articles as they are now, and nothing is kept', async () => {
  const workspaceId = await house.workspace();
  const ctx = house.ctx(workspaceId);
  const content = { answer: '660円', category: '', examples: [], locale: 'ja' as const };
  const fee = await createArticle(ctx, { ...content, question: '送料は' }, { status: 'published', slug: 'fee' });
  const gone = await createArticle(ctx, { ...content, question: '消えた' }, { status: 'published' });
  await setArticleStatus(ctx, gone.id, 'archived');
  const before = await house.factsOf(workspaceId);
  const candidates = [fee, gone].map(({ id, question }) => ({ articleId: id, title: question, score: 1.5 }));
  const find = async (): Promise<Found> => ({ decision: 'answer', confidence: 0.9, figures: null, candidates, because: 'sure' });
  const app = await house.server(systemViewer(workspaceId), (on) => tryRoutes(on, { find }));

  const hit = { articleId: fee.id, audience: 'public', question: '送料は', answer: '660円', url: '/help/articles/fee', score: 1.5 };
  expect(await ask(app, tryBot, { body: { question: '送料' } })).toEqual({
    status: 200,
    body: { decision: 'answer', confidence: 0.9, hits: [hit] },
  });
  expect(await house.factsOf(workspaceId)).toEqual(before);
});
