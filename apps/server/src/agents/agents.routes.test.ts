import type { Role } from '@madoguchi/contract/agents.ts';
import { sql } from 'kysely';
import { describe, expect, test, vi } from 'vitest';
import { cookieOf, openDesk, password } from '../../test/desk.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Refusal } from '../platform/http/refusal.ts';
import { insertAgent } from './agents.commands.ts';

const desk = await openDesk();
const { call, signIn } = desk;
const shop = await desk.addCompany('shop.example');
const rival = await desk.addCompany('rival.example');
const owner = { cookie: shop.cookies.owner };
const admin = { cookie: shop.cookies.admin };

const code = async (answer: ReturnType<typeof call>) => {
  const { statusCode, body } = await answer;
  return statusCode < 300 ? statusCode : `${statusCode} ${JSON.parse(body).code}`;
};
let made = 0;
async function addAgent(role: Role, by = owner): Promise<{ id: string; email: string; cookie: string }> {
  made += 1;
  const email = `new${made}@shop.example`;
  const answer = await call('POST', '/api/agents', { ...by, body: { name: `新人 ${made}`, email, role, password } });
  return { id: answer.json().id, email, cookie: cookieOf(await signIn(email)) };
}

describe('agents', () => {
  test('are listed for every colleague, with nothing secret', async () => {
    const { items } = (await call('GET', '/api/agents', { cookie: shop.cookies.agent })).json();
    expect(items.map(({ role }: { role: string }) => role)).toEqual(['owner', 'admin', 'supervisor', 'agent']);
    expect(Object.keys(items[0]).sort()).toEqual(['active', 'email', 'id', 'locale', 'name', 'online', 'role']);
  });

  test('are added with a first password by which they sign in', async () => {
    const { email, cookie } = await addAgent('agent', admin);
    expect((await call('GET', '/api/me', { cookie })).json().agent).toMatchObject({ email, role: 'agent', active: true, locale: 'ja' });
  });

  test('have an e-mail of their own, in the whole installation, however it is written', async () => {
    const add = (email: string) => call('POST', '/api/agents', { ...admin, body: { name: 'x', email, role: 'agent', password } });
    expect(await code(add('AGENT@shop.example'))).toBe('409 agent.email_taken');
    expect(await code(add('agent@rival.example'))).toBe('409 agent.email_taken');
  });

  test('cannot both take a free e-mail at the same moment', async () => {
    const { platform, accounts } = desk;
    const wish = { name: '双子', email: 'twin@shop.example', role: 'agent', locale: 'ja' } as const;
    const hash = await accounts.hash(password);
    // Connections that are open already let all three look at the same moment.
    await Promise.all(
      Array.from({ length: 4 }, () =>
        Promise.all([accounts.byEmail(wish.email), platform.db.directory((tx) => sql`select 1`.execute(tx))]),
      ),
    );
    const add = (ctx: Ctx) =>
      ctx.transaction((tx) => insertAgent(ctx, tx, { platform, accounts }, wish, hash)).catch((error: Refusal) => error.code);
    const both = await Promise.all([add(shop.ctx), add(rival.ctx), add(shop.ctx)]);
    expect(both.filter((one) => one === 'agent.email_taken')).toHaveLength(2);
    expect(both.find((one) => typeof one === 'object')).toMatchObject({ agentId: expect.stringMatching(/^agt_/) });
  });

  test('get the rights of a new role at once, and lose those of the old', async () => {
    const { id, cookie } = await addAgent('agent');
    const write = () =>
      code(call('POST', '/api/canned-responses', { cookie, body: { shortcut: 'a', title: 'a', text: 'a', locale: 'ja' } }));
    expect(await write()).toBe('403 forbidden');
    await call('PATCH', `/api/agents/${id}`, { ...admin, body: { role: 'supervisor' } });
    expect(await write()).toBe(201);
    await call('PATCH', `/api/agents/${id}`, { ...admin, body: { role: 'agent' } });
    expect(await write()).toBe('403 forbidden');
  });

  test('who leave are signed out at once and cannot sign in, until they come back', async () => {
    const { id, email, cookie } = await addAgent('agent');
    const heard = vi.fn();
    const stop = desk.access.onChange(heard);
    expect((await call('PATCH', `/api/agents/${id}`, { ...admin, body: { active: false } })).json()).toMatchObject({ active: false });
    stop();
    expect(heard).toHaveBeenCalledWith({ workspaceId: shop.workspaceId, agentId: id, sessionId: null });
    expect(await code(call('GET', '/api/me', { cookie }))).toBe('401 not_signed_in');
    expect(await code(signIn(email))).toBe('401 sign_in.wrong');
    await call('PATCH', `/api/agents/${id}`, { ...admin, body: { active: true } });
    expect(await code(call('GET', '/api/me', { cookie }))).toBe('401 not_signed_in');
    expect(await code(signIn(email))).toBe(200);
  });

  test('who forgot their password get a new one, and every session of theirs ends', async () => {
    const { id, email, cookie } = await addAgent('agent');
    expect(await code(call('PATCH', `/api/agents/${id}`, { ...admin, body: { password: 'atarashii-ocha' } }))).toBe(200);
    expect(await code(call('GET', '/api/me', { cookie }))).toBe('401 not_signed_in');
    expect(await code(signIn(email))).toBe('401 sign_in.wrong');
    expect(await code(signIn(email, 'atarashii-ocha'))).toBe(200);
  });

  test('leave facts that tell what changed, and none when nothing did', async () => {
    const { id } = await addAgent('agent');
    const before = (await desk.factsOf(shop.ctx)).length;
    for (const body of [{ name: '鈴木 健太', role: 'supervisor' }, { role: 'supervisor' }, { active: false }, { active: false }]) {
      await call('PATCH', `/api/agents/${id}`, { ...owner, body });
    }
    expect((await desk.factsOf(shop.ctx)).slice(before).map(({ name, data }) => [name, data])).toEqual([
      ['agent.updated', { agentId: id, changed: ['name', 'role'], role: 'supervisor' }],
      ['agent.deactivated', { agentId: id }],
    ]);
  });
});

