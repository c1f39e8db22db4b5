import { describe, expect, test } from 'vitest';
import { cookieOf, openDesk, password } from '../../../test/desk.ts';

const wish = { workspaceName: '葉月と匙', name: '藤原 さやか', email: 'Fujiwara@hazuki-saji.example', password, locale: 'ja' };

describe('an empty installation', async () => {
  const { call, signIn, platform, accounts } = await openDesk();
  const count = (table: 'workspaces' | 'agents' | 'inboxes') =>
    platform.db.directory(async (tx) => (await tx.selectFrom(table).select('workspace_id').execute()).length);

  test('says that it needs an owner, and lets nobody in', async () => {
    expect((await call('GET', '/api/setup')).json()).toEqual({ needed: true });
    expect((await signIn(wish.email)).statusCode).toBe(401);
  });

  test('refuses what cannot be, and stays empty', async () => {
    for (const wrong of [{ password: 'short' }, { email: 'fujiwara' }, { workspaceName: '' }, { locale: 'fr' }]) {
      expect((await call('POST', '/api/setup', { body: { ...wish, ...wrong } })).statusCode).toBe(400);
    }
    expect((await call('POST', '/api/setup', { body: wish, headers: { origin: 'https://evil.example' } })).json().code).toBe(
      'origin.refused',
    );
    expect(await count('workspaces')).toBe(0);
  });

  test('has one owner, however many set it up at the same moment', async () => {
    // Half an account of an attempt that was killed: the same person can go on.
    await accounts.create('fujiwara@hazuki-saji.example', '藤原', await accounts.hash('another password'));
    const answers = await Promise.all([
      call('POST', '/api/setup', { body: wish }),
      call('POST', '/api/setup', { body: { ...wish, email: 'other@hazuki-saji.example' } }),
      call('POST', '/api/setup', { body: wish }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
    expect(answers.filter(({ statusCode }) => statusCode === 409).map((answer) => answer.json().code)).toEqual([
      'setup.done',
      'setup.done',
    ]);
    expect([await count('workspaces'), await count('agents'), await count('inboxes')]).toEqual([1, 1, 2]);

    const first = answers.find(({ statusCode }) => statusCode === 201)!;
    const me = await call('GET', '/api/me', { cookie: cookieOf(first) });
    expect(me.json()).toMatchObject({ agent: { role: 'owner' }, workspace: { name: '葉月と匙', locale: 'ja', timezone: 'Asia/Tokyo' } });
    const inboxes = await call('GET', '/api/inboxes', { cookie: cookieOf(first) });
    expect(
      inboxes
        .json()
        .items.map(({ channel }: { channel: string }) => channel)
        .sort(),
    ).toEqual(['chat', 'form']);
    expect((await signIn(first.json().agent.email)).statusCode).toBe(200);
  });

  test('is set up once', async () => {
    expect((await call('GET', '/api/setup')).json()).toEqual({ needed: false });
    const again = await call('POST', '/api/setup', { body: { ...wish, email: 'late@hazuki-saji.example' } });
    expect([again.statusCode, again.json().code]).toEqual([409, 'setup.done']);
  });
});
