import { beforeEach, describe, expect, test } from 'vitest';
import { cookieOf, password } from '../../../test/desk.ts';
import { client } from '../../../test/oidc-provider.ts';
import { CALLBACK, openHouse, said } from './single-sign-on.testkit.ts';

const house = await openHouse();
const { provider, desk, call, company, cookies, ids, read, set, begin, back, browserOf, round, failureOf, meOf, tryOut } = house;
const basic = { issuer: provider.issuer, clientId: client.id, label: '会社のアカウント', enabled: true };
const agent = { sub: 'p-agent', email: 'Agent@shop.example', email_verified: true, name: '鈴木 一郎', locale: 'ja-JP' };

beforeEach(() => {
  provider.bends(null);
  provider.forges(false);
  provider.as(agent);
});

describe('setting it up', () => {
  test('refuses an address that is none, is plain http or asks for a password, and to be used half set up', async () => {
    for (const issuer of ['nonsense', 'http://login.example.com', 'https://me:pw@login.example.com', 'ftp://login.example.com'])
      expect(said(await set({ issuer }))).toBe('409 single_sign_on.address_refused');
    expect(said(await set({ enabled: true }))).toBe('409 single_sign_on.incomplete');
    expect(said(await set({ ...basic, required: true }))).toBe('409 single_sign_on.test_first');
  });

  test('a private https address is asked by nobody', async () => {
    await set({ ...basic, issuer: 'https://127.0.0.1:1' });
    expect((await begin()).json()).toMatchObject({ code: 'single_sign_on.refused', failure: 'unreachable' });
  });

  test('keeps the secret to itself, and with its issuer', async () => {
    expect((await set({ ...basic, clientSecret: client.secret })).json()).toMatchObject({
      hasSecret: true,
      redirectUri: CALLBACK,
      tested: false,
    });
    expect((await call('GET', '/api/single-sign-on', { cookie: cookies.admin })).body).not.toContain(client.secret);
    expect((await set({ issuer: `${provider.issuer}/other` })).json().hasSecret).toBe(false);
    await set({ ...basic, clientSecret: client.secret });
  });

  test('the page for signing in hears of it from a domain alone, the same for who exists and who does not', async () => {
    const options = (domain: string) => call('GET', `/api/sign-in/options?domain=${domain}`);
    expect((await options('')).json()).toEqual({ singleSignOn: { label: basic.label } });
    const elsewhere = await desk.addCompany('other.example');
    expect((await options('')).json()).toEqual({ singleSignOn: null });
    await set({ domains: ['shop.example'] });
    expect((await options('SHOP.example')).json()).toEqual({ singleSignOn: { label: basic.label } });
    expect((await options('other.example')).json()).toEqual({ singleSignOn: null });
    const { domains, ...rest } = (await call('GET', '/api/single-sign-on', { cookie: elsewhere.cookies.owner })).json();
    const taken = await call('PUT', '/api/single-sign-on', {
      cookie: elsewhere.cookies.owner,
      body: { ...rest, domains: ['shop.example'] },
    });
    expect([said(taken), taken.json().domain, domains]).toEqual(['409 single_sign_on.domain_taken', 'shop.example', []]);
  });
});

const me = { email: 'agent@shop.example', next: '/desk/customers?q=1' };

