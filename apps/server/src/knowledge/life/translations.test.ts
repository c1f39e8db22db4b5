import * as contract from '@madoguchi/contract/article-life.ts';
import { listArticles } from '@madoguchi/contract/knowledge.ts';
import { beforeEach, expect, test } from 'vitest';
import { systemViewer } from '../../platform/db/viewer.ts';
import { createArticle, saveArticle } from '../knowledge.commands.ts';
import { knowledgeSearch } from '../knowledge.index.ts';
import { knowledgeRoutes } from '../knowledge.routes.ts';
import { ask, knowledgeHouse } from '../knowledge.testkit.ts';
import { setAudience } from './audience.commands.ts';

const house = await knowledgeHouse();
const search = knowledgeSearch(house.platform, { log: { warn: () => {} } });
house.closing.push(search.close);
const ja = { question: '返品できますか', answer: '14日以内なら承ります。', category: '返品', examples: [], locale: 'ja' as const };
const en = { ...ja, question: 'Can I return it?', answer: 'Within 14 days.', category: 'Returns', locale: 'en' as const };

let workspaceId: string;
let ctx: ReturnType<typeof house.ctx>;
let app: Awaited<ReturnType<typeof house.server>>;
beforeEach(async () => {
  workspaceId = await house.workspace();
  ctx = house.ctx(workspaceId);
  app = await house.server(systemViewer(workspaceId), (http) => knowledgeRoutes(http, { search, internal: search }));
});
const behind = async () =>
  (await ask(app, listArticles, { query: { mark: 'translation_behind' } })).body.items.map(({ id }: { id: string }) => id);
const translations = async (id: string) => (await ask(app, contract.listArticleTranslations, { params: { id } })).body.items;

test('a translation is a draft at the same address; it falls behind when the original says something else, and catches up when saved', async () => {
  const original = await createArticle(ctx, ja, { status: 'published' });
  const { status, body: translation } = await ask(app, contract.translateArticle, { params: { id: original.id } });
  expect(status).toBe(201);
  expect(translation).toMatchObject({ slug: original.slug, locale: 'en', status: 'draft', answer: ja.answer });
  expect((await ask(app, contract.translateArticle, { params: { id: original.id } })).body.id, 'once only').toBe(translation.id);
  await saveArticle(ctx, translation.id, { ...en, version: 1 });
  expect(await behind()).toEqual([]);

  await saveArticle(ctx, original.id, { ...ja, examples: ['返したい'], version: 1 });
  expect(await behind(), 'other ways to ask are no other text').toEqual([]);
  await saveArticle(ctx, original.id, { ...ja, answer: '30日以内なら承ります。', version: 2 });
  expect(await behind()).toEqual([translation.id]);
  expect(await translations(translation.id)).toMatchObject([
    { id: original.id, locale: 'ja', isBehind: false },
    { id: translation.id, locale: 'en', isBehind: true },
  ]);
  await saveArticle(ctx, translation.id, { ...en, answer: 'Within 30 days.', version: 2 });
  expect(await behind()).toEqual([]);
});

test('a translation that is still right is said to be so with no word changed; an original cannot be', async () => {
  const original = await createArticle(ctx, ja, { status: 'published', slug: 'returns' });
  const { id } = await createArticle(ctx, en, { status: 'published', slug: 'returns' });
  await saveArticle(ctx, original.id, { ...ja, answer: '十四日以内なら承ります。', version: 1 });
  expect(await behind()).toEqual([id]);
  expect((await ask(app, contract.confirmTranslation, { params: { id } })).body.version).toBe(1);
  expect(await behind()).toEqual([]);
  const refused = await ask(app, contract.confirmTranslation, { params: { id: original.id } });
  expect([refused.status, refused.body.code]).toEqual([409, 'article.is_original']);
  await saveArticle(ctx, id, { ...en, answer: 'Within fourteen days.', version: 1 });
  expect(await behind(), 'the original does not fall behind its translation').toEqual([]);
});

test('the translation of an internal article is internal, and its draft keeps the address whatever its title', async () => {
  const original = await createArticle(ctx, ja);
  await setAudience(ctx, original.id, 'internal');
  const { body } = await ask(app, contract.translateArticle, { params: { id: original.id } });
  expect(body.audience).toBe('internal');
  await saveArticle(ctx, original.id, { ...ja, question: '返品のしかた', version: 1 });
  expect((await translations(original.id)).map(({ locale }: { locale: string }) => locale)).toEqual(['ja', 'en']);
});
