import type { Role } from '@madoguchi/contract/agents.ts';
import { permissionGroups } from '@madoguchi/contract/roles.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { permissions, permissionsOf } from './src/agents/agents.permissions.ts';
import { nobody } from './src/platform/ctx.ts';
import { makeHttpServer } from './src/platform/http/server.ts';
import { makeLog } from './src/platform/log/log.ts';
import { addCompany, addVisitor, asAgent, asKey, password, signIn } from './test/company.ts';
import { nowhere } from './test/every-route/world.ts';
import { inputFor } from './test/every-route.ts';
import { call, web } from './test/web.ts';

const product = await web();
const shop = await addCompany(product, 'shop.example');
const visitor = await addVisitor(product, shop.chatKey);
const world = nowhere({ chatKey: shop.chatKey, formKey: shop.formKey, email: 'agent@shop.example' });

const { routeTable } = product;
const named = (routes: typeof routeTable) => routes.map((route) => [`${route.method} ${route.path}`, route] as const);
const guarded = routeTable.filter(({ permit }) => permit !== 'public' && permit !== 'visitor');
const forVisitors = routeTable.filter(({ permit }) => permit === 'visitor');
const open = routeTable.filter(({ permit }) => permit === 'public');
const unsafe = guarded.filter(({ method }) => method !== 'GET');

type Route = (typeof routeTable)[number];

/** Asks a route in somebody's name; who signs out does it with a session nobody else needs. */
async function ask(route: Route, headers: Record<string, string>) {
  const input = inputFor(route, world);
  const response = await product.http.inject({
    ...input,
    method: input.method as 'GET',
    headers: { ...input.headers, ...headers },
  });
  const code = String(response.headers['content-type']).includes('problem+json') ? response.json().code : null;
  return { status: response.statusCode, code, said: `${response.statusCode} ${code ?? ''}`.trim() };
}

const roles: Role[] = ['agent', 'supervisor', 'admin', 'owner'];
/** A session that no other question uses up: one of them signs out. */
const asRole = async (role: Role, route: Route) =>
  asAgent(route.path === '/api/sign-out' ? await signIn(product, `${role}@shop.example`) : shop.cookies[role]);
/** Where a person is meant (my name, my sessions), a program is not. */
const allows = (role: Role, { permit }: Route) => permit === 'signed_in' || permissionsOf(role).has(permit as 'conversation.read');

describe('the route table', () => {
  test('is not empty, and says of every route who may call it in a word that exists', () => {
    expect(guarded.length).toBeGreaterThan(40);
    const known: string[] = ['public', 'visitor', 'signed_in', ...permissions];
    expect(routeTable.filter(({ permit }) => !known.includes(permit))).toEqual([]);
  });

  test('leaves no permission without a route', () => {
    const used = new Set(routeTable.map(({ permit }) => permit));
    // A rule may name others who approve its replies: reply.approve is asked where it is decided, not at the route.
    expect(permissions.filter((permission) => !used.has(permission))).toEqual(['reply.approve']);
  });

  test('lets nobody change anything by a right to read, but a read mark and what keeps nothing at all', () => {
    const changing = unsafe.filter(({ permit }) => permit.endsWith('.read')).map(({ method, path }) => `${method} ${path}`);
    expect(changing.sort()).toEqual([
      'POST /api/bot/try',
      'POST /api/calendars/preview',
      'POST /api/promises/examples',
      'POST /api/reply-checks/try',
      'PUT /api/conversations/:id/seen',
      'PUT /api/side-conversations/:id/seen',
      'PUT /api/whispers/:id/outcome',
    ]);
  });

  test('cannot get a route that does not say who may call it: the server refuses to start', async () => {
    const make = () => makeHttpServer({ log: makeLog('silent'), authorize: async () => nobody(product.platform) });
    const direct = await make();
    expect(() => direct.app.get('/api/secrets', async () => 'everything')).toThrow('GET /api/secrets names no permit');
    const inside = await make();
    inside.app.register(async (room) => void room.post('/api/secrets', async () => 'everything'));
    await expect(inside.app.ready()).rejects.toThrow('POST /api/secrets names no permit');
  });
});

