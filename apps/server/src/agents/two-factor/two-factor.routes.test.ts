import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { cookieOf, openDesk, password } from '../../../test/desk.ts';

const desk = await openDesk();
const { call, signIn } = desk;

/** The code that an authenticator app shows `steps` half minutes from now. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** Sets two-factor up as the settings page does. The first code is the one before the present one, so that the present one is still good. */
async function setUp(cookie: string) {
  const { secret, token } = (await call('POST', '/api/me/two-factor/proposal', { cookie, body: { password } })).json();
  const answer = await call('PUT', '/api/me/two-factor', { cookie, body: { proposal: token, code: codeOf(secret, -1) } });
  expect(answer.statusCode).toBe(200);
  return { secret: secret as string, recoveryCodes: answer.json().recoveryCodes as string[] };
}
const stepOf = async (email: string) => (await signIn(email)).json() as { step: string; token: string };
const giveCode = (token: string, code: string) => call('POST', '/api/sign-in/code', { body: { token, code } });
const said = (response: { statusCode: number; json: () => { code: string } }) => `${response.statusCode} ${response.json().code}`;

describe('an agent who uses two-factor', async () => {
  const { cookies, ctx, ids } = await desk.addCompany('two.example');
  const email = 'agent@two.example';
  const { secret, recoveryCodes } = await setUp(cookies.agent);

  test('gets ten recovery codes, and of neither them nor the secret anything legible lies in the database', async () => {
    expect(new Set(recoveryCodes).size).toBe(10);
    const pool = new (await import('pg')).default.Pool({ ...desk.connection, max: 1 });
    const { rows } = await pool.query('select * from sign_in_factors left join sign_in_recovery_codes using (account_id)');
    await pool.end();
    expect(rows.length).toBeGreaterThanOrEqual(10);
    const kept = rows.map((row) => `${row.sealed_secret.toString('latin1')} ${row.code_hash.toString('latin1')}`).join(' ');
    for (const word of [secret, ...recoveryCodes]) expect(kept).not.toContain(word);
  });

  test('is asked for a code only after the right password, and has no session until then', async () => {
    expect(said(await signIn(email, 'not the password'))).toBe('401 sign_in.wrong');
    const before = (await call('GET', '/api/sessions', { cookie: cookies.agent })).json().items.length;
    const answer = await signIn(email);
    expect([answer.statusCode, answer.json().step]).toEqual([200, 'code']);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect((await call('GET', '/api/sessions', { cookie: cookies.agent })).json().items).toHaveLength(before);
  });

  test('a wrong code, one of other days and a made-up recovery code read the same; then the right one opens, and never again', async () => {
    const { token } = await stepOf(email);
    const wrong = [codeOf(secret, -90), 'abcde-23456', ''];
    const answers = await Promise.all(wrong.map((code) => giveCode(token, code)));
    for (const answer of answers) {
      expect(answer.body).toBe(answers[0]!.body);
      expect(said(answer)).toBe('401 sign_in.code_wrong');
    }
    const code = codeOf(secret);
    const entered = await giveCode(token, ` ${code.slice(0, 3)} ${code.slice(3)} `);
    expect(entered.json().agent.id).toBe(ids.agent);
    expect((await call('GET', '/api/me', { cookie: cookieOf(entered) })).statusCode).toBe(200);
    expect(said(await giveCode(token, code))).toBe('401 sign_in.code_wrong');
    expect(said(await giveCode((await stepOf(email)).token, codeOf(secret, -1)))).toBe('401 sign_in.code_wrong');
  });

  test('and after five wrong ones not even the right one', async () => {
    const answer = await giveCode((await stepOf(email)).token, codeOf(secret, 1));
    expect(said(answer)).toBe('429 too_many_requests');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(600);
  });

  test('the facts tell it all without a secret', async () => {
    const facts = (await desk.factsOf(ctx)).filter(({ actor_id }) => actor_id === ids.agent);
    const names = facts.map(({ name }) => name);
    expect(names.filter((name) => name === 'two_factor.code_refused')).toHaveLength(5);
    expect(names).toContain('two_factor.turned_on');
    for (const word of [secret, ...recoveryCodes]) expect(JSON.stringify(facts)).not.toContain(word);
  });
});

