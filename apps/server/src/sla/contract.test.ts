import { expect, test } from 'vitest';
import { tellContractTurned } from '../commerce/contracts/contracts.commands.ts';
import { CONTRACTS, syncOne } from '../commerce/sync/sync.commands.ts';
import { updateCustomer } from '../customers/customers.commands.ts';
import { createOrganization } from '../customers/organizations/organizations.commands.ts';
import { placingOf } from '../routing/place/told.queries.ts';
import { createPolicy } from './policies/policies.commands.ts';
import { recompute } from './recompute/recompute.commands.ts';
import { promisesHouse, usual } from './sla.testkit.ts';

const { system, visitor, at, writes, conversation, clock } = await promisesHouse();
const quick = { time: 'business' as const, minutes: { urgent: 10, high: 10, normal: 10, low: 10 } };
const due = async (id: string) => (await conversation(id)).due_at?.toISOString();
const instant = (time: string) => new Date(`2026-11-${time}+09:00`).toISOString();

/** The promises are computed anew by a job in the background: here by hand, as it is asked for. */
const settled = () => recompute(system);

test('while a contract runs, its plan is the customer’s contract: for promises, calendars and queues', async () => {
  await createPolicy(system, {
    ...usual,
    name: 'プレミアム',
    conditions: { ...usual.conditions, attributes: [{ name: 'contract', value: 'プレミアム' }] },
    targets: { ...usual.targets, first_response: quick },
  });
  await createPolicy(system, usual);
  await at('24T13:00');
  const customer = await visitor('旅館の人');
  const id = await writes(customer, '茶葉の追加をお願いします');
  expect(await due(id)).toBe(instant('24T14:00'));

  const { customerId } = customer.line;
  await updateCustomer(system, customerId, {
    organizationId: await createOrganization(system, {
      name: '旅館 松風',
      reading: '',
      domains: ['matsukaze-ryokan.example'],
      attributes: {},
      note: '',
    }),
  });
  const contract = {
    name: 'プレミアム',
    customer: { externalId: '', name: '旅館 松風', email: '', phone: '', domain: 'Matsukaze-Ryokan.example' },
    startsAt: '2026-11-01T00:00:00+09:00',
    endsAt: '2026-11-24T13:05:00+09:00',
    entitlements: [],
    updatedAt: '2026-11-01T00:00:00+09:00',
  };
  const { id: contractId } = await syncOne(system, CONTRACTS, 'crm', 'c1', contract);
  await at('24T13:01');
  await settled();
  expect(await due(id)).toBe(instant('24T13:10'));
  const placing = await system.transaction(async (tx) => placingOf(system, tx, await conversation(id), 'easy'));
  expect(placing.attributes).toMatchObject({ contract: 'プレミアム' });

  // What a colleague wrote counts more than any contract.
  await updateCustomer(system, customerId, { attributeChanges: { contract: 'スタンダード' } });
  await settled();
  expect(await due(id)).toBe(instant('24T14:00'));
  await updateCustomer(system, customerId, { attributeChanges: { contract: null } });
  await settled();
  expect(await due(id)).toBe(instant('24T13:10'));

  // The moment it ends it counts no longer.
  clock.advance(Date.parse(contract.endsAt) - clock.now().getTime());
  await tellContractTurned(system, contractId!);
  await settled();
  expect(await due(id)).toBe(instant('24T14:00'));
});