describe('signing in', () => {
  test('the first time by a verified address, then by who they are there, whatever the address; and nowhere but into the desk', async () => {
    const answer = await round(me);
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/desk/customers?q=1']);
    expect(await meOf(answer)).toMatchObject({ agent: { id: ids.agent, role: 'agent' } });
    provider.as({ ...agent, email: 'renamed@shop.example', email_verified: false });
    expect((await meOf(await round(me))).agent.id).toBe(ids.agent);
    expect((await read()).linkedAgentIds).toEqual([ids.agent]);
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/desk/../api/me',
      '/desk/sign-in',
      'javascript:1',
      '/desk//..//\t/x',
    ])
      expect((await round({ ...me, next })).headers.location).toBe('/desk/');
  });

  test('another person with the address of somebody who is connected gets nothing', async () => {
    provider.as({ ...agent, sub: 'p-newcomer' });
    expect(await failureOf(me)).toBe('linked');
  });

  test('never by an address that the provider did not verify, of another domain, or of an owner', async () => {
    const who = { sub: 'p-supervisor', email: 'supervisor@shop.example' };
    provider.as(who);
    expect(await failureOf(me)).toBe('mail_unverified');
    provider.as({ ...who, email_verified: 'true' });
    expect(await failureOf(me)).toBe('mail_unverified');
    provider.as({ sub: 'p-x', email: 'supervisor@evil.example', email_verified: true });
    expect(await failureOf(me)).toBe('domain');
    provider.as({ sub: 'p-x' });
    expect(await failureOf(me)).toBe('mail_missing');
    provider.as({ sub: 'p-x', email: 'owner@shop.example', email_verified: true });
    expect(await failureOf(me)).toBe('owner');
  });

  test('a state counts once, in the browser where it began, and a made-up one never', async () => {
    const start = await begin(me);
    const home = await provider.visit(start.json().url);
    expect((await back(home, 'madoguchi_single=somebody-else')).headers.location).toBe('/desk/sign-in?single=over');
    expect((await back(home, browserOf(start))).headers.location).toBe('/desk/sign-in?single=over');
    const again = await begin(me);
    const url = await provider.visit(again.json().url);
    expect((await back(url, browserOf(again))).headers.location).toBe(me.next);
    const replayed = await back(url, browserOf(again));
    expect([replayed.headers.location, replayed.cookies.some(({ name }) => name === 'madoguchi_session')]).toEqual([
      '/desk/sign-in?single=over',
      false,
    ]);
    expect((await back(`${CALLBACK}?state=made-up&code=x`, browserOf(again))).headers.location).toBe('/desk/sign-in?single=over');
  });

  test('a token of the past, for another audience, another round, another issuer or by another key is refused', async () => {
    const now = Math.floor(Date.now() / 1000);
    provider.bends((claims) => ({ ...claims, iat: now - 900, exp: now - 600 }));
    expect(await failureOf(me)).toBe('clock');
    provider.bends((claims) => ({ ...claims, exp: now - 30 }));
    expect((await round(me)).headers.location).toBe(me.next);
    for (const wrong of [{ nonce: 'another' }, { nonce: undefined }, { aud: 'another-client' }, { iss: 'https://evil.example' }]) {
      provider.bends((claims) => ({ ...claims, ...wrong }));
      expect(await failureOf(me), JSON.stringify(wrong)).toBe('token');
    }
    provider.bends(null);
    provider.forges(true);
    expect(await failureOf(me)).toBe('token');
  });

  test('a key that was exchanged a moment ago is found', async () => {
    expect((await round(me)).headers.location).toBe(me.next);
    provider.rotate();
    expect((await round(me)).headers.location).toBe(me.next);
  });

  test('a wrong secret and a refusal at the provider are said as what they are', async () => {
    await set({ clientSecret: 'wrong' });
    expect(await failureOf(me)).toBe('secret');
    await set({ clientSecret: client.secret });
    provider.as({ sub: 'refuses' });
    expect(await failureOf(me)).toBe('denied');
  });

  test('who has left stays outside', async () => {
    await call('PATCH', `/api/agents/${ids.agent}`, { cookie: cookies.admin, body: { active: false } });
    expect(await failureOf(me)).toBe('deactivated');
    await call('PATCH', `/api/agents/${ids.agent}`, { cookie: cookies.admin, body: { active: true } });
  });

  test('another site cannot begin it in somebody’s browser', async () => {
    expect(said(await call('POST', '/api/sign-in/single', { body: me, headers: { 'sec-fetch-site': 'cross-site' } }))).toBe(
      '403 origin.refused',
    );
  });
});

describe('who is nobody yet', () => {
  const fresh = { sub: 'p-new', email: 'new@shop.example', email_verified: true, name: 'Mika Sato', locale: 'en-US' };

  test('stays outside, unless the workspace wants it: then an agent in its teams, without a password', async () => {
    provider.as(fresh);
    expect(await failureOf(me)).toBe('nobody');
    const team = (await call('POST', '/api/teams', { cookie: cookies.admin, body: { name: '一次対応', memberIds: [] } })).json();
    await set({ makesAgents: true, teamIds: [team.id] });
    const made = await meOf(await round(me));
    expect(made.agent).toMatchObject({ name: 'Mika Sato', email: 'new@shop.example', role: 'agent', locale: 'en' });
    const { items } = (await call('GET', '/api/teams', { cookie: cookies.admin })).json();
    expect(items.find(({ id }: { id: string }) => id === team.id).memberIds).toEqual([made.agent.id]);
    expect(said(await desk.signIn('new@shop.example', ''))).toBe('401 sign_in.wrong');
    expect((await meOf(await round(me))).agent.id).toBe(made.agent.id);
  });

  test('groups give the role, up and down, at every sign-in; never that of an owner', async () => {
    await set({
      groupsClaim: 'groups',
      roles: [
        { group: 'cs-leads', role: 'supervisor' },
        { group: 'it', role: 'admin' },
      ],
    });
    const roleWith = async (groups: unknown) => {
      provider.as({ ...fresh, groups });
      return (await meOf(await round(me))).agent.role;
    };
    expect(await roleWith(['cs-leads', 'it'])).toBe('admin');
    expect(await roleWith('cs-leads')).toBe('supervisor');
    expect(await roleWith([])).toBe('agent');
    const facts = await desk.factsOf(company.ctx);
    expect(
      facts.filter(({ name }) => name === 'single_sign_on.role_given').map(({ data, actor_kind }) => ({ data, actor_kind })),
    ).toMatchObject([
      { data: { from: 'agent', to: 'admin' }, actor_kind: 'agent' },
      { data: { from: 'admin', to: 'supervisor' } },
      { data: { from: 'supervisor', to: 'agent' } },
    ]);
    await set({ groupsClaim: '', roles: [] });
  });
});

