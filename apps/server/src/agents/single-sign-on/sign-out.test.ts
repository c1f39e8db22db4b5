import { beforeEach, describe, expect, test, vi } from 'vitest';
import { newBrowser } from '../../../test/oidc-provider.ts';
import { openHouse, SIGNED_OUT } from './single-sign-on.testkit.ts';

const house = await openHouse();
const { provider, desk, call, company, ids, set, round, sessionOf, open, told, back } = house;
await house.setUp();
const me = { email: 'agent@shop.example', next: '/desk/' };
const agent = { sub: 'p-agent', email: 'agent@shop.example', email_verified: true };
const now = () => Math.floor(Date.now() / 1000);

beforeEach(() => {
  provider.bends(null);
  provider.as(agent);
});

describe('signing out here', () => {
  const out = async (cookie: string) => call('POST', '/api/sign-out', { cookie });

  test('leaves the provider alone, unless the company wants otherwise', async () => {
    const jar = newBrowser();
    const session = sessionOf(await round(me, jar));
    expect((await out(session)).json()).toEqual({ next: null });
    provider.as({ sub: 'refuses' });
    expect((await round(me, jar)).headers.location).toBe('/desk/');
  });

  test('ends the session at the provider too, which sends the browser back with its state', async () => {
    await set({ signOut: 'provider' });
    const jar = newBrowser();
    const session = sessionOf(await round(me, jar));
    const answer = await out(session);
    const next = new URL(answer.json().next);
    expect(next.origin).toBe(provider.issuer);
    expect(next.searchParams.get('post_logout_redirect_uri')).toBe(SIGNED_OUT);
    expect(next.searchParams.get('id_token_hint')).toMatch(/^eyJ.+\..+\..+$/);
    const home = await provider.visit(next.href, jar);
    expect(home).toBe(`${SIGNED_OUT}?state=${next.searchParams.get('state')}`);
    const mine = answer.cookies.find(({ name }) => name === 'madoguchi_signed_out')!;
    expect((await back(home, `${mine.name}=${mine.value}`)).headers.location).toBe('/desk/sign-in?signedOut=true');
    expect((await back(`${SIGNED_OUT}?state=made-up`, `${mine.name}=${mine.value}`)).headers.location).toBe('/desk/sign-in');
    expect((await back(home, '')).headers.location).toBe('/desk/sign-in');
    provider.as({ sub: 'refuses' });
    expect((await round(me, jar)).headers.location).toBe('/desk/sign-in?single=denied');
  });

  test('goes nowhere for who came in by password, and is done also when the provider cannot be asked', async () => {
    const byPassword = `madoguchi_session=${(await desk.signIn('supervisor@shop.example')).cookies[0]!.value}`;
    expect((await out(byPassword)).json()).toEqual({ next: null });
    const session = sessionOf(await round(me));
    provider.down(true);
    expect((await out(session)).json()).toEqual({ next: null });
    provider.down(false);
    expect(await open(session)).toEqual([false]);
  });
});

