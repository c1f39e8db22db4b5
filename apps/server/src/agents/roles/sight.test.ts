import { permissionGroups, wholeSightPermissions } from '@madoguchi/contract/roles.ts';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { asAgent } from '../../../test/company.ts';
import { openWindow } from '../../../test/sockets.ts';
import { call, web } from '../../../test/web.ts';
import { lockConversation } from '../../conversations/commands/lock.ts';
import { setTagsLocked } from '../../conversations/commands/manage.ts';
import { systemActor } from '../../platform/actor.ts';
import { makeCtx } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { makeLog } from '../../platform/log/log.ts';
import { sharedTokenizer } from '../../platform/text/tokenizer.ts';
import { indexConversations } from '../../search/keep/conversations.commands.ts';
import { indexCustomers } from '../../search/keep/customers.commands.ts';
import { indexMessages } from '../../search/keep/messages.commands.ts';
import { makeClauseReader } from '../../search/terms/clauses.ts';
import { createWorkspace } from '../../workspaces/workspaces.commands.ts';
import { openAccounts } from '../sign-in/accounts.ts';
import { createTeam } from '../teams.commands.ts';
import { accessOfAgent } from './rights.queries.ts';
import { companies, type Drawn, oracle, settle } from './sight.testkit.ts';

const product = await web();
const server = await product.http.listen({ port: 0, host: '127.0.0.1' });
const accounts = await openAccounts({ connection: product.connection, keys: product.keys, log: makeLog('silent') });
const client = new pg.Client(product.connection);
await client.connect();
afterAll(async () => {
  await client.end();
  await accounts.close();
});
const read = makeClauseReader(sharedTokenizer());
const hash = await accounts.hash('ocha-no-jikan');
const permissions = Object.values(permissionGroups)
  .flat()
  .filter((one) => !wholeSightPermissions.includes(one));
let people = 0;

/** A drawn company, with everybody signed in. */
async function companyOf(drawn: Drawn) {
  const { workspaceId } = await createWorkspace(product.platform, { name: '葉月茶寮', locale: 'ja' });
  const made = await Promise.all(
    drawn.agents.map(() => {
      people += 1;
      return accounts.create(`sight-${people}@shop.example`, '担当', hash);
    }),
  );
  const ids = await settle(client, workspaceId, drawn, permissions, made);
  const system = makeCtx(product.platform, systemViewer(workspaceId), systemActor);
  await indexMessages(system, read, ids.messages);
  await indexConversations(system, read, ids.talks);
  await indexCustomers(system, read, ids.customers);
  const cookies = await Promise.all(
    made.map(async (account) => `madoguchi_session=${(await accounts.begin(account, { ip: '::1', userAgent: 'test' })).token}`),
  );
  return { workspaceId, ids, system, cookies };
}

const numbersOf = (items: readonly { id: string }[], ids: readonly string[]) =>
  items.map(({ id }) => ids.indexOf(id)).sort((a, b) => a - b);

