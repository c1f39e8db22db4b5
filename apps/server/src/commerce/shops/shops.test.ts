import { createHmac, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sato } from '../../../../../fixtures/customers.ts';
import { stage } from '../../../test/stage.ts';
import { makeHttpServer } from '../../platform/http/server.ts';
import { makeLog } from '../../platform/log/log.ts';
import { commerceOf } from '../commerce.queries.ts';
import { customerWith, orderAt } from '../commerce.testkit.ts';
import { listOrders } from '../orders/orders.queries.ts';
import { shopHookRoutes } from './hook/shop-hook.routes.ts';
import { readAll } from './payloads.lane.ts';
import { shopsRoutes } from './shops.routes.ts';

const { system, suzuki, platform, workspaceId, clock } = await stage();
const sealingKey = randomBytes(32);
const { app } = await makeHttpServer({ log: makeLog('silent'), checkAnswers: true, authorize: async () => suzuki });
shopsRoutes(app, { sealingKey });
shopHookRoutes(app, { platform, sealingKey });
await app.ready();
afterAll(() => app.close());

type Json = Record<string, unknown>;
const ask = async (method: 'GET' | 'POST' | 'DELETE' | 'PATCH', url: string, payload?: Json) => {
  const answer = await app.inject({ method, url, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body ? answer.json() : null };
};
const connect = async (body: Json) => (await ask('POST', '/api/shops', body)).body;
const shopNow = async (id: string) => (await ask('GET', '/api/shops')).body.items.find((one: { id: string }) => one.id === id);
const payloads = async (id: string, only = 'all') => (await ask('GET', `/api/shops/${id}/payloads?only=${only}`)).body.items;
const readIn = (id: string) => readAll(system, id, { warn: () => {} });
const bought = async (customerId: string) =>
  (await suzuki.transaction((tx) => commerceOf(tx, workspaceId, customerId, clock.now()))).orders;

let customerId = '';
beforeAll(async () => {
  customerId = await customerWith(system, 'email', sato.email, { name: sato.name });
});

describe('a shop of our own shape', () => {
  let shop: { id: string; hookPath: string };
  let secret = '';
  beforeAll(async () => {
    ({ shop, secret } = await connect({ kind: 'generic', name: '葉月茶寮オンライン', source: 'ec' }));
  });
  const post = async (body: unknown, { key = secret, delivery }: { key?: string; delivery?: string } = {}) => {
    const payload = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    const answer = await app.inject({
      method: 'POST',
      url: shop.hookPath,
      payload,
      headers: {
        'content-type': 'application/json',
        'x-madoguchi-signature': `sha256=${createHmac('sha256', key).update(payload).digest('hex')}`,
        ...(delivery ? { 'x-madoguchi-delivery': delivery } : {}),
      },
    });
    return { status: answer.statusCode, body: answer.json() };
  };

  test('is heard when it signs, once for each delivery, and its secret is never told again', async () => {
    const order = { orders: [{ externalId: '1', ...orderAt(1) }] };
    expect((await post(order, { delivery: 'd1' })).status).toBe(200);
    expect((await post(order, { delivery: 'd1' })).status).toBe(200);
    expect(await payloads(shop.id)).toHaveLength(1);
    await readIn(shop.id);
    expect(await bought(customerId)).toMatchObject([{ number: 'HZ-10234', proven: true }]);
    expect(await payloads(shop.id)).toMatchObject([{ state: 'done', body: '' }]);
    const now = await shopNow(shop.id);
    expect(now).toMatchObject({ trouble: null, lastSyncAt: clock.now().toISOString(), unread: 0 });
    expect(JSON.stringify(now)).not.toContain(secret);
  });

  test('with a wrong signature nothing is kept, and an admin sees that somebody tried', async () => {
    const answer = await post({ orders: [{ externalId: '9', ...orderAt(1) }] }, { key: 'somebody-else-entirely' });
    expect([answer.status, answer.body.code]).toEqual([401, 'shop.signature_wrong']);
    expect(await payloads(shop.id)).toHaveLength(1);
    expect((await shopNow(shop.id)).trouble).toBe('signature_refused');
    expect((await app.inject({ method: 'POST', url: '/hooks/shops/nobodys', payload: '{}' })).statusCode).toBe(404);
  });

  test('malformed it hears why at once, and what it sent can be looked at; put right, the same delivery is taken in', async () => {
    const broken = { orders: [{ externalId: '2', ...orderAt(1), currency: '円' }] };
    const answer = await post(broken, { delivery: 'd2' });
    expect([answer.status, answer.body.code]).toEqual([400, 'shop.payload_malformed']);
    expect(answer.body.errors).toEqual([{ path: 'orders.0.currency', message: 'currency.malformed' }]);
    expect((await post('{"orders":', { delivery: 'd3' })).body.errors).toEqual([{ path: '', message: 'json.malformed' }]);
    const unread = await payloads(shop.id, 'unread');
    expect(unread.map(({ state, problem }: { state: string; problem: string }) => [state, problem])).toEqual([
      ['failed', 'json.malformed'],
      ['failed', 'orders.0.currency: currency.malformed'],
    ]);
    expect(unread[1].body).toContain('"currency":"円"');
    expect(await shopNow(shop.id)).toMatchObject({ trouble: 'payload_unread', unread: 2 });

    expect((await post({ orders: [{ externalId: '2', ...orderAt(1) }] }, { delivery: 'd2' })).status).toBe(200);
    await readIn(shop.id);
    expect(await bought(customerId)).toHaveLength(2);
    for (const { id } of unread) expect((await ask('DELETE', `/api/shop-payloads/${id}`)).status).toBe(204);
    expect(await shopNow(shop.id)).toMatchObject({ trouble: null, unread: 0 });
  });

  test('a new secret makes the old one worthless', async () => {
    const old = secret;
    secret = (await ask('POST', `/api/shops/${shop.id}/secret`)).body.secret;
    const order = { orders: [{ externalId: '1', ...orderAt(2) }] };
    expect((await post(order, { key: old })).status).toBe(401);
    expect((await post(order)).status).toBe(200);
  });
});

describe('a Shopify shop', () => {
  const secret = 'shpss_0123456789abcdef';
  let shop: { id: string; hookPath: string };
  beforeAll(async () => {
    expect((await ask('POST', '/api/shops', { kind: 'shopify', name: 'S', source: 'shopify' })).body.code).toBe('shop.secret_missing');
    ({ shop } = await connect({ kind: 'shopify', name: 'Shopify', source: 'shopify', secret }));
    expect((await ask('POST', '/api/shops', { kind: 'shopify', name: 'S', source: 'shopify', secret })).body.code).toBe(
      'shop.source_taken',
    );
  });
  let deliveries = 0;
  const post = async (topic: string, body: Json, webhookId = `w${++deliveries}`) => {
    const payload = Buffer.from(JSON.stringify(body));
    const answer = await app.inject({
      method: 'POST',
      url: shop.hookPath,
      payload,
      headers: {
        'content-type': 'application/json',
        'x-shopify-topic': topic,
        'x-shopify-webhook-id': webhookId,
        'x-shopify-hmac-sha256': createHmac('sha256', secret).update(payload).digest('base64'),
      },
    });
    return answer.statusCode;
  };
  const order = (minute: string, changes: Json = {}) => ({
    id: 5_512_345_678_901,
    name: '#1001',
    email: sato.email,
    phone: null,
    created_at: '2026-11-20T10:00:00+09:00',
    updated_at: `2026-11-20T10:${minute}:00+09:00`,
    cancelled_at: null,
    currency: 'JPY',
    total_price: '3960',
    financial_status: 'paid',
    fulfillment_status: null,
    customer: { id: 7_001, email: sato.email, first_name: '花子', last_name: '佐藤' },
    line_items: [{ name: '深蒸し煎茶 100g', title: '深蒸し煎茶', sku: 'SEN-100', quantity: 2, price: '1980' }],
    ...changes,
  });
  const fulfillment = {
    id: 91,
    order_id: 5_512_345_678_901,
    status: 'success',
    shipment_status: 'in_transit',
    tracking_company: 'Sagawa (JA)',
    tracking_number: '4001-2345-6789',
    created_at: '2026-11-21T09:00:00+09:00',
    updated_at: '2026-11-21T09:00:00+09:00',
  };
  const refund = {
    id: 81,
    order_id: 5_512_345_678_901,
    created_at: '2026-11-23T09:00:00+09:00',
    note: '割れていたため',
    refund_line_items: [{ quantity: 1, line_item: { name: '深蒸し煎茶 100g' } }],
    transactions: [
      { amount: '1980.00', kind: 'refund', status: 'success' },
      { amount: '0.50', kind: 'refund', status: 'success' },
    ],
  };
  const ofShopify = async () => (await bought(customerId)).find(({ source }) => source === 'shopify');

  test('is understood in whatever order its topics come, and a repeated one is one', async () => {
    expect(await post('fulfillments/create', fulfillment, 'same')).toBe(200);
    expect(await post('fulfillments/create', fulfillment, 'same')).toBe(200);
    expect(await post('refunds/create', refund)).toBe(200);
    expect(await post('orders/updated', order('20'))).toBe(200);
    expect(await post('orders/create', order('10', { total_price: '1' }))).toBe(200);
    expect(await post('products/update', { id: 1 })).toBe(200);
    await readIn(shop.id);
    expect(await ofShopify()).toMatchObject({
      number: '#1001',
      state: 'shipped',
      total: '3960',
      buyer: { name: '佐藤 花子' },
      shipments: [{ carrier: 'sagawa', trackingUrl: 'https://k2k.sagawa-exp.co.jp/p/web/okurijosearch.do?okurijoNo=400123456789' }],
      returns: [{ state: 'refunded', amount: '1980.5', reason: '割れていたため', openedBy: 'shop' }],
    });
    await post('orders/cancelled', order('30', { cancelled_at: '2026-11-20T10:30:00+09:00' }));
    await readIn(shop.id);
    expect((await ofShopify())!.state).toBe('cancelled');
  });

  test('what it sends and we cannot read is acknowledged all the same, kept, and read again when asked', async () => {
    expect(await post('orders/create', { id: 1 })).toBe(200);
    await readIn(shop.id);
    const [unread] = await payloads(shop.id, 'unread');
    expect(unread).toMatchObject({ topic: 'orders/create', state: 'failed' });
    expect(unread.problem).toContain('name: ');
    expect((await ask('POST', `/api/shop-payloads/${unread.id}/retry`)).body.state).toBe('waiting');
    await readIn(shop.id);
    expect((await payloads(shop.id, 'unread'))[0].state).toBe('failed');
    await ask('DELETE', `/api/shop-payloads/${unread.id}`);
  });

  test('a request for data waits for a person; a redaction takes the buyer out for good and leaves the figures', async () => {
    await post('customers/data_request', { shop_id: 1, customer: { id: 7_001, email: sato.email }, orders_requested: [5_512_345_678_901] });
    await readIn(shop.id);
    expect(await payloads(shop.id, 'unread')).toMatchObject([{ state: 'asks', topic: 'customers/data_request' }]);

    await post('customers/redact', { shop_id: 1, customer: { id: 7_001 }, orders_to_redact: [] });
    await readIn(shop.id);
    expect(await ofShopify()).toBeUndefined();
    await post('orders/updated', order('50'));
    await readIn(shop.id);
    expect(await ofShopify()).toBeUndefined();
    const { items } = await suzuki.transaction((tx) => listOrders(tx, workspaceId, { source: 'shopify', limit: 9 }));
    expect(items).toMatchObject([
      {
        buyer: { externalId: '', name: '', email: '', phone: '' },
        total: '3960',
        shipments: [{ trackingNumber: '' }],
        returns: [{ reason: '' }],
      },
    ]);
  });

  test('an uninstalled shop takes every buyer along', async () => {
    await post('orders/create', order('10', { id: 2, name: '#1002' }));
    await post('shop/redact', { shop_id: 1, shop_domain: 'x.myshopify.example' });
    await readIn(shop.id);
    expect(await ofShopify()).toBeUndefined();
    expect((await ask('DELETE', `/api/shops/${shop.id}`)).status).toBe(204);
    expect((await ask('POST', shop.hookPath)).status).toBe(404);
    expect(await shopNow(shop.id)).toBeUndefined();
  });
});
