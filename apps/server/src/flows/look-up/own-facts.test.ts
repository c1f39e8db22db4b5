import type { SentOrder } from '@madoguchi/contract/commerce.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { stage } from '../../../test/stage.ts';
import { customerWith, orderAt } from '../../commerce/commerce.testkit.ts';
import { numberKey } from '../../commerce/orders/order-number.rules.ts';
import { CONTRACTS, ORDERS, syncOne } from '../../commerce/sync/sync.commands.ts';
import { updateCustomer } from '../../customers/customers.commands.ts';
import { createOrganization } from '../../customers/organizations/organizations.commands.ts';
import { ownFacts } from './own-facts.queries.ts';

const { system } = await stage();

type Bought = { email?: string; external?: string; phone?: string };
const bought: { number: string; parcel: string; by: Bought }[] = [
  { number: 'HS-100', parcel: '4000-0000-0001', by: { email: 'sato@mail.example' } },
  { number: 'AB-100', parcel: '4000-0000-0002', by: { email: 'mori@mail.example' } },
  { number: 'HS-100', parcel: '4000-0000-0003', by: { email: 'mori@mail.example', external: 'C-1' } },
  { number: 'HS-101', parcel: '4000-0000-0004', by: { external: 'C-1' } },
  { number: 'HS-102', parcel: '4000-0000-0005', by: { phone: '090-1234-5678' } },
  { number: 'HS-103', parcel: '4000-0000-0006', by: { email: 'Sato@Mail.Example', external: 'C-2' } },
  { number: 'HS-104', parcel: '4000-0000-0007', by: { email: 'sato@mail.example' } },
  { number: 'HS-105', parcel: '4000-0000-0008', by: { email: 'sato@mail.example' } },
  { number: 'HS-106', parcel: '4000-0000-0009', by: {} },
];
const orderOf = ({ number, parcel, by }: (typeof bought)[number], at: number): SentOrder =>
  orderAt(1, {
    number,
    customer: { externalId: by.external ?? '', name: '', email: by.email ?? '', phone: by.phone ?? '' },
    placedAt: `2026-11-0${at + 1}T01:00:00.000Z`,
    shipments: [
      {
        externalId: 'p1',
        carrier: 'yamato',
        carrierName: '',
        trackingNumber: parcel,
        trackingUrl: '',
        state: 'shipped',
        shippedAt: '2026-11-20T02:00:00.000Z',
        deliveredAt: null,
      },
    ],
  });

const find = (proved: { verified_email?: string; verified_customer_id?: string }, number: string | null = null) =>
  system.transaction((tx) => ownFacts(system, tx, { of: 'orders', number, proved, locale: 'ja' }));
const contract = (verified_email?: string) =>
  system.transaction((tx) =>
    ownFacts(system, tx, { of: 'contract', number: null, proved: verified_email === undefined ? {} : { verified_email }, locale: 'en' }),
  );

beforeAll(async () => {
  for (const [at, one] of bought.entries()) await syncOne(system, ORDERS, 'ec', `o${at}`, orderOf(one, at));
});

describe('the customer’s own orders', () => {
  const emails = [undefined, 'sato@mail.example', 'mori@mail.example', 'nobody@mail.example'];
  const numbers = [
    null,
    ...bought.flatMap(({ number, parcel }) => [number, parcel]),
    'ＨＳ－１００',
    '100',
    '10',
    '-',
    '0',
    '%',
    "' or '1'='1",
  ];

  test('whatever was proved and whatever number is asked for: no other order is told of', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...emails),
        fc.constantFrom(undefined, 'C-1', 'C-2', 'C-3'),
        fc.constantFrom(...numbers),
        async (email, external, number) => {
          const proved = {
            ...(email === undefined ? {} : { verified_email: email }),
            ...(external === undefined ? {} : { verified_customer_id: external }),
          };
          const isOwn = ({ by }: (typeof bought)[number]) =>
            (email !== undefined && by.email?.toLowerCase() === email) || (external !== undefined && by.external === external);
          const isAsked = (one: (typeof bought)[number]) => {
            if (number === null) return true;
            const key = numberKey(number);
            const keys = [numberKey(one.number), numberKey(one.parcel), numberKey(one.number).replace(/\D/g, '')];
            return key !== '' && keys.includes(key);
          };
          const expected = bought.filter((one) => isOwn(one) && isAsked(one)).reverse();
          const told = await find(proved, number);
          const parcels = JSON.stringify(told).match(/4000-0000-\d{4}/g) ?? [];
          expect([...new Set(parcels)].sort()).toEqual(
            expected
              .slice(0, 3)
              .map(({ parcel }) => parcel)
              .sort(),
          );
          expect(told?.found_order).toBe(expected[0]?.number);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('are told in plain words', async () => {
    expect(await find({ verified_email: 'sato@mail.example' }, 'ｈｓ１０５')).toEqual({
      found_order: 'HS-105',
      order_state: '発送済み',
      order_date: '2026年11月8日',
      order_total: '5,940円',
      carrier: 'ヤマト運輸',
      tracking_number: '4000-0000-0008',
      tracking_url: 'https://jizen.kuronekoyamato.co.jp/jizen/servlet/crjz.b.NQ0010?id=400000000008',
      order_list:
        'HS-105（2026年11月8日、5,940円）: 発送済み\nヤマト運輸 4000-0000-0008\nhttps://jizen.kuronekoyamato.co.jp/jizen/servlet/crjz.b.NQ0010?id=400000000008',
    });
  });
});

describe('the customer’s own contract', () => {
  const told = (name: string, holder: { email?: string; domain?: string }, ends: string | null) =>
    syncOne(system, CONTRACTS, 'crm', name, {
      name,
      customer: { externalId: '', name: '', email: holder.email ?? '', phone: '', domain: holder.domain ?? '' },
      startsAt: '2026-01-01T00:00:00.000Z',
      endsAt: ends,
      entitlements: [],
      updatedAt: '2026-11-20T00:00:00.000Z',
    });

  test('is the one that runs, and the day it ends is the last one it covers', async () => {
    await told('Monthly box', { email: 'sato@mail.example' }, '2027-03-31T15:00:00.000Z');
    await told('Trial', { email: 'sato@mail.example' }, '2026-02-01T00:00:00.000Z');
    expect(await contract('sato@mail.example')).toEqual({
      contract_plan: 'Monthly box',
      contract_state: 'active',
      contract_ends: 'March 31, 2027',
      contract_list: 'Monthly box (active, end date: March 31, 2027)\nTrial (ended, end date: February 1, 2026)',
    });
    expect(await contract('mori@mail.example')).toBeNull();
    expect(await contract()).toBeNull();
  });

  test('of a company is told to its people by an address at its domain, and to nobody who only has such an address', async () => {
    await told('Business', { domain: 'corp.example' }, null);
    const organization = await createOrganization(system, {
      name: 'Corp',
      reading: '',
      note: '',
      domains: ['corp.example'],
      attributes: {},
    });
    const id = await customerWith(system, 'email', 'member@corp.example');
    await customerWith(system, 'email', 'member@home.example');
    expect(await contract('stranger@corp.example')).toBeNull();
    expect(await contract('member@home.example')).toBeNull();
    expect(await contract('member@corp.example')).toBeNull();
    await updateCustomer(system, id, { organizationId: organization });
    expect(await contract('member@corp.example')).toMatchObject({ contract_plan: 'Business', contract_ends: 'none' });
  });
});
