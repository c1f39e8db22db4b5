import { describe, expect, test, vi } from 'vitest';
import { cookieOf, openDesk, password } from '../../../test/desk.ts';

const desk = await openDesk();
const { call, signIn } = desk;
const company = await desk.addCompany('shop.example');
const email = (role: string) => `${role}@shop.example`;

describe('signing in', () => {
  test('gives who I am and a cookie that no script and no other site can use', async () => {
    const response = await signIn(' Agent@Shop.Example ');
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({
      agent: { id: company.ids.agent, email: email('agent'), role: 'agent', active: true },
      workspace: { id: company.workspaceId, name: 'shop.example', undoSendSeconds: 10 },
    });
    expect(response.json().permissions).toContain('conversation.reply');
    expect(response.headers['set-cookie']).toMatch(/^madoguchi_session=\w{32}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('over https the cookie never travels without', async () => {
    const response = await signIn(email('agent'), password, { headers: { 'x-forwarded-proto': 'https' } });
    expect(response.headers['set-cookie']).toMatch(/; Secure;?/);
  });

  test('a wrong password, an unknown e-mail, nonsense and an agent who left read the same', async () => {
    const admin = company.cookies.admin;
    await call('POST', '/api/agents', { cookie: admin, body: { name: '去った人', email: 'left@shop.example', role: 'agent', password } });
    const { items } = (await call('GET', '/api/agents', { cookie: admin })).json();
    const left = items.find((agent: { email: string }) => agent.email === 'left@shop.example');
    await call('PATCH', `/api/agents/${left.id}`, { cookie: admin, body: { active: false } });
    const answers = [
      await signIn(email('agent'), 'not the password'),
      await signIn('nobody@shop.example'),
      await signIn('not an e-mail'),
      await signIn(email('agent'), ''),
      await signIn(email('agent'), 'x'.repeat(200)),
      await signIn('left@shop.example'),
    ];
    for (const answer of answers) {
      expect(answer.statusCode).toBe(401);
      expect(answer.body).toBe(answers[0]!.body);
      expect(answer.json().code).toBe('sign_in.wrong');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  test('an unknown e-mail costs as much work as a known one', async () => {
    const timed = async (address: string, from: string) => {
      const start = performance.now();
      await signIn(address, 'not the password', { from });
      return performance.now() - start;
    };
    const [knownTimes, unknownTimes]: [number[], number[]] = [[], []];
    const ratio = () => {
      const [known, unknown] = [Math.min(...knownTimes), Math.min(...unknownTimes)];
      return Math.max(known, unknown) / Math.min(known, unknown);
    };
    // scrypt takes tens of milliseconds, everything else a few: without it the ratio would be above five, however often one asks.
    for (let n = 0; n < 5 || (n < 30 && ratio() >= 2.5); n += 1) {
      knownTimes.push(await timed(email('owner'), `198.51.100.${n}`));
      unknownTimes.push(await timed('nobody@else.example', `198.51.100.${n}`));
    }
    expect(ratio()).toBeLessThan(2.5);
  });

  test('the page of another site cannot sign a browser in', async () => {
    const response = await signIn(email('agent'), password, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect([response.statusCode, response.json().code]).toEqual([403, 'origin.refused']);
  });

  test('ten wrong tries for one e-mail, then not even the right password; another network may try', async () => {
    const from = '203.0.113.10';
    for (let n = 0; n < 10; n += 1) expect((await signIn(email('supervisor'), 'guess', { from })).statusCode).toBe(401);
    const refused = await signIn(email('supervisor'), password, { from });
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'too_many_requests']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800);
    expect((await signIn(email('supervisor'), password, { from: '203.0.113.11' })).statusCode).toBe(200);
  });

  test('signing in right does not use the tries up', async () => {
    const from = '203.0.113.20';
    for (let n = 0; n < 12; n += 1) expect((await signIn(email('agent'), password, { from })).statusCode).toBe(200);
  });

  test('is a fact without a secret', async () => {
    const token = cookieOf(await signIn(email('owner'))).split('=')[1]!;
    const facts = await desk.factsOf(company.ctx);
    expect(facts.at(-1)).toMatchObject({ name: 'agent.signed_in', actor_id: company.ids.owner, data: { agentId: company.ids.owner } });
    expect(JSON.stringify(facts)).not.toContain(token);
    expect(JSON.stringify(facts)).not.toContain(password);
  });
});

describe('a session', () => {
  test('without one, with a made-up one, or with a broken header: not signed in', async () => {
    for (const given of [
      {},
      { cookie: `madoguchi_session=${'x'.repeat(32)}` },
      { cookie: 'madoguchi_session=short' },
      { headers: { authorization: 'Bearer nonsense' } },
      { cookie: company.cookies.agent, headers: { authorization: 'Basic eDp5' } },
    ]) {
      const response = await call('GET', '/api/me', given);
      expect([response.statusCode, response.json().code]).toEqual([401, 'not_signed_in']);
    }
  });

  test('ended by signing out is refused at once', async () => {
    const cookie = cookieOf(await signIn(email('agent')));
    expect((await call('GET', '/api/me', { cookie })).statusCode).toBe(200);
    const out = await call('POST', '/api/sign-out', { cookie });
    expect([out.statusCode, out.json()]).toEqual([200, { next: null }]);
    expect(out.headers['set-cookie']).toMatch(/^madoguchi_session=; .*Expires=Thu, 01 Jan 1970/);
    expect((await call('GET', '/api/me', { cookie })).statusCode).toBe(401);
  });

  test('is listed with where it comes from, and can be revoked from another one', async () => {
    const mine = cookieOf(await signIn(email('owner'), password, { from: '192.0.2.1', headers: { 'user-agent': 'Desk Browser' } }));
    const lost = cookieOf(await signIn(email('owner'), password, { from: '192.0.2.2', headers: { 'user-agent': 'Lost Phone' } }));
    expect((await call('GET', '/api/me', { cookie: lost })).statusCode).toBe(200);
    const { items } = (await call('GET', '/api/sessions', { cookie: mine })).json();
    expect(items.find(({ current }: { current: boolean }) => current)).toMatchObject({ userAgent: 'Desk Browser', ip: '192.0.2.1' });
    const phone = items.find(({ userAgent }: { userAgent: string }) => userAgent === 'Lost Phone');
    const heard = vi.fn();
    const stop = desk.access.onChange(heard);
    expect((await call('DELETE', `/api/sessions/${phone.id}`, { cookie: mine })).statusCode).toBe(204);
    stop();
    expect((await call('GET', '/api/me', { cookie: lost })).statusCode).toBe(401);
    expect((await call('GET', '/api/me', { cookie: mine })).statusCode).toBe(200);
    expect(heard).toHaveBeenCalledExactlyOnceWith({ workspaceId: company.workspaceId, agentId: company.ids.owner, sessionId: phone.id });
    expect((await call('DELETE', `/api/sessions/${phone.id}`, { cookie: mine })).statusCode).toBe(404);
  });

  test('of somebody else cannot be revoked', async () => {
    const { items } = (await call('GET', '/api/sessions', { cookie: company.cookies.admin })).json();
    expect((await call('DELETE', `/api/sessions/${items[0].id}`, { cookie: company.cookies.agent })).statusCode).toBe(404);
    expect((await call('GET', '/api/me', { cookie: company.cookies.admin })).statusCode).toBe(200);
  });

  test('refuses unsafe requests that no page of ours sent', async () => {
    const { cookie, body } = { cookie: company.cookies.agent, body: { name: 'agent' } };
    const from = async (headers: Record<string, string>) => (await call('PATCH', '/api/me', { cookie, body, headers })).json().code;
    expect(await from({ origin: 'https://evil.example' })).toBe('origin.refused');
    expect(await from({ origin: '' })).toBe('origin.refused');
    expect(await from({ 'sec-fetch-site': 'same-site' })).toBe('origin.refused');
    expect(await from({ 'sec-fetch-site': 'same-origin' })).toBeUndefined();
    expect(await from({ origin: 'http://desk.example' })).toBeUndefined();
  });
});

describe('my own account', () => {
  test('name and language', async () => {
    const { cookies, ids } = company;
    const changed = await call('PATCH', '/api/me', { cookie: cookies.agent, body: { name: '鈴木 健太', locale: 'en' } });
    expect(changed.json().agent).toMatchObject({ id: ids.agent, name: '鈴木 健太', locale: 'en' });
    const before = (await desk.factsOf(company.ctx)).length;
    await call('PATCH', '/api/me', { cookie: cookies.agent, body: { name: '鈴木 健太' } });
    expect(await desk.factsOf(company.ctx)).toHaveLength(before);
  });

  test('a new password ends every other session and asks for the old one', async () => {
    const mine = cookieOf(await signIn(email('agent')));
    const other = cookieOf(await signIn(email('agent')));
    const change = (current: string, next: string) => call('PUT', '/api/me/password', { cookie: mine, body: { current, password: next } });
    const wrong = await change('not the password', 'atarashii-ocha');
    expect([wrong.statusCode, wrong.json().code]).toEqual([403, 'password.wrong']);
    expect((await change(password, 'short')).statusCode).toBe(400);
    expect((await change(password, 'atarashii-ocha')).statusCode).toBe(204);
    expect((await call('GET', '/api/me', { cookie: mine })).statusCode).toBe(200);
    expect((await call('GET', '/api/me', { cookie: other })).statusCode).toBe(401);
    expect((await signIn(email('agent'), password, { from: '192.0.2.50' })).statusCode).toBe(401);
    expect((await signIn(email('agent'), 'atarashii-ocha', { from: '192.0.2.51' })).statusCode).toBe(200);
  });
});