describe('requiring it', () => {
  test('takes a test by who requires it, which leads back to them', async () => {
    expect(said(await set({ required: true }))).toBe('409 single_sign_on.test_first');
    provider.as(agent);
    expect((await tryOut(cookies.admin)).headers.location).toBe('/desk/settings/single-sign-on?tested=somebody_else');
    expect(await read()).toMatchObject({
      tested: false,
      lastTest: { failure: 'somebody_else', told: { email: 'agent@shop.example', emailVerified: 'yes' } },
    });
    provider.as({ sub: 'p-owner', email: 'owner@shop.example', email_verified: true });
    expect((await tryOut(cookies.owner)).headers.location).toBe('/desk/settings/single-sign-on?tested=ok');
    expect(await read()).toMatchObject({ tested: true, lastTest: { failure: null, by: 'owner' } });
    expect((await meOf(await round(me))).agent.id).toBe(ids.owner);
    expect((await set({ required: true })).json().required).toBe(true);
  });

  test('then the right password opens nothing, the wrong one says nothing; owners come back by password and second factor', async () => {
    expect(said(await desk.signIn('supervisor@shop.example'))).toBe('403 sign_in.single_sign_on');
    expect(said(await desk.signIn('supervisor@shop.example', 'not the password'))).toBe('401 sign_in.wrong');
    expect((await desk.signIn('owner@shop.example')).json().step).toBe('set_up');
    expect((await desk.signIn('owner@other.example')).statusCode).toBe(200);
    provider.as(agent);
    expect((await meOf(await round(me))).agent.id).toBe(ids.agent);
  });

  test('another client has to be tested before it can be required', async () => {
    expect(said(await set({ clientId: 'another' }))).toBe('409 single_sign_on.test_first');
    expect((await set({ clientId: 'another', required: false })).json()).toMatchObject({ tested: false, required: false, lastTest: null });
    await set({ clientId: client.id });
  });

  test('our own second factor is asked for where the workspace wants that', async () => {
    await set({ asksSecondStep: true });
    const { token } = (await call('POST', '/api/me/two-factor/proposal', { cookie: cookies.supervisor, body: { password } })).json();
    expect(token).toBeTruthy();
    await desk.platform.db.as(company.ctx.viewer, (tx) =>
      tx.updateTable('workspaces').set({ two_factor_required: true }).where('workspace_id', '=', company.workspaceId).execute(),
    );
    const answer = await round({ ...me, next: '/desk/board' });
    expect(answer.headers.location).toMatch(/^\/desk\/sign-in\?next=%2Fdesk%2Fboard#step=set_up&token=/);
    expect(answer.cookies.some(({ name }) => name === 'madoguchi_session')).toBe(false);
  });
});

test('an admin disconnects an agent, a fact says so; others may neither read nor change any of it', async () => {
  const unlink = (cookie: string) => call('DELETE', `/api/agents/${ids.agent}/single-sign-on`, { cookie });
  expect(said(await unlink(cookies.supervisor))).toBe('403 forbidden');
  expect((await unlink(cookies.admin)).statusCode).toBe(204);
  expect(said(await unlink(cookies.admin))).toBe('404 not_found');
  const names = (await desk.factsOf(company.ctx)).map(({ name }) => name);
  for (const name of ['changed', 'tested', 'linked', 'unlinked', 'agent_made', 'role_given'])
    expect(names).toContain(`single_sign_on.${name}`);
  expect(cookieOf(await desk.signIn('admin@other.example'))).toContain('madoguchi_session');
});
