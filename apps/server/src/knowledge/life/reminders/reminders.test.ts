import { countMyChecks, listArticles, summarizeArticles } from '@madoguchi/contract/knowledge.ts';
import { describe, expect, test } from 'vitest';
import { mailServer } from '../../../../test/mail-server.ts';
import type { Actor } from '../../../platform/actor.ts';
import { makeCtx } from '../../../platform/ctx.ts';
import { systemViewer } from '../../../platform/db/viewer.ts';
import { makeHttpServer } from '../../../platform/http/server.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { makeLog } from '../../../platform/log/log.ts';
import { openMailTransport } from '../../../platform/mail-transport/mail-transport.ts';
import { openOutbox } from '../../../platform/mail-transport/outbox.ts';
import { keysFrom } from '../../../platform/secrets/keys.ts';
import { wordsFor } from '../../../platform/words.ts';
import { createArticle } from '../../knowledge.commands.ts';
import { knowledgeSearch } from '../../knowledge.index.ts';
import { knowledgeRoutes } from '../../knowledge.routes.ts';
import { ask, knowledgeHouse } from '../../knowledge.testkit.ts';
import { careForArticle, markChecked } from '../care.commands.ts';
import { REMINDERS_TASK, sendReminders, startReminders } from './reminders.commands.ts';
import { digestMail, firstNine, nextNine } from './reminders.rules.ts';

const house = await knowledgeHouse();
const post = await mailServer();
const outboxTo = (url: string | null) =>
  openOutbox({
    transport: openMailTransport(url ? { url, from: 'help@hazuki.example' } : null),
    sealingKey: keysFrom(Buffer.alloc(32, 3)).derive('system-mail'),
  });
const deps = { outbox: outboxTo(post.url), publicUrl: 'https://support.hazuki.example' };
const DAY = 86_400_000;

async function company() {
  const workspaceId = await house.workspace();
  const agent = async (email: string, locale: 'ja' | 'en' = 'ja') => {
    const id = newId('agt');
    await house.admin.query(
      `insert into agents (workspace_id, id, account_id, name, email, role, locale) values ($1, $2, $2, '中村', $3, 'agent', $4)`,
      [workspaceId, id, email, locale],
    );
    return id;
  };
  const ctx = house.ctx(workspaceId);
  const owned = async (question: string, ownerAgentId: string | null) => {
    const { id } = await createArticle(
      ctx,
      { question, answer: 'はい。', category: '', examples: [], locale: 'ja' },
      { status: 'published' },
    );
    await careForArticle(ctx, id, { ownerAgentId, checkEveryDays: 30 });
    return id;
  };
  const at = (days: number) => house.ctxAt(workspaceId, new Date(Date.now() + days * DAY));
  const deliver = async () => {
    const { rows } = await house.admin.query<{ id: string }>(`select id from system_mails where workspace_id = $1 and status = 'waiting'`, [
      workspaceId,
    ]);
    for (const { id } of rows) await deps.outbox.deliver(ctx, id);
  };
  const jobs = async () =>
    (
      await house.admin.query<{ run_at: Date }>(`select run_at from graphile_worker.jobs where task_identifier = $1 and key = $2`, [
        REMINDERS_TASK,
        `article-checks:${workspaceId}`,
      ])
    ).rows;
  return { workspaceId, agent, owned, at, deliver, jobs };
}

describe('nine o’clock where the company is', () => {
  test('is the next one to come, and at the start of a server today’s or now', () => {
    const early = new Date('2026-11-23T20:00:00Z');
    const late = new Date('2026-11-24T03:00:00Z');
    expect(nextNine('Asia/Tokyo', early).toISOString()).toBe('2026-11-24T00:00:00.000Z');
    expect(nextNine('Asia/Tokyo', late).toISOString()).toBe('2026-11-25T00:00:00.000Z');
    expect(nextNine('America/New_York', new Date('2026-03-07T15:00:00Z')).toISOString()).toBe('2026-03-08T13:00:00.000Z');
    expect(firstNine('Asia/Tokyo', early).toISOString()).toBe('2026-11-24T00:00:00.000Z');
    expect(firstNine('Asia/Tokyo', late)).toEqual(late);
  });
});

