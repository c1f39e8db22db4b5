import { describe, expect, test } from 'vitest';
import { sato, tanaka } from '../../../../../fixtures/customers.ts';
import { workspace as shop } from '../../../../../fixtures/workspace.ts';
import { stage } from '../../../test/stage.ts';
import { mergeCustomers, undoMerge } from '../../customers/merges/merges.commands.ts';
import { createOrganization } from '../../customers/organizations/organizations.commands.ts';
import { systemActor } from '../../platform/actor.ts';
import { makeCtx } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { createWorkspace } from '../../workspaces/workspaces.commands.ts';
import { commerceOf } from '../commerce.queries.ts';
import { customerWith, orderAt } from '../commerce.testkit.ts';
import { listContracts } from '../contracts/contracts.queries.ts';
import { listOrders, orderById } from '../orders/orders.queries.ts';
import { CONTRACTS, ORDERS, RETURNS, syncMany, syncOne } from './sync.commands.ts';

const { system, suzuki, platform, workspaceId, clock } = await stage();

const put = async (externalId: string, order: ReturnType<typeof orderAt>) =>
  (await syncOne(system, ORDERS, 'ec', externalId, order)).outcome;
const read = async (externalId: string) => {
  const { items } = await suzuki.transaction((tx) => listOrders(tx, workspaceId, { limit: 100 }));
  return items.find((order) => order.externalId === externalId)!;
};
const bought = async (customerId: string) =>
  (await suzuki.transaction((tx) => commerceOf(tx, workspaceId, customerId, clock.now()))).orders.map(({ externalId, proven }) => [
    externalId,
    proven,
  ]);

describe('what a shop tells of an order', () => {
  test('in any order and however often, the newest word stands', async () => {
    expect(await put('1', orderAt(10))).toBe('created');
    expect(await put('1', orderAt(10))).toBe('unchanged');
    expect(await put('1', orderAt(30, { state: 'cancelled' }))).toBe('updated');
    expect(await put('1', orderAt(20, { state: 'shipped' }))).toBe('stale');
    expect(await read('1')).toMatchObject({ state: 'cancelled', total: '5940', number: 'HZ-10234' });
  });

  test('at the same moment from two sides it is one order with the newest word', async () => {
    const minutes = [5, 1, 9, 3, 7];
    await Promise.all(minutes.map((minute) => put('2', orderAt(minute, { total: String(minute) }))));
    const { items } = await suzuki.transaction((tx) => listOrders(tx, workspaceId, { limit: 100 }));
    expect(items.filter(({ externalId }) => externalId === '2').map(({ total }) => total)).toEqual(['9']);
  });

  test('a parcel moves the order on, and its number leads to the carrier', async () => {
    const parcel = {
      externalId: 'p1',
      carrier: 'yamato' as const,
      carrierName: '',
      trackingNumber: '4567-8901-2345',
      trackingUrl: '',
      state: 'shipped' as const,
      shippedAt: '2026-11-20T02:00:00.000Z',
      deliveredAt: null,
    };
    await put('3', orderAt(1, { shipments: [parcel] }));
    expect(await read('3')).toMatchObject({
      state: 'shipped',
      shipments: [{ trackingUrl: 'https://jizen.kuronekoyamato.co.jp/jizen/servlet/crjz.b.NQ0010?id=456789012345' }],
    });
    await put('3', orderAt(3, { shipments: [{ ...parcel, state: 'delivered', deliveredAt: '2026-11-21T02:00:00.000Z' }] }));
    // Known as it was in the first minute: told again in the second, it is the older word.
    await put('3', orderAt(2, { shipments: [parcel] }));
    expect(await read('3')).toMatchObject({ state: 'delivered', shipments: [{ state: 'delivered' }] });
  });

  test('what is malformed is refused by name, and the others are kept', async () => {
    const items = [
      { externalId: '4', ...orderAt(1) },
      { externalId: '5', ...orderAt(1), total: '1,980円', lines: [{ name: '玉露', quantity: 0, price: '1980' }] },
      { ...orderAt(1) },
      { externalId: '6', ...orderAt(1, { number: 'HZ-6' }) },
    ];
    const outcomes = await syncMany(system, ORDERS, 'ec', items);
    expect(outcomes.map(({ outcome, externalId }) => [externalId, outcome])).toEqual([
      ['4', 'created'],
      ['5', 'refused'],
      ['', 'refused'],
      ['6', 'created'],
    ]);
    expect(outcomes[1]!.errors.map(({ path }) => path)).toEqual(['total', 'lines.0.quantity']);
    expect(outcomes[2]!.errors.map(({ path }) => path)).toEqual(['externalId']);
  });
});