describe('a recovery code', async () => {
  const { cookies } = await desk.addCompany('recovery.example');
  const { secret, recoveryCodes } = await setUp(cookies.owner);
  const email = 'owner@recovery.example';

  test('signs in once, however it is typed, also when two try at the same moment', async () => {
    const { token } = await stepOf(email);
    const typed = recoveryCodes[0]!.toUpperCase().replace('-', ' ');
    const both = await Promise.all([giveCode(token, typed), giveCode(token, typed)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
    const mine = (await call('GET', '/api/me/two-factor', { cookie: cookies.owner })).json();
    expect(mine).toMatchObject({ on: true, recoveryCodesLeft: 9, required: false });
  });

  test('new ones need password and code, and end the old ones', async () => {
    const renew = (body: object) => call('POST', '/api/me/two-factor/recovery-codes', { cookie: cookies.owner, body });
    expect(said(await renew({ password: 'wrong', code: codeOf(secret) }))).toBe('403 password.wrong');
    const renewed = (await renew({ password, code: codeOf(secret) })).json().recoveryCodes as string[];
    expect(renewed).toHaveLength(10);
    const { token } = await stepOf(email);
    expect(said(await giveCode(token, recoveryCodes[1]!))).toBe('401 sign_in.code_wrong');
    expect((await giveCode(token, renewed[1]!)).statusCode).toBe(200);
  });

  test('turning off needs both too; afterwards the password is enough', async () => {
    const off = (code: string) => call('POST', '/api/me/two-factor/off', { cookie: cookies.owner, body: { password, code } });
    expect(said(await off('000000'))).toBe('403 two_factor.code_wrong');
    expect((await off(codeOf(secret, 1))).statusCode).toBe(204);
    expect((await signIn(email)).json().agent.email).toBe(email);
  });
});

describe('the word between the two steps', async () => {
  const { cookies } = await desk.addCompany('step.example');
  const { secret } = await setUp(cookies.admin);
  const email = 'admin@step.example';

  test('opens nothing else, cannot be made up, and ends with the password', async () => {
    const { token } = await stepOf(email);
    expect((await call('GET', '/api/me', { cookie: `madoguchi_session=${token}` })).statusCode).toBe(401);
    expect(said(await call('POST', '/api/sign-in/two-factor', { body: { token } }))).toBe('410 sign_in.step_over');
    expect(said(await giveCode(`${token}x`, codeOf(secret)))).toBe('410 sign_in.step_over');
    const change = { current: password, password: 'atarashii-ocha' };
    const now = cookieOf(await giveCode(token, codeOf(secret)));
    expect((await call('PUT', '/api/me/password', { cookie: now, body: change })).statusCode).toBe(204);
    expect(said(await giveCode(token, codeOf(secret, 1)))).toBe('410 sign_in.step_over');
  });

  test('another site cannot use it', async () => {
    const { token } = await stepOf('owner@step.example');
    const answer = await call('POST', '/api/sign-in/code', {
      body: { token: token ?? 'x', code: '123456' },
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(said(answer)).toBe('403 origin.refused');
  });
});

describe('two-factor for everybody', async () => {
  const company = await desk.addCompany('all.example');
  const { cookies, ids } = company;
  const require = (required: boolean, cookie: string) => call('PUT', '/api/two-factor', { cookie, body: { required } });

  test('is required only by who uses it', async () => {
    expect(said(await require(true, cookies.owner))).toBe('409 two_factor.own_first');
    await setUp(cookies.owner);
    expect((await require(true, cookies.owner)).json()).toEqual({ required: true, agentIds: [ids.owner] });
    const refused = await call('POST', '/api/me/two-factor/off', { cookie: cookies.owner, body: { password, code: '000000' } });
    expect(said(refused)).toBe('409 two_factor.required');
  });

  test('the others are led through setting it up at their next sign-in, and get no session before; who is at work goes on', async () => {
    expect((await call('GET', '/api/me', { cookie: cookies.supervisor })).statusCode).toBe(200);
    const answer = await signIn('supervisor@all.example');
    expect(answer.json().step).toBe('set_up');
    expect(answer.headers['set-cookie']).toBeUndefined();
    const { token } = answer.json();
    const proposal = (await call('POST', '/api/sign-in/two-factor', { body: { token } })).json();
    expect(proposal.uri).toContain(`secret=${proposal.secret}`);
    const turnOn = (code: string) => call('PUT', '/api/sign-in/two-factor', { body: { token, proposal: proposal.token, code } });
    expect(said(await turnOn('12345'))).toBe('401 sign_in.code_wrong');
    const entered = await turnOn(codeOf(proposal.secret));
    expect(entered.json().recoveryCodes).toHaveLength(10);
    expect((await call('GET', '/api/me', { cookie: cookieOf(entered) })).json().agent.id).toBe(ids.supervisor);
    expect(said(await turnOn(codeOf(proposal.secret, 1)))).toBe('409 two_factor.on_already');
    expect((await signIn('supervisor@all.example')).json().step).toBe('code');
  });

  test('API keys go on as they did', async () => {
    const { secret } = (await call('POST', '/api/api-keys', { cookie: cookies.owner, body: { name: 'shop', role: 'agent' } })).json();
    expect((await call('GET', '/api/agents', { key: secret })).statusCode).toBe(200);
  });

  test('who lost the device is helped by an admin: sessions end, a fact stays; an owner only by an owner, nobody by themselves', async () => {
    const reset = (id: string, cookie: string) => call('DELETE', `/api/agents/${id}/two-factor`, { cookie });
    expect(said(await reset(ids.owner, cookies.admin))).toBe('403 forbidden');
    expect(said(await reset(ids.owner, cookies.owner))).toBe('403 forbidden');
    expect((await reset(ids.supervisor, cookies.admin)).statusCode).toBe(204);
    expect((await call('GET', '/api/me', { cookie: cookies.supervisor })).statusCode).toBe(401);
    expect((await signIn('supervisor@all.example')).json().step).toBe('set_up');
    const facts = await desk.factsOf(company.ctx);
    expect(facts.find(({ name }) => name === 'two_factor.reset')).toMatchObject({ actor_id: ids.admin, data: { agentId: ids.supervisor } });
  });
});
