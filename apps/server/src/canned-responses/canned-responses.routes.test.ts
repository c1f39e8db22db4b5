import { expect, test } from 'vitest';
import { cannedResponses } from '../../../../fixtures/canned-responses.ts';
import { openDesk } from '../../test/desk.ts';

const { call, addCompany, factsOf } = await openDesk();
const shop = await addCompany('shop.example');
const rival = await addCompany('rival.example');
const by = { cookie: shop.cookies.supervisor };
const [first, second] = cannedResponses;

const list = async (cookie: string) => (await call('GET', '/api/canned-responses', { cookie })).json().items;

test('canned responses are written, changed, removed, and every agent reads them', async () => {
  const made = await call('POST', '/api/canned-responses', { ...by, body: first! });
  expect(made.statusCode).toBe(201);
  const { id } = made.json();
  expect(await list(shop.cookies.agent)).toEqual([{ id, ...first }]);

  const change = () => call('PUT', `/api/canned-responses/${id}`, { ...by, body: second! });
  expect((await change()).json()).toEqual({ id, ...second });
  expect((await change()).json()).toEqual({ id, ...second });
  expect(await list(shop.cookies.agent)).toEqual([{ id, ...second }]);

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
  for (const body of cannedResponses) await call('POST', '/api/canned-responses', { ...by, body });
  const shortcuts = (await list(shop.cookies.agent)).map(({ shortcut }: { shortcut: string }) => shortcut);
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
