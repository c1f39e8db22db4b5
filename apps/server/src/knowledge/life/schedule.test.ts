import * as contract from '@madoguchi/contract/article-life.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '../../platform/actor.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { runJobs } from '../../platform/jobs/jobs.ts';
import { createArticle, saveArticle, setArticleStatus } from '../knowledge.commands.ts';
import { articleById } from '../knowledge.queries.ts';
import { ask, knowledgeHouse, suzukiAtWork } from '../knowledge.testkit.ts';
import { lifeRoutes } from './life.routes.ts';
import { carryOutSchedule, SCHEDULE_TASK, scheduleArticle } from './schedule.commands.ts';

const house = await knowledgeHouse();
const content = { question: '年末年始の営業は', answer: '12月29日から休みます。', category: '', examples: [], locale: 'ja' as const };
const HOUR = 3_600_000;
const hours = (n: number) => new Date(Date.now() + n * HOUR);

let workspaceId: string;
let ctx: ReturnType<typeof house.ctx>;
let queue: { stop: () => Promise<void> } | null = null;
beforeEach(async () => {
  workspaceId = await house.workspace();
  ctx = house.ctx(workspaceId);
});
afterEach(async () => {
  await queue?.stop();
  queue = null;
});
const read = (id: string) => ctx.transaction((tx) => articleById(tx, workspaceId, id));
const names = async () => (await house.factsOf(workspaceId)).map(({ name }) => name);
const startQueue = async () => {
  const jobs = { [SCHEDULE_TASK]: (own: typeof ctx, { articleId }: Record<string, unknown>) => carryOutSchedule(own, String(articleId)) };
  queue = await runJobs(house.platform, house.connection, jobs, { error: () => {} });
};

describe('an article that comes by itself', () => {
  test('is published although no server ran when its time came, with the text saved by then; nobody is named as its last editor anew', async () => {
    const { id } = await createArticle(ctx, content);
    await scheduleArticle(house.ctxAt(workspaceId, hours(-3)), id, { publishAt: hours(-2), archiveAt: hours(48) });
    await saveArticle(ctx, id, { ...content, answer: '12月30日から休みます。', version: 1 });
    expect((await read(id)).status).toBe('draft');
    await startQueue();
    await expect.poll(async () => (await read(id)).status).toBe('published');
    expect(await read(id)).toMatchObject({ answer: '12月30日から休みます。', publishAt: null, updatedBy: suzukiAtWork.name, version: 2 });
    expect((await read(id)).archiveAt).not.toBeNull();
    expect(await names()).toEqual(['article.created', 'article.scheduled', 'article.updated', 'article.published']);
  });

  test('comes and goes at once when both times passed meanwhile, and a second run does nothing more', async () => {
    const { id } = await createArticle(ctx, content);
    await scheduleArticle(house.ctxAt(workspaceId, hours(-30)), id, { publishAt: hours(-20), archiveAt: hours(-2) });
    const later = house.ctxAt(workspaceId, new Date(), systemActor);
    await carryOutSchedule(later, id);
    await carryOutSchedule(later, id);
    expect(await read(id)).toMatchObject({ status: 'archived', publishAt: null, archiveAt: null });
    expect((await names()).slice(2)).toEqual(['article.published', 'article.archived']);
  });

  test('waits for a later time when the job comes early, and for ever when the plan is taken back', async () => {
    const { id } = await createArticle(ctx, content);
    await scheduleArticle(ctx, id, { publishAt: hours(2), archiveAt: null });
    await carryOutSchedule(ctx, id);
    expect((await read(id)).publishAt).not.toBeNull();
    const { rows } = await house.admin.query('select run_at from graphile_worker.jobs where key = $1', [`article:${id}`]);
    expect(rows).toHaveLength(1);
    await scheduleArticle(ctx, id, { publishAt: null, archiveAt: null });
    await carryOutSchedule(house.ctxAt(workspaceId, hours(3), systemActor), id);
    expect((await read(id)).status).toBe('draft');
  });

  test('published by hand before, keeps only its end', async () => {
    const { id } = await createArticle(ctx, content);
    await scheduleArticle(ctx, id, { publishAt: hours(2), archiveAt: hours(5) });
    expect(await setArticleStatus(ctx, id, 'published')).toMatchObject({ publishAt: null, archiveAt: expect.any(String) });
    expect(await setArticleStatus(ctx, id, 'archived')).toMatchObject({ archiveAt: null });
  });
});

describe('a plan is refused', () => {
  const open = () => house.server(systemViewer(workspaceId), lifeRoutes);
  const plan = async (id: string, publishAt: Date | null, archiveAt: Date | null) => {
    const body = { publishAt: publishAt?.toISOString() ?? null, archiveAt: archiveAt?.toISOString() ?? null };
    const answer = await ask(await open(), contract.scheduleArticle, { params: { id }, body });
    return answer.status === 200 ? 'taken' : `${answer.status} ${answer.body.code}`;
  };

  test('for times that passed, an end before the beginning, what is published already, and an article without an answer', async () => {
    const { id } = await createArticle(ctx, content);
    expect(await plan(id, hours(-1), null)).toBe('422 schedule.in_past');
    expect(await plan(id, hours(5), hours(4))).toBe('422 schedule.ends_first');
    const empty = await createArticle(ctx, { ...content, answer: '' });
    expect(await plan(empty.id, hours(5), null)).toBe('422 article.answer_missing');
    await setArticleStatus(ctx, id, 'published');
    expect(await plan(id, hours(5), null)).toBe('409 article.not_draft');
    expect(await plan(id, null, hours(5))).toBe('taken');
    await setArticleStatus(ctx, id, 'archived');
    expect(await plan(id, null, hours(6))).toBe('409 article.is_archived');
    expect(await plan('art_00000000000000000000000000', null, hours(6))).toBe('404 not_found');
  });

  test('and so is emptying the answer of what will be published by itself', async () => {
    const { id } = await createArticle(ctx, content);
    await scheduleArticle(ctx, id, { publishAt: hours(2), archiveAt: null });
    await expect(saveArticle(ctx, id, { ...content, answer: ' ', version: 1 })).rejects.toMatchObject({ code: 'article.answer_missing' });
  });
});
