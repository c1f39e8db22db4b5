import { describe, expect, test } from 'vitest';
import { workspace as fixture } from '../../../../fixtures/workspace.ts';
import { openDesk } from '../../test/desk.ts';
import { insertInbox } from './inboxes.commands.ts';
import { identitySecretOf, inboxByKey, readInbox } from './inboxes.queries.ts';
import { workspaceSettings } from './workspaces.queries.ts';

const desk = await openDesk();
const { call, platform } = desk;
const shop = await desk.addCompany('shop.example');
const rival = await desk.addCompany('rival.example');
const admin = { cookie: shop.cookies.admin };

const update = (body: object) => call('PATCH', '/api/workspace', { ...admin, body });
const inboxes = async (cookie = shop.cookies.admin) => (await call('GET', '/api/inboxes', { cookie })).json().items;
const updateInbox = (id: string, body: object) => call('PATCH', `/api/inboxes/${id}`, { ...admin, body });
const lastFact = async () => (await desk.factsOf(shop.ctx)).at(-1);

describe('the settings of a workspace', () => {
  test('are read by every agent and begin with something sensible', async () => {
    const settings = (await call('GET', '/api/workspace', { cookie: shop.cookies.agent })).json();
    expect(settings).toMatchObject({
      id: shop.workspaceId,
      timezone: 'Asia/Tokyo',
      businessHours: null,
      replyMinutes: 5,
      undoSendSeconds: 10,
    });
    expect(settings.greeting.ja).not.toBe('');
  });

  test('change, and the cached ones with them', async () => {
    await workspaceSettings(shop.ctx);
    const { name, timezone, color, greeting, businessHours, replyMinutes } = fixture;
    const answer = await update({ name, timezone, color, greeting, businessHours, replyMinutes });
    expect(answer.json()).toMatchObject({ name, timezone, color, greeting, businessHours, replyMinutes });
    expect((await call('GET', '/api/workspace', admin)).json()).toEqual(answer.json());
    expect(await workspaceSettings(shop.ctx)).toEqual(answer.json());
    expect(await lastFact()).toMatchObject({
      name: 'workspace.updated',
      actor_id: shop.ids.admin,
      data: { changed: ['name', 'businessHours', 'color', 'greeting', 'replyMinutes'] },
    });
  });

  test('that are so already write no fact', async () => {
    const before = (await desk.factsOf(shop.ctx)).length;
    expect((await update({ color: fixture.color, businessHours: fixture.businessHours })).statusCode).toBe(200);
    expect(await desk.factsOf(shop.ctx)).toHaveLength(before);
  });

  test('go back to always open', async () => {
    expect((await update({ businessHours: null })).json().businessHours).toBeNull();
    expect((await workspaceSettings(shop.ctx)).businessHours).toBeNull();
  });

  test.each([
    [{ timezone: 'Asia/Edo' }, 'workspace.timezone_unknown'],
    [{ color: 'green' }, 'request.invalid'],
    [{ businessHours: { days: [], closedOnJapaneseHolidays: true, closedDates: [] } }, 'request.invalid'],
    [{ undoSendSeconds: 31 }, 'request.invalid'],
    [{ name: '' }, 'request.invalid'],
    [{ name: 'a\u0000' }, 'request.invalid'],
  ])('%j is refused: %s', async (body, expected) => {
    const answer = await update(body);
    expect([answer.statusCode, answer.json().code]).toEqual([400, expected]);
  });

  test('of another workspace stay as they are', async () => {
    expect((await call('GET', '/api/workspace', { cookie: rival.cookies.admin })).json().name).toBe('rival.example');
  });
});

