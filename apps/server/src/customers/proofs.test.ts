import { expect, test } from 'vitest';
import { stage } from '../../test/stage.ts';
import { claimIdentity, findOrCreateCustomer } from './customers.commands.ts';
import { findOrCreateByProofs } from './proofs.commands.ts';

const { system } = await stage();
const whatsapp = (value: string) => ({ kind: 'whatsapp', value, verified: true, source: 'whatsapp' }) as const;
const phone = (value: string) => [{ kind: 'phone', value: `+${value}` }] as const;
const reach = (value: string, name = '佐藤 花子') =>
  system.transaction((tx) => findOrCreateByProofs(system, tx, whatsapp(value), phone(value), { name }));
const kindsOf = (customerId: string) =>
  system.transaction(async (tx) =>
    (
      await tx
        .selectFrom('identities')
        .select('kind')
        .where('customer_id', '=', customerId)
        .where('verified_at', 'is not', null)
        .orderBy('kind')
        .execute()
    ).map(({ kind }) => kind),
  );

test('somebody new has both addresses, and stays one person', async () => {
  const first = await reach('819011111111');
  expect(await kindsOf(first.customerId)).toEqual(['phone', 'whatsapp']);
  expect(await reach('819011111111')).toEqual(first);
});

test('whoever proved the phone number by text message before is the same customer', async () => {
  const found = { kind: 'phone', value: '+819022222222', verified: true, source: 'sms' } as const;
  const { customerId } = await system.transaction((tx) => findOrCreateCustomer(system, tx, found, {}));
  expect((await reach('819022222222')).customerId).toBe(customerId);
  expect(await kindsOf(customerId)).toEqual(['phone', 'whatsapp']);
});

test('a phone number that somebody only typed proves nothing: it becomes hers who proves it', async () => {
  const visitor = { kind: 'visitor', value: 'browser', verified: true, source: 'chat' } as const;
  const claimant = await system.transaction(async (tx) => {
    const reached = await findOrCreateCustomer(system, tx, visitor, {});
    await claimIdentity(system, tx, reached.customerId, 'phone', '090-3333-3333', 'chat');
    return reached;
  });
  const { customerId } = await reach('819033333333');
  expect(customerId).not.toBe(claimant.customerId);
  expect(await kindsOf(claimant.customerId)).toEqual(['visitor']);
  expect(await kindsOf(customerId)).toEqual(['phone', 'whatsapp']);
});