describe('owners', () => {
  test('are made and changed by owners only', async () => {
    const second = await addAgent('owner');
    const change = (body: object) => code(call('PATCH', `/api/agents/${second.id}`, { ...admin, body }));
    expect(
      await code(call('POST', '/api/agents', { ...admin, body: { name: 'x', email: 'x@shop.example', role: 'owner', password } })),
    ).toBe('403 forbidden');
    expect(await code(call('PATCH', `/api/agents/${shop.ids.admin}`, { ...admin, body: { role: 'owner' } }))).toBe('403 forbidden');
    expect([await change({ role: 'agent' }), await change({ active: false }), await change({ password: 'atarashii-ocha' })]).toEqual([
      '403 forbidden',
      '403 forbidden',
      '403 forbidden',
    ]);
    expect(await code(call('PATCH', `/api/agents/${second.id}`, { ...owner, body: { role: 'agent' } }))).toBe(200);
  });

  test('never run out: the last one can neither step down nor leave', async () => {
    const change = (body: object) => code(call('PATCH', `/api/agents/${shop.ids.owner}`, { ...owner, body }));
    expect(await change({ role: 'admin' })).toBe('409 agent.last_owner');
    expect(await change({ active: false })).toBe('409 agent.last_owner');
  });

  test('two of them cannot step down at the same moment', async () => {
    const second = await addAgent('owner');
    const stepDown = (id: string, cookie: string) => code(call('PATCH', `/api/agents/${id}`, { cookie, body: { role: 'admin' } }));
    const both = await Promise.all([stepDown(shop.ids.owner, shop.cookies.owner), stepDown(second.id, second.cookie)]);
    expect(both.sort()).toEqual([200, '409 agent.last_owner'].sort());
    const stays = both[0] === 200 ? second : { id: shop.ids.owner, cookie: shop.cookies.owner };
    await call('PATCH', `/api/agents/${shop.ids.owner}`, { cookie: stays.cookie, body: { role: 'owner' } });
  });
});

describe('teams', () => {
  const add = (body: object) => call('POST', '/api/teams', { ...admin, body });

  test('have a name and members', async () => {
    const team = (await add({ name: '受注・配送', memberIds: [shop.ids.agent, shop.ids.agent] })).json();
    expect(team.memberIds).toEqual([shop.ids.agent]);
    const members = [shop.ids.agent, shop.ids.supervisor].sort();
    const renamed = await call('PATCH', `/api/teams/${team.id}`, { ...admin, body: { name: '受注', memberIds: members } });
    expect(renamed.json()).toEqual({ id: team.id, name: '受注', memberIds: members });
    expect((await call('GET', '/api/teams', { cookie: shop.cookies.agent })).json().items).toContainEqual(renamed.json());
  });

  test('decide which inboxes an agent sees, from the moment they change', async () => {
    const { id, cookie } = await addAgent('agent');
    const seen = async () => (await call('GET', '/api/inboxes', { cookie })).json().items.map((inbox: { id: string }) => inbox.id);
    const setTeams = (teamIds: string[]) => call('PATCH', `/api/inboxes/${shop.formInboxId}`, { ...admin, body: { teamIds } });
    const team = (await add({ name: '商品・返品', memberIds: [] })).json();
    expect((await seen()).sort()).toEqual([shop.chatInboxId, shop.formInboxId].sort());

    await setTeams([team.id]);
    const facts = await shop.ctx.transaction((tx) => tx.selectFrom('events').selectAll().orderBy('position', 'desc').limit(1).execute());
    desk.access.noteFacts(facts);
    expect(await seen()).toEqual([shop.chatInboxId]);
    await call('PATCH', `/api/teams/${team.id}`, { ...admin, body: { memberIds: [id] } });
    expect((await seen()).sort()).toEqual([shop.chatInboxId, shop.formInboxId].sort());
    await call('PATCH', `/api/teams/${team.id}`, { ...admin, body: { memberIds: [] } });
    expect(await seen()).toEqual([shop.chatInboxId]);
    expect((await call('GET', '/api/inboxes', admin)).json().items).toHaveLength(2);
    await setTeams([]);
  });
});

