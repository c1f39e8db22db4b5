import { expect, test } from 'vitest';
import { sato, tanaka } from '../../../../../fixtures/customers.ts';
import { stage } from '../../../test/stage.ts';
import { customerWith, orderAt } from '../../commerce/commerce.testkit.ts';
import { openReturn } from '../../commerce/returns/returns.commands.ts';
import { ORDERS, syncOne } from '../../commerce/sync/sync.commands.ts';
import { timelineOf } from './timeline.queries.ts';

const { system, suzuki, workspaceId } = await stage();

const of = async (customerId: string) =>
  (await suzuki.transaction((tx) => timelineOf(tx, workspaceId, customerId, { limit: 50 }))).items.map(
    ({ kind, text }) => `${kind} ${text}`,
  );

test('orders and returns stand among what happened, for the person who proved the address they were bought with', async () => {
  await syncOne(system, ORDERS, 'ec', '1', orderAt(1, { number: 'HS-1' }));
  await syncOne(system, ORDERS, 'ec', '2', orderAt(1, { number: 'HS-2', customer: { externalId: '', name: '', email: '', phone: '' } }));
  const proved = await customerWith(system, 'email', sato.email);
  const onlySaid = await customerWith(system, 'email', tanaka.email, { verified: false });
  await syncOne(
    system,
    ORDERS,
    'ec',
    '3',
    orderAt(1, { number: 'HS-3', customer: { externalId: '', name: '', email: tanaka.email, phone: '' } }),
  );
  const order = await system.transaction((tx) =>
    tx.selectFrom('orders').select('id').where('external_id', '=', '1').executeTakeFirstOrThrow(),
  );
  await openReturn(suzuki, order.id, { wish: 'refund', reason: '', lines: [{ name: '玉露 50g', quantity: 1 }] });
  expect(await of(proved)).toEqual(['returned HS-1', `proved ${sato.email}`, 'ordered HS-1']);
  expect(await of(onlySaid)).toEqual([]);
});
