import { describe, expect, test } from 'vitest';
import { cookieOf, openDesk, password } from '../../../test/desk.ts';
import { softPasskey } from '../../../test/soft-passkey.ts';

const desk = await openDesk();
const { call } = desk;
const company = await desk.addCompany('shop.example');
const { cookies, ids } = company;

const said = (response: { statusCode: number; json: () => { code: string } }) => `${response.statusCode} ${response.json().code}`;
const ask = (cookie: string, body: object = { password }) => call('POST', '/api/me/passkeys/options', { cookie, body });
/** Adds a passkey as the settings page does. */
async function add(cookie: string, passkey = softPasskey(), name = 'Mac') {
  const { options, word } = (await ask(cookie)).json();
  const answer = await call('POST', '/api/me/passkeys', { cookie, body: { word, name, answer: passkey.make(options) } });
  return { passkey, answer };
}
const question = async () => (await call('POST', '/api/sign-in/passkey/options')).json();
const enter = (word: string, answer: object) => call('POST', '/api/sign-in/passkey', { body: { word, answer } });
async function signInWith(passkey: ReturnType<typeof softPasskey>, wish = {}) {
  const { options, word } = await question();
  return enter(word, passkey.use(options, wish));
}

const first = await add(cookies.agent);

describe('signing in with a passkey', () => {
  test('needs no name, no password and no code, though two-factor is on', async () => {
    const answer = await signInWith(first.passkey);
    expect(answer.json()).toMatchObject({ agent: { id: ids.agent } });
    expect((await call('GET', '/api/me', { cookie: cookieOf(answer) })).statusCode).toBe(200);
    await desk.platform.db.as(company.ctx.viewer, (tx) =>
      tx.updateTable('workspaces').set({ two_factor_required: true }).where('workspace_id', '=', company.workspaceId).execute(),
    );
    expect((await desk.signIn('agent@shop.example')).json().step).toBe('set_up');
    expect((await signInWith(first.passkey)).json().agent.id).toBe(ids.agent);
    const { items } = (await call('GET', '/api/me/passkeys', { cookie: cookies.agent })).json();
    expect(items).toMatchObject([{ name: 'Mac', synced: false, lastUsedAt: expect.any(String) }]);
    expect((await call('GET', '/api/two-factor', { cookie: cookies.admin })).json().agentIds).toEqual([ids.agent]);
  });

  test('a question is answered once', async () => {
    const { options, word } = await question();
    const answer = first.passkey.use(options);
    expect((await enter(word, answer)).statusCode).toBe(200);
    expect(said(await enter(word, answer))).toBe('410 sign_in.step_over');
    expect(said(await enter((await question()).word, answer))).toBe('401 sign_in.passkey_wrong');
  });

  test('an unknown one, one opened by nobody, one made for another page or another person, and a copy all read the same', async () => {
    const answers = [
      await signInWith(softPasskey()),
      await signInWith(first.passkey, { verified: false }),
      await signInWith(first.passkey, { origin: 'http://desk.example.evil.example' }),
      await signInWith(first.passkey, { rpId: 'evil.example' }),
      await signInWith(first.passkey, { userHandle: Buffer.from('another account').toString('base64url') }),
      await signInWith(first.passkey, { counter: 1 }),
    ];
    for (const answer of answers) {
      expect(said(answer)).toBe('401 sign_in.passkey_wrong');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    const refused = (await desk.factsOf(company.ctx)).filter(({ name }) => name === 'passkey.refused');
    expect(refused.length).toBeGreaterThan(3);
  });

  test('another site cannot use it, and failures of one network are counted', async () => {
    const { options, word } = await question();
    const foreign = { headers: { 'sec-fetch-site': 'cross-site' }, body: { word, answer: first.passkey.use(options) } };
    expect(said(await call('POST', '/api/sign-in/passkey', foreign))).toBe('403 origin.refused');
    const from = '203.0.113.50';
    const guess = () => call('POST', '/api/sign-in/passkey', { from, body: { word: 'guess', answer: first.passkey.use(options) } });
    for (let n = 0; n < 60; n += 1) expect((await guess()).statusCode).toBe(410);
    expect((await guess()).statusCode).toBe(429);
  });

  test('who has left stays outside, and where the identity provider is required only owners come in', async () => {
    const { passkey } = await add(cookies.supervisor);
    const active = (is: boolean) => call('PATCH', `/api/agents/${ids.supervisor}`, { cookie: cookies.admin, body: { active: is } });
    await active(false);
    expect(said(await signInWith(passkey))).toBe('401 sign_in.passkey_wrong');
    await active(true);
    await desk.platform.db.as(company.ctx.viewer, (tx) =>
      tx
        .insertInto('single_sign_on')
        .values({
          workspace_id: company.workspaceId,
          issuer: 'https://login.example.com',
          client_id: 'c',
          client_secret: null,
          label: 'x',
          name_claim: '',
          locale_claim: '',
          groups_claim: '',
          roles: '[]',
          enabled: true,
          required: true,
          tested_at: new Date(),
          last_test: null,
          updated_at: new Date(),
        })
        .execute(),
    );
    expect(said(await signInWith(passkey))).toBe('403 sign_in.single_sign_on');
    const own = await add(cookies.owner);
    expect((await signInWith(own.passkey)).json().agent.id).toBe(ids.owner);
    await desk.platform.db.as(company.ctx.viewer, (tx) =>
      tx.updateTable('single_sign_on').set({ enabled: false, required: false }).execute(),
    );
  });
});

describe('my passkeys', () => {
  test('take the password to add, and a browser that was asked by this very session', async () => {
    expect(said(await ask(cookies.admin, { password: 'wrong' }))).toBe('403 password.wrong');
    const { options, word } = (await ask(cookies.admin)).json();
    expect(options).toMatchObject({
      rp: { id: 'desk.example' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const mine = softPasskey();
    const give = (cookie: string, answer: object, question = word) =>
      call('POST', '/api/me/passkeys', { cookie, body: { word: question, name: 'PC', answer } });
    expect(said(await give(cookies.owner, mine.make(options)))).toBe('409 passkey.refused');
    expect(said(await give(cookies.admin, mine.make(options)))).toBe('409 passkey.refused');
    for (const wish of [{ verified: false }, { origin: 'https://evil.example' }, { rpId: 'evil.example' }]) {
      const again = (await ask(cookies.admin)).json();
      expect(said(await give(cookies.admin, mine.make(again.options, wish), again.word)), JSON.stringify(wish)).toBe('409 passkey.refused');
    }
    expect(said((await add(cookies.admin, first.passkey)).answer)).toBe('409 passkey.refused');
  });

  test('are named, told apart and removed; never the last way in', async () => {
    const { passkey, answer } = await add(cookies.admin, softPasskey(), '会社のPC');
    expect(answer.statusCode).toBe(201);
    const path = `/api/me/passkeys/${passkey.id}`;
    expect((await call('PATCH', path, { cookie: cookies.admin, body: { name: '自宅のPC' } })).json().name).toBe('自宅のPC');
    expect(said(await call('DELETE', path, { cookie: cookies.agent }))).toBe('404 not_found');
    const again = (await ask(cookies.admin)).json();
    expect(again.options.excludeCredentials.map(({ id }: { id: string }) => id)).toEqual([passkey.id]);

    const { accountId } = (await desk.access.ofToken(cookies.admin.split('=')[1]!))!;
    await desk.accounts.dropPassword(accountId);
    expect(said(await call('DELETE', path, { cookie: cookies.admin }))).toBe('409 passkey.last_way_in');
    const second = await add(cookies.admin);
    expect((await call('DELETE', path, { cookie: cookies.admin })).statusCode).toBe(204);
    expect(said(await signInWith(passkey))).toBe('401 sign_in.passkey_wrong');
    expect((await signInWith(second.passkey)).json().agent.id).toBe(ids.admin);
  });

  test('go with the second factor when an admin takes it from who lost the device', async () => {
    expect((await call('DELETE', `/api/agents/${ids.agent}/two-factor`, { cookie: cookies.admin })).statusCode).toBe(204);
    expect(said(await signInWith(first.passkey))).toBe('401 sign_in.passkey_wrong');
    expect((await call('GET', '/api/me', { cookie: cookies.agent })).statusCode).toBe(401);
  });
});