describe('API keys', () => {
  const make = (role: string, by = admin) => call('POST', '/api/api-keys', { ...by, body: { name: '基幹システム', role } });

  test('work with the rights of their role, without a cookie or an origin', async () => {
    const made = (await make('admin')).json();
    expect(made.secret).toMatch(/^mdg_[\w-]{43}$/);
    expect(made.hint).toBe(`mdg_…${made.secret.slice(-4)}`);
    const key = made.secret;
    expect(await code(call('GET', '/api/agents', { key }))).toBe(200);
    expect(await code(call('POST', '/api/teams', { key, body: { name: 'API', memberIds: [] } }))).toBe(201);
    expect((await desk.factsOf(shop.ctx)).at(-1)).toMatchObject({ name: 'team.created', actor_kind: 'api', actor_id: made.id });
    const low = (await make('agent')).json().secret;
    expect(await code(call('GET', '/api/agents', { key: low }))).toBe(200);
    expect(await code(call('POST', '/api/teams', { key: low, body: { name: 'x', memberIds: [] } }))).toBe('403 forbidden');
  });

  test('are nobody: they have no profile, no sessions and no password', async () => {
    const key = (await make('admin')).json().secret;
    for (const [method, url, body] of [
      ['GET', '/api/me', undefined],
      ['PATCH', '/api/me', { name: 'x' }],
      ['GET', '/api/sessions', undefined],
      ['POST', '/api/sign-out', undefined],
      ['PUT', '/api/me/password', { current: 'x', password: 'atarashii-ocha' }],
    ] as const) {
      expect(await code(call(method, url, { key, ...(body ? { body } : {}) }))).toBe('403 forbidden');
    }
  });

  test('never stand for an owner, and make none', async () => {
    expect((await make('owner', owner)).statusCode).toBe(400);
    const key = (await make('admin', owner)).json().secret;
    expect(await code(call('POST', '/api/agents', { key, body: { name: 'x', email: 'y@shop.example', role: 'owner', password } }))).toBe(
      '403 forbidden',
    );
  });

  test('that are revoked stop at once', async () => {
    const { id, secret: key } = (await make('agent')).json();
    expect(await code(call('GET', '/api/agents', { key }))).toBe(200);
    expect(await code(call('DELETE', `/api/api-keys/${id}`, admin))).toBe(204);
    expect(await code(call('GET', '/api/agents', { key }))).toBe('401 not_signed_in');
    expect(await code(call('DELETE', `/api/api-keys/${id}`, admin))).toBe(204);
    const { items } = (await call('GET', '/api/api-keys', admin)).json();
    expect(items.some((item: { id: string }) => item.id === id)).toBe(false);
  });

  test('show when they were last used, and their secret never again', async () => {
    const { id, secret: key } = (await make('agent')).json();
    const find = async () => (await call('GET', '/api/api-keys', admin)).json().items.find((item: { id: string }) => item.id === id);
    expect((await find()).lastUsedAt).toBeNull();
    await call('GET', '/api/agents', { key });
    expect(Date.now() - Date.parse((await find()).lastUsedAt)).toBeLessThan(60_000);
    expect(JSON.stringify([await find(), await desk.factsOf(shop.ctx)])).not.toContain(key);
    const stored = await shop.ctx.transaction((tx) => tx.selectFrom('api_keys').selectAll().execute());
    expect(JSON.stringify(stored)).not.toContain(key.slice(4));
  });
});

describe('another workspace', () => {
  test('its ids are nobody’s here', async () => {
    const team = (await call('POST', '/api/teams', { cookie: rival.cookies.admin, body: { name: '他社', memberIds: [] } })).json();
    const key = (await call('POST', '/api/api-keys', { cookie: rival.cookies.admin, body: { name: '他社', role: 'agent' } })).json();
    const own = (await call('POST', '/api/teams', { ...admin, body: { name: '自社', memberIds: [] } })).json();
    const tries = [
      call('PATCH', `/api/agents/${rival.ids.agent}`, { ...owner, body: { name: 'x' } }),
      call('PATCH', `/api/teams/${team.id}`, { ...owner, body: { name: 'x' } }),
      call('PATCH', `/api/teams/${own.id}`, { ...owner, body: { memberIds: [rival.ids.agent] } }),
      call('POST', '/api/teams', { ...owner, body: { name: 'x', memberIds: [rival.ids.agent] } }),
      call('PATCH', `/api/inboxes/${shop.chatInboxId}`, { ...owner, body: { teamIds: [team.id] } }),
      call('DELETE', `/api/api-keys/${key.id}`, owner),
    ];
    for (const answer of tries) expect(await code(answer)).toBe('404 not_found');
    expect(
      (await call('GET', '/api/agents', { cookie: rival.cookies.agent })).json().items.map(({ name }: { name: string }) => name),
    ).not.toContain('x');
    expect(await code(call('GET', '/api/agents', { key: key.secret }))).toBe(200);
    expect((await call('GET', '/api/teams', { cookie: rival.cookies.agent })).json().items).toEqual([
      { id: team.id, name: '他社', memberIds: [] },
    ]);
  });
});
