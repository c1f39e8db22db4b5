import { expect, test } from 'vitest';
import { ORDERS, syncMany } from '../commerce/sync/sync.commands.ts';
import { claimIdentity } from '../customers/customers.commands.ts';
import { systemActor } from '../platform/actor.ts';
import { makeCtx } from '../platform/ctx.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import { createWorkspace } from '../workspaces/workspaces.commands.ts';
import { ordersSaidElsewhere } from './search.queries.ts';
import { searchStage } from './search.testkit.ts';

const house = await searchStage();
const { suzuki, system, workspaceId } = house;

test('orders are found by their number in any width, by its digits and by a parcel’s number, in one’s own workspace only', async () => {
  const parcel = { externalId: 'p', carrier: 'yamato', trackingNumber: '4567-8901-2345', state: 'shipped' };
  const customer = { name: '山本 隆', email: 'takashi@letter.example' };
  const goods = {
    currency: 'JPY',
    total: '1980',
    lines: [],
    customer,
    placedAt: '2026-11-20T01:00:00Z',
    updatedAt: '2026-11-20T01:00:00Z',
  };
  await syncMany(system, ORDERS, 'ec', [
    { externalId: '1', number: 'HZ-20417', state: 'paid', ...goods, shipments: [parcel] },
    { externalId: '2', number: 'HZ-20418', state: 'paid', ...goods },
  ]);
  const numbersOf = async (q: string, ctx = suzuki) => {
    const { orders } = await house.find(q, { kinds: 'orders' }, ctx);
    return orders!.items.map(({ number, trackingNumber }) => [number.text, trackingNumber?.text ?? null]);
  };
  for (const q of ['HZ-20417', 'hz20417', 'ＨＺ－２０４１７', '注文番号：HZ-20417', '20417', '#20417'])
    expect(await numbersOf(q), q).toEqual([['HZ-20417', null]]);
  expect(await numbersOf('HZ-204')).toHaveLength(2);
  expect(await numbersOf('4567 8901 2345')).toEqual([['HZ-20417', '4567-8901-2345']]);
  expect((await house.find('hz20417', { kinds: 'orders' })).orders!.items[0]!.number.ranges).toEqual([[0, 8]]);
  for (const q of ['急須', 'HZ', '1', '']) expect(await numbersOf(q), q).toEqual([]);
  const rival = await createWorkspace(house.platform, { name: '隣の店', locale: 'ja' });
  const them = makeCtx(house.platform, systemViewer(rival.workspaceId), systemActor);
  expect(await numbersOf('HZ-20417', them)).toEqual([]);

  const text = ['hz20417'];
  const stranger = await house.visitor('誰か');
  const ask = (id: string) => suzuki.transaction((tx) => ordersSaidElsewhere(tx, workspaceId, id, text));
  expect(await ask(stranger.line.customerId)).toEqual(text);
  await system.transaction((tx) => claimIdentity(system, tx, stranger.line.customerId, 'email', customer.email, 'chat'));
  expect(await ask(stranger.line.customerId)).toEqual([]);
});
