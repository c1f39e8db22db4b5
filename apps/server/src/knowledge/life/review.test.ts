import * as contract from '@madoguchi/contract/article-life.ts';
import { listArticles, summarizeArticles } from '@madoguchi/contract/knowledge.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { systemViewer } from '../../platform/db/viewer.ts';
import { newId } from '../../platform/ids/ids.ts';
import { createArticle, setArticleStatus } from '../knowledge.commands.ts';
import { knowledgeSearch } from '../knowledge.index.ts';
import { knowledgeRoutes } from '../knowledge.routes.ts';
import { ask, knowledgeHouse, suzukiAtWork } from '../knowledge.testkit.ts';
import { careForArticle } from './care.commands.ts';

const house = await knowledgeHouse();
const search = knowledgeSearch(house.platform, { log: { warn: () => {} } });
house.closing.push(search.close);
const content = { question: '返品できますか', answer: '14日以内なら承ります。', category: '', examples: [], locale: 'ja' as const };
const DAY = 86_400_000;

let workspaceId: string;
let ctx: ReturnType<typeof house.ctx>;
let app: Awaited<ReturnType<typeof house.server>>;
beforeEach(async () => {
  workspaceId = await house.workspace();
  ctx = house.ctx(workspaceId);
  app = await house.server(systemViewer(workspaceId), (http) => knowledgeRoutes(http, { search, internal: search }));
});
const listed = async (mark: string) => (await ask(app, listArticles, { query: { mark } })).body.items.map(({ id }: { id: string }) => id);
const marks = async () => (await ask(app, summarizeArticles)).body.marks;
const agent = async (deactivated: boolean) => {
  const id = newId('agt');
  await house.admin.query(
    `insert into agents (workspace_id, id, account_id, name, email, role, deactivated_at) values ($1, $2, $2, '中村', 'n@hazuki-saji.example', 'agent', $3)`,
    [workspaceId, id, deactivated ? new Date() : null],
  );
  return id;
};

describe('a draft that waits for a review', () => {
  test('stands in its own list until it is published, and says who asked', async () => {
    const { id } = await createArticle(ctx, content);
    const asked = await ask(app, contract.requestArticleReview, { params: { id }, body: { requested: true } });
    expect(asked.body).toMatchObject({ reviewRequestedBy: suzukiAtWork.name, reviewRequestedAt: expect.any(String), version: 1 });
    await ask(app, contract.requestArticleReview, { params: { id }, body: { requested: true } });
    expect(await listed('review_requested')).toEqual([id]);
    expect(await marks()).toMatchObject({ review_requested: 1, check_due: 0 });
    expect(await setArticleStatus(ctx, id, 'published')).toMatchObject({ reviewRequestedAt: null, reviewRequestedBy: null });
    expect(await listed('review_requested')).toEqual([]);
    const facts = (await house.factsOf(workspaceId)).map(({ name }) => name);
    expect(facts).toEqual(['article.created', 'article.review_requested', 'article.published']);
  });

  test('can be taken back; what is published already waits for nobody', async () => {
    const { id } = await createArticle(ctx, content, { status: 'published' });
    const params = { id };
    const refused = await ask(app, contract.requestArticleReview, { params, body: { requested: true } });
    expect([refused.status, refused.body.code]).toEqual([409, 'article.not_draft']);
    await setArticleStatus(ctx, id, 'draft');
    await ask(app, contract.requestArticleReview, { params, body: { requested: true } });
    const back = await ask(app, contract.requestArticleReview, { params, body: { requested: false } });
    expect(back.body.reviewRequestedAt).toBeNull();
  });
});

describe('an article that somebody looks after', () => {
  test('is due for a check an interval later, and "still true" moves the day by another', async () => {
    const { id } = await createArticle(ctx, content, { status: 'published' });
    const owner = await agent(false);
    const longAgo = new Date(Date.now() - 100 * DAY);
    await careForArticle(house.ctxAt(workspaceId, longAgo), id, { ownerAgentId: owner, checkEveryDays: 90 });
    expect(await listed('check_due')).toEqual([id]);
    const checked = await ask(app, contract.markArticleChecked, { params: { id } });
    expect(Date.parse(checked.body.checkDueAt) - Date.now()).toBeGreaterThan(89 * DAY);
    expect(checked.body).toMatchObject({ ownerAgentId: owner, checkEveryDays: 90, version: 1 });
    expect(await listed('check_due')).toEqual([]);
    const changed = await ask(app, contract.careForArticle, { params: { id }, body: { ownerAgentId: null, checkEveryDays: 90 } });
    expect(changed.body, 'another owner does not move the day').toMatchObject({ ownerAgentId: null, checkDueAt: checked.body.checkDueAt });
    const facts = (await house.factsOf(workspaceId)).map(({ name }) => name);
    expect(facts).toEqual(['article.created', 'article.care_changed', 'article.checked', 'article.care_changed']);
  });

  test('no check without an interval, no owner who left, no interval of one’s own making', async () => {
    const { id } = await createArticle(ctx, content);
    const params = { id };
    const without = await ask(app, contract.markArticleChecked, { params });
    expect([without.status, without.body.code]).toEqual([409, 'article.check_not_planned']);
    const gone = await ask(app, contract.careForArticle, { params, body: { ownerAgentId: await agent(true), checkEveryDays: null } });
    expect([gone.status, gone.body.code]).toEqual([422, 'article.owner_unknown']);
    const odd = await ask(app, contract.careForArticle, { params, body: { ownerAgentId: null, checkEveryDays: 31 } });
    expect(odd.status).toBe(400);
  });
});
