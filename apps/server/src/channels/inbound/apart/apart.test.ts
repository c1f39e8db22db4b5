import { randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { addCompany, asAgent } from '../../../../test/company.ts';
import { testDatabase } from '../../../../test/database.ts';
import { call, web } from '../../../../test/web.ts';
import { systemViewer } from '../../../platform/db/viewer.ts';
import { keysFrom } from '../../../platform/secrets/keys.ts';
import { echoSignature } from '../../echo.testkit.ts';
import { astrayChannel } from './apart.testkit.ts';

const { connection } = await testDatabase();
const keys = keysFrom(randomBytes(32));
const product = await web({ connection, keys, channels: [astrayChannel], parseLimits: { parseMs: 6000, bytesMb: 128 } });
const shop = await addCompany(product, 'shop.example');
const admin = asAgent(shop.cookies.admin);
const waits = { timeout: 30_000, interval: 50 };

const inbox = async (name: string) =>
  (await call(product, 'POST', '/api/inboxes', { body: { name, channel: 'echo', settings: { secret: 'himitsu' } }, headers: admin }))
    .body as {
    id: string;
    key: string;
  };
const send = (key: string, payload: string) =>
  product.http.inject({
    method: 'POST',
    url: `/api/hooks/${key}`,
    payload,
    headers: { 'content-type': 'application/json', 'x-echo-signature': echoSignature('himitsu', payload) },
  });
const post = (key: string, text: string) => send(key, JSON.stringify({ posts: [{ id: text, from: text, text }] }));
const previews = async () =>
  ((await call(product, 'GET', '/api/conversations?view=all', { headers: admin })).body.items as { preview: string }[]).map(
    ({ preview }) => preview,
  );
const failed = async ({ id }: { id: string }) =>
  (await call(product, 'GET', `/api/inboxes/${id}/payloads`, { headers: admin })).body.items as { id: string; problem: string }[];

test('a mail that makes its parser hang, or eat memory, is set aside with its reason; the server answers all the while', async () => {
  const [one, other] = [await inbox('一'), await inbox('二')];
  await send(one.key, 'hang ');
  await send(one.key, 'bytes ');
  await post(one.key, '後ろの人');
  await post(other.key, '隣の人');
  const asked: number[] = [];
  await vi.waitFor(async () => {
    const began = performance.now();
    const { statusCode } = await product.http.inject({ method: 'GET', url: '/healthz' });
    asked.push(performance.now() - began);
    expect(statusCode).toBeLessThan(500);
    expect(await previews()).toEqual(expect.arrayContaining(['後ろの人', '隣の人']));
    expect(await failed(one)).toHaveLength(2);
  }, waits);
  expect(Math.max(...asked)).toBeLessThan(15_000);
  const problems = await failed(one);
  expect(problems.map(({ problem }) => problem).sort()).toEqual(['payload.too_much_memory', 'payload.too_slow']);
  expect(await failed(other)).toEqual([]);

  const hanging = problems.find(({ problem }) => problem === 'payload.too_slow')!;
  const again = await call(product, 'POST', `/api/payloads/${hanging.id}/parse`, { headers: admin });
  expect(again.body).toMatchObject({ state: 'failed', problem: 'payload.too_slow' });
  const { body } = await call(product, 'GET', '/api/channels/health', { headers: admin });
  expect(body.items.find((item: { inbox: { id: string } }) => item.inbox.id === one.id)).toMatchObject({ unparsed: 2, state: 'good' });
});

test('a server that ends in the middle of a reading waits for nothing; what it had not read is read by the next', async () => {
  const { id, key } = await inbox('三');
  await send(key, 'hang ');
  const holders = (of: typeof product) =>
    of.platform.db.directory((tx) => tx.selectFrom('leases').select('name').where('name', '=', `inbound:${id}`).execute());
  await vi.waitFor(async () => expect(await holders(product)).toHaveLength(1), waits);
  await product.stop();

  const next = await web({ connection, keys, channels: [{ ...astrayChannel, parsedApart: undefined, parse: () => [] }] });
  await vi.waitFor(async () => {
    const rows = await next.platform.db.as(systemViewer(shop.ctx.viewer.workspaceId), (tx) =>
      tx.selectFrom('payloads').select(['state', 'tries']).where('inbox_id', '=', id).execute(),
    );
    expect(rows).toEqual([{ state: 'parsed', tries: 0 }]);
  }, waits);
  // Made within a test, it is taken down within it.
  await next.stop();
});
