import * as contract from '@madoguchi/contract/knowledge.ts';
import type { FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, test } from 'vitest';
import { saveArticle, setArticleStatus } from '../../knowledge/knowledge.commands.ts';
import { ask, knowledgeHouse } from '../../knowledge/knowledge.testkit.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { newId } from '../../platform/ids/ids.ts';
import { unansweredRoutes } from './unanswered.routes.ts';
import { foldQuestion } from './unanswered.rules.ts';

const house = await knowledgeHouse();
let workspaceId: string;
let app: FastifyInstance;
const [shop, wholesale] = [newId('ibx'), newId('ibx')];
let number = 0;

beforeEach(async () => {
  workspaceId = await house.workspace();
  for (const inbox of [shop, wholesale])
    await house.admin.query(`insert into inboxes (workspace_id, id, name, channel, key) values ($1, $2, 'x', 'chat', $3)`, [
      workspaceId,
      inbox,
      newId('key'),
    ]);
  app = await house.server(systemViewer(workspaceId), unansweredRoutes);
});

/** A customer's conversation in which the bot had no answer to these questions. */
async function askedInVain(questions: string[], { inbox = shop, minutesAgo = 60 } = {}): Promise<string> {
  const [customer, identity, thread, conversation] = [newId('cus'), newId('idn'), newId('thr'), newId('cnv')];
  const insert = (table: string, row: Record<string, unknown>) => {
    const values = Object.values({ workspace_id: workspaceId, ...row });
    const columns = ['workspace_id', ...Object.keys(row)].join(', ');
    return house.admin.query(`insert into ${table} (${columns}) values (${values.map((_, n) => `$${n + 1}`).join(', ')})`, values);
  };
  const at = new Date(Date.now() - minutesAgo * 60_000);
  await insert('customers', { id: customer });
  await insert('identities', { id: identity, customer_id: customer, kind: 'visitor', value: customer, source: 'chat' });
  await insert('threads', { id: thread, inbox_id: inbox, customer_id: customer, identity_id: identity, external_id: thread });
  const place = { inbox_id: inbox, customer_id: customer, thread_id: thread, channel: 'chat' };
  await insert('conversations', { id: conversation, number: ++number, ...place, last_activity_at: at, created_at: at });
  for (const [n, query] of questions.entries()) {
    const step = { decision: 'not_found', because: 'nothing_found', unanswered: true, query, query_folded: foldQuestion(query) };
    await insert('bot_steps', {
      id: newId('stp'),
      conversation_id: conversation,
      asked_message_id: newId('msg'),
      at: new Date(at.getTime() + n),
      ...step,
    });
  }
  return conversation;
}
const listed = async (on = app) =>
  (await ask(on, contract.listUnanswered)).body.items as { question: string; count: number; conversationIds: string[] }[];
const counts = async (on = app) => (await listed(on)).map(({ question, count }) => [question, count]);

describe('the questions nobody could answer', () => {
  test('stand in the newest wording, most conversations first; asking twice in one conversation counts once', async () => {
    const first = await askedInVain(['急須のふただけ買えますか。', '急須のふただけ買えますか'], { minutesAgo: 90 });
    const second = await askedInVain(['「急須のふた」だけ、買えますか？'], { minutesAgo: 30 });
    await askedInVain(['お茶会はありますか'], { minutesAgo: 5 });
    await askedInVain(['???', ' ']);
    expect(await counts()).toEqual([
      ['「急須のふた」だけ、買えますか？', 2],
      ['お茶会はありますか', 1],
    ]);
    expect((await listed())[0]?.conversationIds.toSorted()).toEqual([first, second].toSorted());
  });

  test('are only those of conversations the viewer may see', async () => {
    await askedInVain(['見積書がほしい'], { inbox: wholesale });
    await askedInVain(['見積書がほしい']);
    const agents = await house.server({ workspaceId, inboxes: [shop] }, unansweredRoutes);
    expect(await counts()).toEqual([['見積書がほしい', 2]]);
    expect(await counts(agents)).toEqual([['見積書がほしい', 1]]);
    await ask(agents, contract.dismissUnanswered, { body: { question: '見積書がほしい' } });
    expect(await counts(agents)).toEqual([]);
    expect(await counts(), 'what one cannot see one cannot dismiss').toEqual([['見積書がほしい', 1]]);
  });

  test('are dismissed in any wording until they are asked again', async () => {
    await askedInVain(['お茶会は ありますか？']);
    expect((await ask(app, contract.dismissUnanswered, { body: { question: 'お茶会はありますか' } })).status).toBe(204);
    await ask(app, contract.dismissUnanswered, { body: { question: 'お茶会はありますか' } });
    expect(await counts()).toEqual([]);
    expect((await house.factsOf(workspaceId)).map(({ name, data }) => [name, data])).toEqual([['question.dismissed', { steps: 1 }]]);
    await askedInVain(['お茶会はありますか']);
    expect(await counts()).toEqual([['お茶会はありますか', 1]]);
  });

  test('become one draft, whoever starts it', async () => {
    await askedInVain(['急須のふただけ\n買えますか']);
    const start = (question: string) => ask(app, contract.draftFromUnanswered, { body: { question } });
    const drafts = await Promise.all(['急須のふただけ\n買えますか', '急須のふただけ買えますか？', '急須のふただけ買えますか'].map(start));
    expect(new Set(drafts.map(({ body }) => body.id)).size).toBe(1);
    expect(drafts[0]).toMatchObject({ status: 201, body: { status: 'draft', answer: '', locale: 'ja', version: 1 } });
    expect((await start('Do you hold tea parties?')).body).toMatchObject({ question: 'Do you hold tea parties?', locale: 'en' });
    expect((await house.factsOf(workspaceId)).map(({ name, data }) => [name, data.from])).toEqual([
      ['article.created', 'unanswered'],
      ['article.created', 'unanswered'],
    ]);
  });

  test('leave the list when their article is published, and return when that did not help', async () => {
    await askedInVain(['お茶会はありますか？']);
    const { body: draft } = await ask(app, contract.draftFromUnanswered, { body: { question: 'お茶会はありますか？' } });
    expect(await counts()).toHaveLength(1);
    const ctx = house.ctx(workspaceId);
    await saveArticle(ctx, draft.id, { ...draft, answer: '春と秋に催します。' });
    await setArticleStatus(ctx, draft.id, 'published');
    expect(await counts()).toEqual([]);
    await askedInVain(['お茶会はありますか'], { minutesAgo: -1 });
    expect(await counts()).toEqual([['お茶会はありますか', 1]]);
  });

  test('may be as long as a letter', async () => {
    const letter = `${'拝啓 '.repeat(3000)}敬具`;
    await askedInVain([letter]);
    const [{ question } = { question: '' }] = await listed();
    expect(question).toBe(letter.slice(0, 1000));
    expect((await ask(app, contract.draftFromUnanswered, { body: { question } })).body.question).toHaveLength(500);
    await ask(app, contract.dismissUnanswered, { body: { question } });
    expect(await listed()).toEqual([]);
  });

  test('need words', async () => {
    expect(await ask(app, contract.draftFromUnanswered, { body: { question: '？？？' } })).toMatchObject({
      status: 422,
      body: { code: 'question.without_words' },
    });
  });
});
