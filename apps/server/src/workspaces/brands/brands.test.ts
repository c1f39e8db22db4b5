import { describe, expect, test } from 'vitest';
import { addCompany, asAgent } from '../../../test/company.ts';
import { call, web } from '../../../test/web.ts';

const product = await web();
const shop = await addCompany(product, 'shop.example', { name: '葉月と匙', color: '#2b8a3e' });
const rival = await addCompany(product, 'rival.example');
const headers = asAgent(shop.cookies.admin);
const ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) => call(product, method, path, { body, headers });
const list = async () => (await ask('GET', '/api/brands')).body.items;
const [main] = await list();
const add = async (key: string, more: object = {}) => ask('POST', '/api/brands', { name: key, key, color: '#0b7285', ...more });

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
async function sendLogo(id: string, bytes: Buffer) {
  const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="logo.png"\r\ncontent-type: image/png\r\n\r\n';
  const answer = await product.http.inject({
    method: 'POST',
    url: `/api/brands/${id}/logo`,
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]),
  });
  return { status: answer.statusCode, body: answer.json() };
}

describe('the default brand', () => {
  test('is there from the beginning, with the name and the color of the workspace', () => {
    expect(main).toMatchObject({
      name: '葉月と匙',
      key: 'main',
      color: '#2b8a3e',
      logo: null,
      host: null,
      isDefault: true,
      helpUrl: '/help',
    });
  });

  test('stays as the workspace is, whichever of the two is changed', async () => {
    await ask('PATCH', '/api/workspace', { name: '葉月', color: '#862e9c' });
    expect((await list())[0]).toMatchObject({ name: '葉月', color: '#862e9c' });
    await ask('PATCH', `/api/brands/${main.id}`, { name: '葉月と匙', color: '#2b8a3e' });
    expect((await ask('GET', '/api/workspace')).body).toMatchObject({ name: '葉月と匙', color: '#2b8a3e' });
  });

  test('cannot be removed', async () => {
    expect((await ask('DELETE', `/api/brands/${main.id}`)).body).toMatchObject({ status: 409, code: 'brand.is_default' });
  });
});

describe('another brand', () => {
  test('has its help center on a path until it has a domain', async () => {
    const { status, body } = await add('mono');
    expect([status, body.helpUrl]).toEqual([201, '/help/brands/mono']);
    const moved = await ask('PATCH', `/api/brands/${body.id}`, { host: 'https://Help.Mono.example/' });
    expect(moved.body).toMatchObject({ host: 'help.mono.example', helpUrl: 'https://help.mono.example/help' });
  });

  test.each([
    ['a key that is taken', { key: 'main' }, 409, 'brand.key_taken'],
    ['a domain that is taken', { host: 'help.mono.example' }, 409, 'brand.host_taken'],
    ['what is no domain', { host: 'our help' }, 422, 'brand.host_invalid'],
    ['a key with blanks', { key: 'two words' }, 400, 'request.invalid'],
    ['no name', { name: '' }, 400, 'request.invalid'],
  ])('%s is refused', async (_story, more, status, code) => {
    expect((await add('another', more)).body).toMatchObject({ status, code });
  });

  test('cannot have the domain of another company on this server, and does not hear whose it is', async () => {
    const theirs = {
      method: 'POST',
      path: '/api/brands',
      body: { name: 'x', key: 'x', color: '#000000', host: 'help.rival.example' },
    } as const;
    const made = await call(product, theirs.method, theirs.path, { body: theirs.body, headers: asAgent(rival.cookies.admin) });
    expect(made.status).toBe(201);
    const { body } = await add('greedy', { host: 'help.rival.example' });
    expect(body.code).toBe('brand.host_taken');
    expect(JSON.stringify(body)).not.toContain(rival.workspaceId);
    expect((await ask('PATCH', `/api/brands/${made.body.id}`, { name: 'ours' })).status).toBe(404);
  });

  test('that an inbox names stays, and says how many do', async () => {
    const { body } = await add('sold');
    await ask('PATCH', `/api/inboxes/${shop.formInboxId}`, { brandId: body.id });
    expect((await ask('DELETE', `/api/brands/${body.id}`)).body).toMatchObject({ code: 'brand.in_use', inboxes: 1, articles: 0 });
    expect((await list()).find(({ id }: { id: string }) => id === body.id)).toMatchObject({ inboxCount: 1 });
    await ask('PATCH', `/api/inboxes/${shop.formInboxId}`, { brandId: null });
    expect((await ask('DELETE', `/api/brands/${body.id}`)).status).toBe(204);
    expect((await ask('PATCH', `/api/inboxes/${shop.formInboxId}`, { brandId: body.id })).status).toBe(404);
  });

  test('shows its name and color in its own messenger', async () => {
    const { body } = await add('tea', { name: 'お茶の間', color: '#a61e4d' });
    await ask('PATCH', `/api/inboxes/${shop.chatInboxId}`, { brandId: body.id });
    const session = await call(product, 'POST', `/api/chat/${shop.chatKey}/session`, { body: { locale: 'en' } });
    expect(session.body).toMatchObject({ workspace: { name: 'お茶の間', color: '#a61e4d' }, helpUrl: '/help/brands/tea/en' });
    await ask('PATCH', `/api/inboxes/${shop.chatInboxId}`, { brandId: null });
  });
});

describe('a logo', () => {
  const show = (url: string) => product.http.inject({ url });

  test('is shown to everybody as what it is, until another takes its place', async () => {
    const first = await sendLogo(main.id, PNG);
    expect(first.body.logo).toMatchObject({ width: 1, height: 1, url: expect.stringMatching(/^\/help\/logos\/fil_\w{26}\.png$/) });
    const shown = await show(first.body.logo.url);
    expect(shown.rawPayload.equals(PNG)).toBe(true);
    expect(shown.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
    const second = await sendLogo(main.id, PNG);
    expect((await show(first.body.logo.url)).statusCode).toBe(404);
    expect((await ask('DELETE', `/api/brands/${main.id}/logo`)).body.logo).toBeNull();
    expect((await show(second.body.logo.url)).statusCode).toBe(404);
  });

  test.each([
    ['a drawing that may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 415],
    ['a picture cut off before its size', PNG.subarray(0, 18), 415],
    ['nothing', Buffer.alloc(0), 400],
    ['more than 100 kB', Buffer.concat([PNG, Buffer.alloc(100_000)]), 413],
  ])('%s is refused', async (_story, bytes, status) => {
    expect((await sendLogo(main.id, bytes)).status).toBe(status);
  });
});