/** Everything that one agent is shown through every door, beside what they ought to be. */
async function lookThrough({ workspaceId, ids, system, cookies }: Awaited<ReturnType<typeof companyOf>>, drawn: Drawn, who: number) {
  const seen = oracle(drawn, who);
  const inside = [...seen].sort((a, b) => a - b);
  const headers = asAgent(cookies[who]!);
  const get = async (url: string) => {
    const answer = await call(product, 'GET', url, { headers });
    expect(answer.status, `${url} ${JSON.stringify(answer.body).slice(0, 200)}`).toBe(200);
    return answer.body;
  };
  const hasOnly = (text: unknown, door: string) => {
    const said = JSON.stringify(text);
    const outside = ids.talks.filter((id, n) => !seen.has(n) && (said.includes(id) || said.includes(`急須が割れた${n}"`)));
    expect(outside, `${door} shows what is out of sight`).toEqual([]);
  };

  // Lists, and the counts beside them.
  const views = ['new', 'mine', 'due', 'all', 'bot', 'waiting', 'resolved', 'snoozed', 'spam'];
  const counts = await get('/api/conversations/counts');
  for (const view of views) {
    const { items } = await get(`/api/conversations?view=${view}&limit=100`);
    hasOnly(items, `the list ${view}`);
    expect(counts[view], `the count of ${view}`).toBe(items.length);
    if (view === 'all') expect(numbersOf(items, ids.talks)).toEqual(inside);
  }
  // What is opened, and what is said in it.
  for (const [n, id] of ids.talks.entries()) {
    const { status } = await call(product, 'GET', `/api/conversations/${id}`, { headers });
    expect(status, `opening number ${n}`).toBe(seen.has(n) ? 200 : 404);
    const earlier = await call(product, 'GET', `/api/conversations/${id}/messages?before=99`, { headers });
    expect(earlier.status, `the messages of number ${n}`).toBe(seen.has(n) ? 200 : 404);
  }
  // The box that finds everything, and the one of the list.
  const found = await get(`/api/search?q=${encodeURIComponent('急須')}&limit=50`);
  const talks = (found.conversations?.items ?? []).map(({ conversation }: { conversation: { id: string } }) => conversation);
  expect(numbersOf(talks, ids.talks), 'the search').toEqual(inside);
  const listed = await get(`/api/conversations?view=all&limit=100&q=${encodeURIComponent('急須')}`);
  expect(numbersOf(listed.items, ids.talks), 'the search of a list').toEqual(inside);

  // Customers: whoever one of the conversations in sight is with.
  const narrowed = drawn.agents[who]!.sees !== 'inboxes';
  const known = new Set(drawn.talks.flatMap(({ customer }, n) => (!narrowed || seen.has(n) ? [customer] : [])));
  const everybody = narrowed ? [...known].sort((a, b) => a - b) : ids.customers.map((_, n) => n);
  const customers = await get('/api/customers?limit=100');
  expect(numbersOf(customers.items, ids.customers), 'the customers').toEqual(everybody);
  expect((await get('/api/customers/count')).count).toBe(everybody.length);
  const sought = await get(`/api/customers?limit=100&q=${encodeURIComponent('客')}`);
  expect(numbersOf(sought.items, ids.customers), 'the search among them').toEqual(everybody);
  const named = await get(`/api/search?q=${encodeURIComponent('客')}&kinds=customers&limit=50`);
  for (const { id } of named.customers?.items ?? []) expect(everybody).toContain(ids.customers.indexOf(id));
  const csv = await product.http.inject({ method: 'GET', url: '/api/customers/export.csv', headers });
  for (const [n] of ids.customers.entries()) expect(csv.body.includes(`客${n}`), `the CSV and customer ${n}`).toBe(everybody.includes(n));
  for (const [n, id] of ids.customers.entries()) {
    const { status } = await call(product, 'GET', `/api/customers/${id}`, { headers });
    expect(status, `customer ${n}`).toBe(everybody.includes(n) ? 200 : 404);
    if (status !== 200) continue;
    hasOnly(await get(`/api/customers/${id}/timeline?limit=100`), 'the timeline');
    const file = await call(product, 'GET', `/api/customers/${id}/export`, { headers });
    hasOnly(file.body, 'the file of a person');
    hasOnly((await get(`/api/conversations?view=all&limit=100&customerId=${id}`)).items, 'the list of a person');
  }

  // What is counted and told about them elsewhere.
  const board = await get('/api/board');
  const open = drawn.talks.filter(({ agent, turn }, n) => seen.has(n) && agent !== null && (turn === 'open' || turn === 'bot')).length;
  expect(board.totals.inProgress, 'the board').toBe(open);
  hasOnly(board, 'the board');
  hasOnly(await get('/api/board/conversations'), 'the list behind the board');
  const surveys = await get('/api/surveys?limit=100');
  expect(surveys.figures.asked, 'the figures of surveys').toBe(seen.size);
  hasOnly(surveys, 'the surveys');
  hasOnly(await get('/api/notifications'), 'the notifications');
  hasOnly(await get('/api/audit?limit=100'), 'the audit');
  const { items: tags } = await get('/api/tags');
  expect([...tags].sort(), 'the tags').toEqual(inside.map((n) => `札${n}`).sort());
  for (const [n, id] of ids.talks.entries()) {
    const alike = await call(product, 'GET', `/api/conversations/${id}/alike`, { headers });
    if (seen.has(n)) hasOnly(alike.body, 'the likenesses');
    else expect(alike.status).toBe(404);
  }

  // What is changed: many at once, and one into another.
  const bulk = await call(product, 'POST', '/api/conversations/bulk', {
    headers,
    body: { ids: ids.talks, action: { kind: 'tags', add: [], remove: ['ない札'] } },
  });
  const refused = bulk.body.outcomes
    .filter(({ outcome }: { outcome: string }) => outcome === 'refused')
    .map(({ id }: { id: string }) => ({ id }));
  expect(numbersOf(refused, ids.talks), 'many at once').toEqual(ids.talks.flatMap((_, n) => (seen.has(n) ? [] : [n])));
  const outside = ids.talks.find((_, n) => !seen.has(n));
  const mine = ids.talks.find((_, n) => seen.has(n));
  if (outside && mine) {
    const merge = await call(product, 'POST', `/api/conversations/${mine}/merges`, { headers, body: { conversationId: outside } });
    expect(merge.status, 'merging what is out of sight').toBeGreaterThanOrEqual(400);
  }

  // Every table there is, behind the same eyes.
  const agent = { id: ids.agents[who]!, role: 'agent', role_id: ids.roles[who]! };
  const { viewer } = await system.transaction((tx) => accessOfAgent(tx, workspaceId, agent));
  const { rows: tables } = await client.query<{ table_name: string }>(
    `select table_name from information_schema.columns where table_schema = 'public' and column_name = 'conversation_id' and table_name not like 'sign_in%'`,
  );
  await product.platform.db.as(viewer, async (tx) => {
    for (const { table_name } of tables) {
      const rows = await tx
        .selectFrom(table_name as 'messages')
        .select('conversation_id')
        .execute();
      const strangers = rows.filter(({ conversation_id: id }) => id && ids.talks.includes(id) && !seen.has(ids.talks.indexOf(id)));
      expect(strangers, `the table ${table_name}`).toEqual([]);
    }
  });
}

