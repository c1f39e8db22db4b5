import type { RoleBody } from '@madoguchi/contract/roles.ts';
import { expect, test } from 'vitest';
import { addCompany, addVisitor, asAgent } from '../../../test/company.ts';
import { openWindow } from '../../../test/sockets.ts';
import { call, web } from '../../../test/web.ts';
import { orderAt } from '../../commerce/commerce.testkit.ts';
import { systemActor } from '../../platform/actor.ts';
import { makeCtx } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { newId } from '../../platform/ids/ids.ts';

const product = await web();
const server = await product.http.listen({ port: 0, host: '127.0.0.1' });
const shop = await addCompany(product, 'shop.example');
const owner = asAgent(shop.cookies.owner);
const agent = asAgent(shop.cookies.agent);
const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: object, headers = owner) =>
  call(product, method, url, { headers, ...(body ? { body } : {}) });

const partTime: RoleBody = {
  name: 'パート',
  base: 'agent',
  permissions: ['agent.read', 'workspace.read', 'conversation.read', 'conversation.reply', 'conversation.assign', 'customer.read'],
  sees: 'own_team',
  unassigned: false,
};
const add = async (change: Partial<RoleBody> = {}) => (await ask('POST', '/api/roles', { ...partTime, ...change })).body.id as string;
const give = (roleId: string) => ask('PATCH', `/api/agents/${shop.ids.agent}`, { roleId });
const back = () => ask('PATCH', `/api/agents/${shop.ids.agent}`, { role: 'agent' });

/** A conversation that somebody has. */
async function conversationOf(agentId: string | null, teamId: string | null = null): Promise<string> {
  const visitor = await addVisitor(product, shop.chatKey);
  const { body } = await visitor.say('人と話したいです');
  const id = body.conversation.id as string;
  await ask('PUT', `/api/conversations/${id}/assignment`, { agentId, teamId });
  return id;
}
const statusOf = async (id: string) => (await ask('GET', `/api/conversations/${id}`, undefined, agent)).status;

test('a role is made, given, and felt at once by who is signed in', async () => {
  const id = await add({ name: '受付' });
  expect((await ask('POST', '/api/roles', { ...partTime, name: '受付' })).body.code).toBe('role.name_taken');
  expect((await ask('GET', '/api/me', undefined, agent)).body.permissions).toContain('conversation.status');

  const given = await give(id);
  expect(given.body).toMatchObject({ role: 'agent', customRole: { id, name: '受付' } });
  const me = await ask('GET', '/api/me', undefined, agent);
  expect([...me.body.permissions].sort()).toEqual([...partTime.permissions].sort());
  const talk = await conversationOf(shop.ids.agent);
  expect((await ask('PUT', `/api/conversations/${talk}/status`, { status: 'resolved' }, agent)).body.code).toBe('forbidden');

  await ask('PUT', `/api/roles/${id}`, { ...partTime, name: '受付', permissions: [...partTime.permissions, 'conversation.status'] });
  expect((await ask('PUT', `/api/conversations/${talk}/status`, { status: 'resolved' }, agent)).status).toBe(200);
  expect((await back()).body).not.toHaveProperty('customRole');
});

test('a role that somebody has goes only with another one in its place', async () => {
  const [gone, other] = [await add({ name: '去る役割' }), await add({ name: '残る役割' })];
  await give(gone);
  expect((await ask('DELETE', `/api/roles/${gone}`)).body).toMatchObject({ code: 'role.in_use', agents: 1 });
  expect((await ask('DELETE', `/api/roles/${gone}?replaceBy=${other}`)).status).toBe(204);
  const { items } = (await ask('GET', '/api/agents')).body;
  expect(items.find((one: { id: string }) => one.id === shop.ids.agent).customRole).toEqual({ id: other, name: '残る役割' });
  expect((await ask('DELETE', `/api/roles/${other}?replaceBy=agent`)).status).toBe(204);
  const audit = (await ask('GET', '/api/audit?limit=50')).body.items as { name: string; kind: string }[];
  expect(audit.filter(({ name }) => name === 'role.removed').map(({ kind }) => kind)).toEqual(['rights', 'rights']);
});

test('what reaches everybody the company knows needs the sight of everybody', async () => {
  const wish = { ...partTime, name: '消す人', permissions: [...partTime.permissions, 'customer.erase'] };
  expect((await ask('POST', '/api/roles', wish)).body.code).toBe('role.needs_sight');
  expect((await ask('POST', '/api/roles', { ...wish, sees: 'inboxes' })).status).toBe(201);
});

