import { expect, test } from 'vitest';
import { cannedResponses } from '../../../../fixtures/canned-responses.ts';
import { openDesk } from '../../test/desk.ts';

const { call, addCompany, factsOf } = await openDesk();
const everybodys = { owner: 'shared', teamId: null, folderId: null, files: [] };
const shop = await addCompany('shop.example');
const rival = await addCompany('rival.example');
const by = { cookie: shop.cookies.supervisor };
const [first, second] = cannedResponses;

const list = async (cookie: string) => (await call('GET', '/api/canned-responses', { cookie })).json().items;

test('canned responses are written, changed, removed, and every agent reads them', async () => {
  const made = await call('POST', '/api/canned-responses', { ...by, body: first! });
  expect(made.statusCode).toBe(201);
  const { id } = made.json();
  expect(await list(shop.cookies.agent)).toEqual([{ id, ...first, ...everybodys }]);

  const change = () => call('PUT', `/api/canned-responses/${id}`, { ...by, body: second! });
  expect((await change()).json()).toEqual({ id, ...second, ...everybodys });
  expect((await change()).json()).toEqual({ id, ...second, ...everybodys });
  expect(await list(shop.cookies.agent)).toEqual([{ id, ...second, ...everybodys }]);

  const remove = () => call('DELETE', `/api/canned-responses/${id}`, by);
  expect((await remove()).statusCode).toBe(204);
  expect((await remove()).statusCode).toBe(404);
  expect((await change()).statusCode).toBe(404);
  expect(await list(shop.cookies.agent)).toEqual([]);

  const facts = (await factsOf(shop.ctx)).filter(({ name }) => name.startsWith('canned_response.'));
  expect(facts.map(({ name, data }) => [name, (data as { title: string }).title])).toEqual([
    ['canned_response.created', first!.title],
    ['canned_response.updated', second!.title],
    ['canned_response.removed', second!.title],
  ]);
});

test('the list is in the order of shortcuts', async () => {
  const cafe = await addCompany('order.example');
  for (const body of cannedResponses) await call('POST', '/api/canned-responses', { cookie: cafe.cookies.owner, body });
  const shortcuts = (await list(cafe.cookies.agent)).map(({ shortcut }: { shortcut: string }) => shortcut);
  expect(shortcuts).toEqual(cannedResponses.map(({ shortcut }) => shortcut).sort());
});

test('those of another workspace are nobody’s here', async () => {
  const theirs = (await call('POST', '/api/canned-responses', { cookie: rival.cookies.owner, body: first! })).json();
  expect((await call('PUT', `/api/canned-responses/${theirs.id}`, { ...by, body: second! })).statusCode).toBe(404);
  expect((await call('DELETE', `/api/canned-responses/${theirs.id}`, by)).statusCode).toBe(404);
  expect(await list(rival.cookies.agent)).toEqual([theirs]);
  expect((await list(shop.cookies.agent)).map(({ id }: { id: string }) => id)).not.toContain(theirs.id);
});

test('text that PostgreSQL cannot hold is refused by name', async () => {
  for (const text of ['\u0000', '\ud800', 'x'.repeat(5001), '']) {
    const answer = await call('POST', '/api/canned-responses', { ...by, body: { ...first, text } });
    expect([answer.statusCode, answer.json().code, answer.json().errors[0].path]).toEqual([400, 'request.invalid', 'text']);
  }
});

test('a private one is seen by its author alone, in no list of anybody else, administrators neither', async () => {
  const cafe = await addCompany('private.example');
  const me = { cookie: cafe.cookies.agent };
  const { id } = (await call('POST', '/api/own-canned-responses', { ...me, body: first! })).json();
  expect((await list(cafe.cookies.agent))[0]).toMatchObject({ id, owner: 'private' });
  for (const cookie of [cafe.cookies.owner, cafe.cookies.admin, cafe.cookies.supervisor]) {
    expect(await list(cookie)).toEqual([]);
    expect((await call('GET', '/api/canned-responses/all', { cookie })).json().items).toEqual([]);
    expect((await call('PUT', `/api/canned-responses/${id}`, { cookie, body: second! })).statusCode).toBe(404);
    expect((await call('DELETE', `/api/canned-responses/${id}`, { cookie })).statusCode).toBe(404);
  }
  const [fact] = (await factsOf(cafe.ctx)).filter(({ name }) => name === 'canned_response.created');
  expect((fact!.data as { title: string }).title).toBe('');
  expect((await call('PUT', `/api/own-canned-responses/${id}`, { ...me, body: second! })).json()).toMatchObject({ owner: 'private' });
  expect((await call('DELETE', `/api/own-canned-responses/${id}`, me)).statusCode).toBe(204);
});

test('a team’s is for its members; folders have two levels, and what lies in one outlives it', async () => {
  const cafe = await addCompany('folders.example');
  const boss = { cookie: cafe.cookies.owner };
  const folder = async (name: string, parentId: string | null) =>
    call('POST', '/api/text-folders', { ...boss, body: { kind: 'canned', name, parentId } });
  const outer = (await folder('配送', null)).json();
  const inner = (await folder('海外', outer.id)).json();
  expect((await folder('さらに', inner.id)).json().code).toBe('folder.too_deep');

  const team = (await call('POST', '/api/teams', { ...boss, body: { name: '配送', memberIds: [cafe.ids.supervisor] } })).json();
  const body = { ...first!, owner: 'team', teamId: team.id, folderId: inner.id };
  const made = (await call('POST', '/api/canned-responses', { ...boss, body })).json();
  expect((await list(cafe.cookies.supervisor)).map(({ id }: { id: string }) => id)).toEqual([made.id]);
  expect(await list(cafe.cookies.agent)).toEqual([]);
  expect((await call('GET', '/api/canned-responses/all', boss)).json().items).toHaveLength(1);
  expect((await call('POST', '/api/canned-responses', { ...boss, body: { ...body, teamId: null } })).json().code).toBe(
    'canned.owner_refused',
  );

  await call('DELETE', `/api/text-folders/${inner.id}`, boss);
  expect((await list(cafe.cookies.supervisor))[0].folderId).toBe(outer.id);
  await call('DELETE', `/api/text-folders/${outer.id}`, boss);
  expect((await list(cafe.cookies.supervisor))[0].folderId).toBeNull();
});

test('a condition that cannot be read is refused where it stands', async () => {
  const body = { ...first!, text: '{{#if weather is fine}}晴れです{{/if}}' };
  expect((await call('POST', '/api/canned-responses', { ...by, body })).json().errors).toEqual([
    { path: 'text', message: 'text.condition' },
  ]);
});