describe('signed out by the provider', () => {
  test('somebody who signs out there is out of the window that began there at once, and of no other', async () => {
    const [desktop, phone] = [newBrowser(), newBrowser()];
    const windows = [sessionOf(await round(me, desktop)), sessionOf(await round(me, phone))] as const;
    const heard = vi.fn();
    const stop = desk.access.onChange(heard);
    await provider
      .visit(`${provider.issuer}/session/end`, desktop)
      .catch((error: Error) => expect(error.message).toContain('Sign-out Success'));
    stop();
    expect(await open(...windows)).toEqual([false, true]);
    expect(heard.mock.calls.map(([change]) => change.agentId)).toEqual([ids.agent]);
    const facts = await desk.factsOf(company.ctx);
    expect(facts.at(-1)).toMatchObject({
      name: 'session.revoked',
      data: { agentId: ids.agent, because: 'by_provider' },
      actor_kind: 'system',
    });
  });

  test('a person without a session is out of all of their windows, and nobody else is', async () => {
    const mine = [sessionOf(await round(me)), sessionOf(await round(me))];
    provider.as({ sub: 'p-supervisor', email: 'supervisor@shop.example', email_verified: true });
    const other = sessionOf(await round(me));
    const answer = await told(await provider.logoutToken({ sub: 'p-agent' }));
    expect([answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([200, '', 'no-store']);
    expect(await open(...mine, other)).toEqual([false, false, true]);
    // Whoever is out already is as good as signed out.
    expect((await told(await provider.logoutToken({ sub: 'p-agent' }))).statusCode).toBe(200);
    expect((await told(await provider.logoutToken({ sub: 'nobody-here' }))).statusCode).toBe(200);
  });

  test('a session that waits for the second step belongs to the provider too', async () => {
    await set({ asksSecondStep: true });
    await desk.platform.db.as(company.ctx.viewer, (tx) => tx.updateTable('workspaces').set({ two_factor_required: true }).execute());
    const { location } = (await round(me)).headers;
    const token = new URLSearchParams(String(location).split('#')[1]).get('token');
    const offer = (await call('POST', '/api/sign-in/two-factor', { body: { token } })).json();
    const { TOTP, Secret } = await import('otpauth');
    const code = new TOTP({ secret: Secret.fromBase32(offer.secret) }).generate();
    const entered = await call('PUT', '/api/sign-in/two-factor', { body: { token, proposal: offer.token, code } });
    expect(entered.statusCode).toBe(200);
    const session = sessionOf(entered);
    await told(await provider.logoutToken({ sub: 'p-agent' }));
    expect(await open(session)).toEqual([false]);
    await desk.platform.db.as(company.ctx.viewer, (tx) => tx.updateTable('workspaces').set({ two_factor_required: false }).execute());
    await set({ asksSecondStep: false });
  });

  test('a token of another kind, audience, issuer, time or key ends nothing, and one that came before nothing again', async () => {
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const window = sessionOf(await round(me));
    const sub = 'p-agent';
    const wrong: [string, Promise<string>][] = [
      ['no event', provider.logoutToken({ sub, events: undefined })],
      ['another event', provider.logoutToken({ sub, events: { 'https://schemas.example/other': {} } })],
      ['an event that is no object', provider.logoutToken({ sub, events: { [Object.keys(events)[0]!]: true } })],
      ['a nonce', provider.logoutToken({ sub, nonce: 'of-an-id-token' })],
      ['another audience', provider.logoutToken({ sub, aud: 'another-client' })],
      ['another issuer', provider.logoutToken({ sub, iss: 'https://evil.example' })],
      ['old', provider.logoutToken({ sub, iat: now() - 900, exp: undefined })],
      ['over', provider.logoutToken({ sub, iat: now() - 200, exp: now() - 100 })],
      ['of the future', provider.logoutToken({ sub, iat: now() + 600 })],
      ['without a time', provider.logoutToken({ sub, iat: undefined })],
      ['without its own name', provider.logoutToken({ sub, jti: undefined })],
      ['about nobody', provider.logoutToken({})],
      ['another type', provider.logoutToken({ sub }, { typ: 'at+jwt' })],
      ['by another key', provider.logoutToken({ sub }, { forged: true })],
    ];
    for (const [what, token] of wrong) expect((await told(await token)).statusCode, what).toBe(400);
    const [head, body] = (await provider.logoutToken({ sub })).split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    for (const token of [unsigned, `${head}.${body}.`, 'nonsense', '']) expect((await told(token)).statusCode, token).toBe(400);
    expect((await house.form('something=else')).statusCode).toBe(400);
    expect(await open(window)).toEqual([true]);

    const good = await provider.logoutToken({ sub });
    expect((await told(good)).statusCode).toBe(200);
    const again = sessionOf(await round(me));
    expect((await told(good)).statusCode).toBe(400);
    expect(await open(window, again)).toEqual([false, true]);
  });

  test('another workspace’s address hears nothing of it', async () => {
    const window = sessionOf(await round(me));
    const token = await provider.logoutToken({ sub: 'p-agent' });
    const elsewhere = await desk.addCompany('other.example');
    for (const workspaceId of [elsewhere.workspaceId, 'wsp_nobody'])
      expect((await call('POST', `/sign-in/single/sign-out/${workspaceId}`, { body: { logout_token: token } })).statusCode).toBe(400);
    expect(await open(window)).toEqual([true]);
  });
});
