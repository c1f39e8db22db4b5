import { newId } from '../../src/platform/ids/ids.ts';
import { get, unique } from './examples.ts';
import type { Inputs } from './world.ts';

const at = '2026-11-20T01:00:00.000Z';
const order = {
  number: 'HZ-10234',
  state: 'paid',
  customer: { email: 'hanako.sato@mail.example' },
  placedAt: at,
  currency: 'JPY',
  total: '1980',
  lines: [{ name: '深蒸し煎茶 100g', quantity: 1, price: '1980' }],
  updatedAt: at,
};
const contract = { name: 'プレミアム', customer: { email: 'hanako.sato@mail.example' }, startsAt: at, updatedAt: at };
const orderReturn = { orderExternalId: '1', state: 'requested', requestedAt: at, updatedAt: at };

/** Orders, returns, contracts and the shops that tell of them. */
export const commerceInputs: Inputs = {
  'PUT /api/commerce/orders/:source/:externalId': () => ({ url: `/api/commerce/orders/shop/${unique('o')}`, body: order }),
  'POST /api/commerce/orders': () => ({
    url: '/api/commerce/orders',
    body: { source: 'shop', items: [{ externalId: unique('o'), ...order }] },
  }),
  'PUT /api/commerce/returns/:source/:externalId': () => ({ url: `/api/commerce/returns/shop/${unique('r')}`, body: orderReturn }),
  'POST /api/commerce/returns': () => ({
    url: '/api/commerce/returns',
    body: { source: 'shop', items: [{ externalId: unique('r'), ...orderReturn }] },
  }),
  'PUT /api/commerce/contracts/:source/:externalId': () => ({ url: `/api/commerce/contracts/shop/${unique('c')}`, body: contract }),
  'POST /api/commerce/contracts': () => ({
    url: '/api/commerce/contracts',
    body: { source: 'shop', items: [{ externalId: unique('c'), ...contract }] },
  }),
  'GET /api/commerce/orders': get('/api/commerce/orders'),
  'GET /api/commerce/orders/:id': () => ({ url: `/api/commerce/orders/${newId('ord')}` }),
  'GET /api/commerce/returns': get('/api/commerce/returns'),
  'GET /api/commerce/contracts': get('/api/commerce/contracts'),
  'GET /api/customers/:id/commerce': ({ customer }) => ({ url: `/api/customers/${customer}/commerce` }),
  'POST /api/commerce/orders/:id/returns': () => ({
    url: `/api/commerce/orders/${newId('ord')}/returns`,
    body: { wish: 'refund', lines: [{ name: '深蒸し煎茶 100g', quantity: 1 }] },
  }),
  'PUT /api/commerce/returns/:id/state': () => ({
    url: `/api/commerce/returns/${newId('rtn')}/state`,
    body: { from: 'requested', state: 'approved' },
  }),
  'GET /api/shops': get('/api/shops'),
  'POST /api/shops': () => ({ url: '/api/shops', body: { kind: 'generic', name: 'オンラインショップ', source: unique('shop') } }),
  'PATCH /api/shops/:id': () => ({ url: `/api/shops/${newId('sho')}`, body: { name: '別の名前' } }),
  'POST /api/shops/:id/secret': () => ({ url: `/api/shops/${newId('sho')}/secret` }),
  'DELETE /api/shops/:id': () => ({ url: `/api/shops/${newId('sho')}` }),
  'GET /api/shops/:id/payloads': () => ({ url: `/api/shops/${newId('sho')}/payloads` }),
  'POST /api/shop-payloads/:id/retry': () => ({ url: `/api/shop-payloads/${newId('shd')}/retry` }),
  'DELETE /api/shop-payloads/:id': () => ({ url: `/api/shop-payloads/${newId('shd')}` }),
  'POST /hooks/shops/:key': () => ({ url: '/hooks/shops/nobodys' }),
};