test('who gives a conversation away is answered, and from then on it is out of sight; the way back brings it back', async () => {
  const id = await add({ name: '夜勤', sees: 'own', permissions: [...partTime.permissions, 'conversation.status'] });
  await give(id);
  const talk = await conversationOf(shop.ids.agent);
  const strange = await conversationOf(shop.ids.supervisor);
  const window = await openWindow(server, shop.cookies.agent);

  const answer = await ask('PUT', `/api/conversations/${talk}/assignment`, { agentId: shop.ids.admin, teamId: null }, agent);
  expect(answer.status).toBe(200);
  expect(answer.body.assignee.agent.id).toBe(shop.ids.admin);
  expect(await statusOf(talk)).toBe(404);
  expect(await window.next('lost')).toMatchObject({ conversationId: talk });

  await ask('PUT', `/api/conversations/${talk}/assignment`, { agentId: shop.ids.agent, teamId: null });
  const frame = await window.next('fact', ({ fact, conversation }) => fact.name === 'conversation.assigned' && conversation?.id === talk);
  expect(frame.conversation?.assignee.agent?.id).toBe(shop.ids.agent);
  expect(await statusOf(talk)).toBe(200);
  expect(JSON.stringify(window.heard)).not.toContain(strange);

  const bulk = await ask(
    'POST',
    '/api/conversations/bulk',
    { ids: [talk], action: { kind: 'assign', agentId: shop.ids.admin, teamId: null } },
    agent,
  );
  expect(bulk.body.outcomes).toMatchObject([{ id: talk, outcome: 'done' }]);
  expect(await statusOf(talk)).toBe(404);
  await ask('POST', `/api/bulk-actions/${bulk.body.bulkId}/undo`, undefined, agent);
  expect(await statusOf(talk)).toBe(200);
  window.close();
  await back();
});

test('an open window is told to look anew when what its agent sees has changed', async () => {
  const id = await add({ name: '見習い', sees: 'own' });
  const talk = await conversationOf(null);
  const window = await openWindow(server, shop.cookies.agent);
  await give(id);
  expect(await window.next('ready', ({ refetch }) => refetch)).toBeTruthy();
  expect(await statusOf(talk)).toBe(404);
  await ask('PUT', `/api/roles/${id}`, { ...partTime, name: '見習い', sees: 'own', unassigned: true });
  expect(await statusOf(talk)).toBe(200);
  window.close();
  await back();
});

test('whom a conversation is offered to may look at it', async () => {
  const id = await add({ name: '待機', sees: 'own' });
  await give(id);
  const talk = await conversationOf(null);
  expect(await statusOf(talk)).toBe(404);
  await product.platform.db.as(shop.ctx.viewer, (tx) =>
    tx
      .insertInto('offers')
      .values({
        workspace_id: shop.workspaceId,
        id: 'ofr_00000000000000000000000001',
        conversation_id: talk,
        inbox_id: shop.chatInboxId,
        queue_id: 'que_00000000000000000000000001',
        agent_id: shop.ids.agent,
        round: 1,
        why: '[]',
        made_at: new Date(),
        expires_at: new Date(Date.now() + 60_000),
        ended_at: null,
        outcome: null,
      })
      .execute(),
  );
  expect(await statusOf(talk)).toBe(200);
  await back();
});

test('orders and contracts are seen by whoever sees the people who proved to be their buyers; one box and bulk ask for each right', async () => {
  const system = makeCtx(product.platform, systemViewer(shop.workspaceId), systemActor);
  const talks = [await conversationOf(shop.ids.agent), await conversationOf(shop.ids.supervisor)];
  for (const [n, talk] of talks.entries()) {
    const { body } = await ask('GET', `/api/conversations/${talk}`);
    const email = `buyer-${n}@mail.example`;
    await system.transaction((tx) =>
      tx
        .insertInto('identities')
        .values({
          workspace_id: shop.workspaceId,
          id: newId('idn'),
          customer_id: body.conversation.customer.id,
          kind: 'email',
          value: email,
          verified_at: new Date(),
          source: 'test',
        })
        .execute(),
    );
    const customer = { externalId: '', name: '', email, phone: '' };
    const order = orderAt(1, { number: `HZ-7700${n}`, customer });
    expect((await ask('PUT', `/api/commerce/orders/ec/${n}`, order)).status).toBe(200);
  }
  const numbers = (items: { number: string }[]) => items.map(({ number }) => number).sort();
  const listed = async (headers: typeof owner) => numbers((await ask('GET', '/api/commerce/orders', undefined, headers)).body.items);
  const found = async (kinds: string) => (await ask('GET', `/api/search?q=HZ-7700&kinds=${kinds}`, undefined, agent)).body;
  expect(await listed(owner)).toEqual(['HZ-77000', 'HZ-77001']);

  const roleId = await add({
    name: '自分の分だけ',
    sees: 'own',
    permissions: ['conversation.read', 'conversation.status', 'customer.read'],
  });
  await give(roleId);
  expect(await listed(agent)).toEqual(['HZ-77000']);
  expect((await found('orders')).orders.items).toHaveLength(1);
  const { items } = (await ask('GET', '/api/commerce/orders')).body;
  const theirs = items.find(({ number }: { number: string }) => number === 'HZ-77001').id;
  expect((await ask('GET', `/api/commerce/orders/${theirs}`, undefined, agent)).status).toBe(404);

  const many = { ids: [talks[0]], action: { kind: 'assign', agentId: null, teamId: null } };
  expect((await ask('POST', '/api/conversations/bulk', many, agent)).body.code).toBe('forbidden');

  await ask('PUT', `/api/roles/${roleId}`, { ...partTime, name: '自分の分だけ', sees: 'own', permissions: ['conversation.read'] });
  expect(await found('orders,customers,articles')).toMatchObject({ orders: null, customers: null, articles: null });
  await back();
});
