import { expect, test } from 'vitest';
import { sato } from '../../../../../fixtures/customers.ts';
import { stage } from '../../../test/stage.ts';
import { customerWith, orderAt } from '../commerce.testkit.ts';
import { ORDERS, RETURNS, syncOne } from '../sync/sync.commands.ts';
import { moveReturn, openReturn } from './returns.commands.ts';
import { listReturns, returnById } from './returns.queries.ts';

const { system, suzuki, takahashi, workspaceId, clock } = await stage();
const order = (await syncOne(system, ORDERS, 'ec', '1', orderAt(1))).id!;
const customerId = await customerWith(system, 'email', sato.email, { name: sato.name });
const wish = { wish: 'exchange' as const, reason: '湯呑みが割れていた', lines: [{ name: '玉露 50g', quantity: 1 }] };
const read = (id: string) => suzuki.transaction((tx) => returnById(tx, workspaceId, id));

test('an agent opens a return, another brings it on, and each step is a fact of the customer', async () => {
  const id = await openReturn(suzuki, order, wish);
  await moveReturn(takahashi, id, { from: 'requested', state: 'approved', note: '着払いで' });
  // The same click twice is one step; two people at once are told of one another.
  await moveReturn(takahashi, id, { from: 'requested', state: 'approved', note: '着払いで' });
  await expect(moveReturn(suzuki, id, { from: 'requested', state: 'refused', note: '' })).rejects.toMatchObject({
    code: 'return.not_next',
    extra: { from: 'approved', next: ['received', 'refused'] },
  });
  await expect(moveReturn(suzuki, id, { from: 'approved', state: 'refunded', note: '' })).rejects.toThrow('return.not_next');
  await moveReturn(suzuki, id, { from: 'approved', state: 'received', note: '' });
  await moveReturn(suzuki, id, { from: 'received', state: 'exchanged', note: '新しい品を発送' });
  expect(await read(id)).toMatchObject({
    state: 'exchanged',
    next: [],
    openedBy: 'desk',
    steps: [
      { state: 'requested', by: suzuki.actor.name },
      { state: 'approved', by: takahashi.actor.name, note: '着払いで' },
      { state: 'received' },
      { state: 'exchanged', note: '新しい品を発送' },
    ],
  });
  const facts = await suzuki.transaction((tx) =>
    tx.selectFrom('events').select(['name', 'data', 'customer_id']).where('name', 'like', 'return.%').orderBy('position').execute(),
  );
  expect(facts.map(({ name, data }) => [name, (data as { to?: string }).to])).toEqual([
    ['return.opened', undefined],
    ['return.moved', 'approved'],
    ['return.moved', 'received'],
    ['return.moved', 'exchanged'],
  ]);
  expect(new Set(facts.map(({ customer_id }) => customer_id))).toEqual(new Set([customerId]));
  expect(JSON.stringify(facts)).not.toContain('着払い');
});

test('nothing is taken back that was not bought', async () => {
  const tooMany = { ...wish, lines: [{ name: '玉露 50g', quantity: 2 }] };
  await expect(openReturn(suzuki, order, tooMany)).rejects.toMatchObject({ code: 'return.line_unknown', extra: { name: '玉露 50g' } });
});

test('what was done by hand is not undone by an older word of the shop, and is by its next one', async () => {
  const told = { orderExternalId: '1', wish: 'refund' as const, reason: '', lines: [], amount: null, requestedAt: '2026-11-20T00:00:00Z' };
  const { id } = await syncOne(system, RETURNS, 'ec', 'r9', { ...told, state: 'requested', updatedAt: '2026-11-20T00:00:00Z' });
  await moveReturn(suzuki, id!, { from: 'requested', state: 'refused', note: '' });
  const before = new Date(clock.now().getTime() - 60_000).toISOString();
  const after = new Date(clock.now().getTime() + 60_000).toISOString();
  expect((await syncOne(system, RETURNS, 'ec', 'r9', { ...told, state: 'approved', updatedAt: before })).outcome).toBe('stale');
  expect((await read(id!)).state).toBe('refused');
  expect((await syncOne(system, RETURNS, 'ec', 'r9', { ...told, state: 'received', updatedAt: after })).outcome).toBe('updated');
  const { items } = await suzuki.transaction((tx) => listReturns(tx, workspaceId, { state: 'received', limit: 10 }));
  expect(items).toMatchObject([{ id, orderId: order, orderNumber: 'HZ-10234' }]);
});