describe('nobody', () => {
  test.each(named(guarded))('%s → 401', async (_name, route) => {
    expect((await ask(route, {})).said).toBe('401 not_signed_in');
  });
});

describe.each(roles)('an agent with role %s', (role) => {
  test.each(named(guarded))('%s', async (_name, route) => {
    const { status, code, said } = await ask(route, await asRole(role, route));
    if (allows(role, route)) {
      expect([400, 401, 403]).not.toContain(status);
      expect(status, said).toBeLessThan(500);
    } else expect([status, code]).toEqual([403, 'forbidden']);
  });
});

/** Two people whose roles are made anew for each permission: one may that alone, the other all that can be given but that. */
const offered: string[] = Object.values(permissionGroups).flat();
const rest = { base: 'agent', sees: 'inboxes', unassigned: false };
async function person(name: string) {
  const email = `${name}@shop.example`;
  const headers = asAgent(shop.cookies.owner);
  const role = await call(product, 'POST', '/api/roles', { headers, body: { ...rest, name, permissions: ['agent.read'] } });
  const body = { name, email, password, role: 'agent', roleId: role.body.id };
  await call(product, 'POST', '/api/agents', { headers, body });
  const cookie = await signIn(product, email);
  const may = (permissions: readonly string[]) =>
    call(product, 'PUT', `/api/roles/${role.body.id}`, { headers, body: { ...rest, name, permissions } });
  return { headers: asAgent(cookie), may };
}
const [alone, without] = [await person('alone'), await person('without')];

describe.each(permissions.filter((one) => guarded.some(({ permit }) => permit === one)))('a role made of %s', (permission) => {
  const its = guarded.filter(({ permit }) => permit === permission);
  const isOffered = offered.includes(permission);
  beforeAll(async () => {
    await alone.may(isOffered ? [permission] : offered);
    await without.may(offered.filter((one) => one !== permission));
  });

  test.each(named(its))('%s is open with it alone, and closed with everything but it', async (_name, route) => {
    expect((await ask(route, without.headers)).said).toBe('403 forbidden');
    const { status, said } = await ask(route, alone.headers);
    if (!isOffered) expect(said).toBe('403 forbidden');
    else {
      expect([400, 401, 403], said).not.toContain(status);
      expect(status, said).toBeLessThan(500);
    }
  });
});

describe('an API key with role agent', () => {
  test.each(named(guarded))('%s', async (_name, route) => {
    const { status, code, said } = await ask(route, asKey(shop.apiKey.secret));
    const socket = route.path === '/api/live';
    if (!socket && (route.permit === 'signed_in' || !allows('agent', route))) expect([status, code]).toEqual([403, 'forbidden']);
    else {
      expect([400, 401, 403]).not.toContain(status);
      expect(status, said).toBeLessThan(500);
    }
  });
});

describe('what visitors may call', () => {
  test.each(named(forVisitors))('%s: a visitor, and neither nobody nor an agent nor a key', async (_name, route) => {
    expect((await ask(route, visitor.headers)).status).toBeLessThan(300);
    for (const headers of [{}, asAgent(shop.cookies.owner), asKey(shop.apiKey.secret)])
      expect((await ask(route, headers)).said).toBe('401 visitor.token_invalid');
  });

  test.each(named(guarded))('%s is not for visitors', async (_name, route) => {
    expect((await ask(route, visitor.headers)).said).toBe('401 not_signed_in');
  });
});

describe('what everybody may call', () => {
  test.each(named(open))('%s', async (_name, route) => {
    const { status, said } = await ask(route, { host: 'desk.example' });
    expect([401, 403], said).not.toContain(status);
    expect(status, said).not.toBe(500);
  });
});

describe('another site in the browser of the owner', () => {
  test.each(named(unsafe))('%s → 403', async (_name, route) => {
    const cookie = shop.cookies.owner;
    const pages: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://desk.example', 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      {},
    ];
    for (const from of pages) expect((await ask(route, { host: 'desk.example', cookie, ...from })).said).toBe('403 origin.refused');
  });
});