describe('owners are reminded of checks', () => {
  test('with one mail for all that is due, in their language, once per article and date', async () => {
    const { agent, owned, at, deliver } = await company();
    const [nakamura, smith] = [await agent('nakamura@hazuki.example'), await agent('smith@hazuki.example', 'en')];
    const id = await owned('送料はいくらですか', nakamura);
    await owned('返品できますか', nakamura);
    await owned('Do you ship abroad?', smith);
    await owned('だれのものでもない記事', null);
    await sendReminders(at(29), deps);
    await deliver();
    expect(post.mails).toHaveLength(0);
    await sendReminders(at(31), deps);
    await sendReminders(at(31.2), deps);
    await deliver();
    const [mail, ...more] = post.to('nakamura@hazuki.example');
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('見直しの期限が来た記事が2件あります');
    expect(mail?.text).toContain(`・送料はいくらですか\n  https://support.hazuki.example/desk/knowledge/${id}`);
    expect(mail?.text).toContain('・返品できますか');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(post.to('smith@hazuki.example').map(({ subject }) => subject)).toEqual(['1 article is due for a check']);

    await markChecked(at(32), id);
    await sendReminders(at(50), deps);
    await sendReminders(at(63), deps);
    await deliver();
    expect(post.to('nakamura@hazuki.example').map(({ subject }) => subject)).toEqual([
      '見直しの期限が来た記事が2件あります',
      '見直しの期限が来た記事が1件あります',
    ]);
  });

  test('and nothing counts as said while no mail can be sent', async () => {
    const { agent, owned, at, deliver } = await company();
    await owned('領収書はもらえますか', await agent('ito@hazuki.example'));
    await sendReminders(at(31), { ...deps, outbox: outboxTo(null) });
    await sendReminders(at(32), deps);
    await deliver();
    expect(post.to('ito@hazuki.example')).toHaveLength(1);
  });

  test('by one job a workspace, which goes on by itself', async () => {
    const { agent, owned, at, jobs } = await company();
    expect(await jobs()).toEqual([]);
    const mori = await agent('mori@hazuki.example');
    await owned('包装できますか', mori);
    await owned('のしは付きますか', mori);
    expect(await jobs()).toEqual([{ run_at: nextNine('Asia/Tokyo', new Date()) }]);
    await sendReminders(at(31), deps);
    expect((await jobs())[0]!.run_at.getTime()).toBeGreaterThan(Date.now() + 31 * DAY);
    await startReminders(house.platform);
    const [job, ...more] = await jobs();
    expect(more).toEqual([]);
    expect(job!.run_at.getTime()).toBeLessThan(Date.now() + DAY);
  });
});

test('a long list is cut, and without an address of the desk there are no links', () => {
  const articles = Array.from({ length: 23 }, (_, n) => ({ id: `art_${n}`, question: `質問${n}` }));
  const { text } = digestMail(wordsFor('ja'), articles, null);
  expect(text).toContain('・質問19\nほか3件');
  expect(text).not.toContain('http');
});

test('the desk shows owners what is theirs to check', async () => {
  const { workspaceId, agent, owned } = await company();
  const [mine, other] = [await agent('mine@hazuki.example'), await agent('other@hazuki.example')];
  const id = await owned('私の記事', mine);
  await owned('ほかの人の記事', other);
  await house.admin.query(`update articles set check_due_at = now() - interval '1 day' where workspace_id = $1`, [workspaceId]);
  const search = knowledgeSearch(house.platform, { log: { warn: () => {} } });
  house.closing.push(search.close);
  const at = async (actor: Actor) => {
    const { app } = await makeHttpServer({
      log: makeLog('silent'),
      checkAnswers: true,
      authorize: async () => makeCtx(house.platform, systemViewer(workspaceId), actor),
    });
    knowledgeRoutes(app, { search, internal: search });
    await app.ready();
    house.closing.push(() => app.close());
    return app;
  };
  const desk = await at({ kind: 'agent', id: mine, name: '中村' });
  expect((await ask(desk, countMyChecks)).body).toEqual({ due: 1 });
  expect((await ask(desk, summarizeArticles)).body.marks).toMatchObject({ my_check_due: 1, check_due: 2 });
  expect((await ask(desk, listArticles, { query: { mark: 'my_check_due' } })).body.items.map((row: { id: string }) => row.id)).toEqual([
    id,
  ]);
  const machine = await at({ kind: 'system', id: null, name: '' });
  expect((await ask(machine, countMyChecks)).body).toEqual({ due: 0 });
});