describe('whose an order is', () => {
  test('follows the address that was proved: later, through a merge and back', async () => {
    const buyer = { externalId: '', name: tanaka.name, email: ' Koji-Tanaka@POST.example', phone: '' };
    await put('t1', orderAt(1, { customer: buyer }));
    const known = await customerWith(system, 'visitor', 'tanaka-pc');
    expect(await bought(known)).toEqual([]);
    const proved = await customerWith(system, 'email', tanaka.email, { name: tanaka.name });
    expect(await bought(proved)).toEqual([['t1', true]]);
    const mergeId = await mergeCustomers(suzuki, proved, known);
    expect(await bought(known)).toEqual([['t1', true]]);
    await undoMerge(suzuki, String(mergeId));
    expect(await bought(known)).toEqual([]);
  });

  test('a telephone number counts in any notation; an address that was only said is told apart', async () => {
    await put('k1', orderAt(1, { customer: { externalId: '', name: '', email: 'kimura@letter.example', phone: '090-1234-5678' } }));
    const caller = await customerWith(system, 'phone', '+81 90 1234 5678');
    const claimer = await customerWith(system, 'email', 'kimura@letter.example', { verified: false });
    expect(await bought(caller)).toEqual([['k1', true]]);
    expect(await bought(claimer)).toEqual([['k1', false]]);
    const order = await read('k1');
    expect((await suzuki.transaction((tx) => orderById(tx, workspaceId, order.id))).customer?.id).toBe(caller);
  });

  test('another workspace sees nothing, and has orders of the same names for itself', async () => {
    const rival = await createWorkspace(platform, { ...shop, greeting: { ...shop.greeting } });
    const them = makeCtx(platform, systemViewer(rival.workspaceId), systemActor);
    const ours = await read('1');
    await expect(them.transaction((tx) => orderById(tx, workspaceId, ours.id))).rejects.toThrow('not_found');
    expect(await them.transaction((tx) => listOrders(tx, workspaceId, { limit: 10 }))).toEqual({ items: [], nextCursor: null });
    expect((await syncOne(them, ORDERS, 'ec', '1', orderAt(1, { total: '1' }))).outcome).toBe('created');
    expect((await read('1')).total).toBe('5940');
  });
});

test('returns and contracts go by the same rule', async () => {
  const customer = await customerWith(system, 'email', sato.email, { name: sato.name });
  const back = { orderExternalId: '1', state: 'requested' as const, requestedAt: '2026-11-22T00:00:00.000Z' };
  const told = (state: string, minute: string) => ({ externalId: 'r1', ...back, state, updatedAt: `2026-11-22T00:${minute}:00+09:00` });
  const outcomes = await syncMany(system, RETURNS, 'ec', [
    told('requested', '01'),
    told('refunded', '09'),
    told('approved', '05'),
    told('refunded', '09'),
  ]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['created', 'updated', 'stale', 'unchanged']);
  const [order] = (await suzuki.transaction((tx) => commerceOf(tx, workspaceId, customer, clock.now()))).orders.filter(
    ({ externalId }) => externalId === '1',
  );
  expect(order!.returns).toMatchObject([{ state: 'refunded', next: [], steps: [{ state: 'requested' }, { state: 'refunded' }] }]);

  const contract = {
    name: 'プレミアム',
    customer: { email: sato.email },
    startsAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
  };
  const [kept] = await syncMany(system, CONTRACTS, 'crm', [
    { externalId: 'c1', ...contract, endsAt: '2026-11-24T03:00:01Z', entitlements: ['優先対応'] },
  ]);
  expect(kept!.outcome).toBe('created');
  const { contracts } = await suzuki.transaction((tx) => commerceOf(tx, workspaceId, customer, clock.now()));
  expect(contracts).toMatchObject([{ name: 'プレミアム', standing: 'running', entitlements: ['優先対応'], proven: true }]);

  // Of an organization are those of its domains, not those of its people.
  const company = { reading: '', note: '', attributes: {} };
  const aoba = await createOrganization(system, { ...company, name: '青葉設計', domains: ['aoba.example', 'aoba-sekkei.example'] });
  const other = await createOrganization(system, { ...company, name: '木村工務店', domains: [] });
  await syncMany(system, CONTRACTS, 'crm', [
    { externalId: 'c2', ...contract, name: '法人', customer: { domain: 'aoba-sekkei.example' } },
    { externalId: 'c3', ...contract, name: 'よそ', customer: { domain: 'elsewhere.example' } },
  ]);
  const of = async (organizationId: string) =>
    (await suzuki.transaction((tx) => listContracts(suzuki, tx, { organizationId, limit: 30 }))).items.map(({ name }) => name);
  expect([await of(aoba), await of(other)]).toEqual([['法人'], []]);
});