describe('inboxes', () => {
  test('are added with a public key that leads to them before any workspace is known', async () => {
    const id = await shop.ctx.transaction((tx) => insertInbox(shop.ctx, tx, { name: '英語の窓口', channel: 'chat' }));
    const { key, ...made } = await shop.ctx.transaction((tx) => readInbox(shop.ctx, tx, id));
    expect(key).toMatch(/^[\w-]{20}$/);
    expect(made).toMatchObject({ allowedOrigins: [], paused: false, teamIds: [] });
    expect(await inboxByKey(platform, key)).toEqual({
      workspaceId: shop.workspaceId,
      id,
      name: '英語の窓口',
      channel: 'chat',
      key,
      allowedOrigins: [],
      paused: false,
    });
    expect(await inboxByKey(platform, 'nobody')).toBeNull();
    expect(await lastFact()).toMatchObject({ name: 'inbox.created', data: { inboxId: id, channel: 'chat' } });
  });

  test('change, and what their key leads to with them', async () => {
    const [{ id, key }] = await inboxes();
    await inboxByKey(platform, key);
    const answer = await updateInbox(id, {
      name: '窓口',
      paused: true,
      allowedOrigins: ['https://www.hazuki-saji.example/shop', 'https://www.hazuki-saji.example'],
    });
    expect(answer.json()).toMatchObject({ name: '窓口', paused: true, allowedOrigins: ['https://www.hazuki-saji.example'] });
    expect(await inboxByKey(platform, key)).toMatchObject({
      name: '窓口',
      paused: true,
      allowedOrigins: ['https://www.hazuki-saji.example'],
    });
    expect(await lastFact()).toMatchObject({ name: 'inbox.updated', data: { inboxId: id, changed: ['name', 'allowedOrigins', 'paused'] } });
    const before = (await desk.factsOf(shop.ctx)).length;
    await updateInbox(id, { paused: true });
    expect(await desk.factsOf(shop.ctx)).toHaveLength(before);
    expect((await updateInbox(id, { paused: false })).json().paused).toBe(false);
  });

  test('take only addresses of the web as origins', async () => {
    const [{ id }] = await inboxes();
    const answer = await updateInbox(id, { allowedOrigins: ['https://ok.example', 'ftp://files.example'] });
    expect(answer.json()).toMatchObject({ status: 400, code: 'inbox.origin_invalid', origin: 'ftp://files.example' });
  });

  test('of another workspace are nobody’s here', async () => {
    expect((await updateInbox(rival.chatInboxId, { name: 'x' })).statusCode).toBe(404);
    expect((await call('POST', `/api/inboxes/${rival.chatInboxId}/identity-secret`, admin)).statusCode).toBe(404);
    expect((await inboxes()).map(({ id }: { id: string }) => id)).not.toContain(rival.chatInboxId);
  });
});

describe('the identity secret', () => {
  const reveal = (id: string) => call('POST', `/api/inboxes/${id}/identity-secret`, admin);
  const read = (id: string) => shop.ctx.transaction((tx) => identitySecretOf(desk.keys, tx, { workspaceId: shop.workspaceId, id }));

  test('is made when it is first shown, the same for two who ask at once, and every showing is a fact', async () => {
    expect(await read(shop.chatInboxId)).toBeNull();
    const [one, two] = await Promise.all([reveal(shop.chatInboxId), reveal(shop.chatInboxId)]);
    expect(one.json().secret).toMatch(/^[\w-]{43}$/);
    expect(two.json()).toEqual(one.json());
    expect(await read(shop.chatInboxId)).toBe(one.json().secret);
    const shown = (await desk.factsOf(shop.ctx)).filter(({ name }) => name === 'inbox.identity_secret_revealed');
    expect(shown).toHaveLength(2);
    expect(JSON.stringify(shown)).not.toContain(one.json().secret);
  });

  test('lies sealed in its row, out of reach for look-ups by key', async () => {
    const { secret } = (await reveal(shop.chatInboxId)).json();
    const rows = await shop.ctx.transaction((tx) =>
      tx.selectFrom('inboxes').select('identity_secret').where('id', '=', shop.chatInboxId).execute(),
    );
    expect(rows[0]!.identity_secret!.toString('latin1')).not.toContain(secret);
    await expect(platform.db.directory((tx) => tx.selectFrom('inboxes').select('identity_secret').execute())).rejects.toThrow(
      'permission denied',
    );
  });

  test('is a matter of chats', async () => {
    const answer = await reveal(shop.formInboxId);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'inbox.identity_needs_chat']);
  });
});