test('whoever looks, through whichever door: nothing out of sight, and nothing in sight is missing', async () => {
  await fc.assert(
    fc.asyncProperty(companies, async (drawn) => {
      const company = await companyOf(drawn);
      for (const who of drawn.agents.keys()) await lookThrough(company, drawn, who);
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 180_000);

test('live: every window hears of the conversations in its sight, and of no others', async () => {
  await fc.assert(
    fc.asyncProperty(companies, async (drawn) => {
      const { ids, system, cookies } = await companyOf(drawn);
      const windows = await Promise.all(cookies.map((cookie) => openWindow(server, cookie)));
      await system.transaction(async (tx) => {
        for (const id of ids.talks) await setTagsLocked(system, tx, await lockConversation(system, tx, id), ['動いた']);
      });
      await createTeam(system, { name: 'おわり', memberIds: [] });
      for (const [who, window] of windows.entries()) {
        // The log may lie still while other tests write: then once more.
        const ends = () => window.next('fact', ({ fact }) => fact.name === 'team.created');
        await ends().catch(ends).catch(ends);
        const told = window.all('fact').flatMap(({ conversation, fact }) => (fact.name === 'conversation.tagged' ? [conversation!] : []));
        expect(numbersOf(told, ids.talks), `window of agent ${who}`).toEqual([...oracle(drawn, who)].sort((a, b) => a - b));
        expect(window.all('lost')).toEqual([]);
        window.close();
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 180_000);
