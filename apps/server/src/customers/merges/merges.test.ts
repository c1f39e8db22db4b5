import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stage } from '../../../test/stage.ts';
import { receiveMessage } from '../../conversations/commands/receive.ts';
import { listConversations } from '../../conversations/queries/list.ts';
import type { Tx } from '../../platform/db/db.ts';
import { claimIdentity, findOrCreateCustomer, updateCustomer } from '../customers.commands.ts';
import { customerById } from '../customers.queries.ts';
import { moveIdentity } from '../identities.commands.ts';
import { listCustomers } from '../list/customers-list.queries.ts';
import { duplicatesOf } from './duplicates.queries.ts';
import { mergeCustomers, setDistinct, undoMerge } from './merges.commands.ts';

const { system, suzuki, visitor, workspaceId, clock } = await stage();
const look = <T>(query: (tx: Tx) => Promise<T>) => suzuki.transaction(query);
const person = (id: string) => look((tx) => customerById(tx, workspaceId, id));
const conversationsOf = async (customerId: string) =>
  (await look((tx) => listConversations(tx, workspaceId, suzuki.actor.id, { view: 'all', customerId, limit: 50, now: clock.now() }))).items;
const duplicates = async (id: string) => (await look((tx) => duplicatesOf(tx, workspaceId, id)))!;

let said = 0;
async function says({ ctx, line }: Awaited<ReturnType<typeof visitor>>, text: string): Promise<void> {
  said += 1;
  const inbound = {
    externalId: `said-${said}`,
    text,
    attachmentIds: [],
    locale: 'ja' as const,
    authorName: '',
    firstAnswer: 'human' as const,
  };
  await receiveMessage(ctx, line, inbound);
}
const writes = (email: string, name: string, verified = true) =>
  system.transaction(async (tx) => {
    const found = { kind: 'email', value: email, verified, source: 'email' } as const;
    return (await findOrCreateCustomer(system, tx, found, { name })).customerId;
  });

describe('who may be the same person', () => {
  test('an address typed in the messenger proposes its owner, and joins nobody', async () => {
    const owner = await writes('hanako@mail.example', '佐藤 花子');
    const browser = await visitor('はなこ');
    await system.transaction((tx) => claimIdentity(system, tx, browser.line.customerId, 'email', 'Hanako@mail.example', 'chat'));

    expect((await person(browser.line.customerId))!.id).toBe(browser.line.customerId);
    const [proposed, ...others] = await duplicates(browser.line.customerId);
    expect(others).toEqual([]);
    expect(proposed).toMatchObject({ customer: { id: owner }, reasons: [{ kind: 'email', value: 'hanako@mail.example', proved: false }] });
    expect((await duplicates(owner)).map(({ customer }) => customer.id)).toEqual([browser.line.customerId]);
  });

  test('one telephone number in two notations, and one name at one address in two kana', async () => {
    const [one, other] = [await writes('a@phone.example', '高橋'), await writes('b@phone.example', '髙橋')];
    await system.transaction((tx) => claimIdentity(system, tx, one, 'phone', '090-1111-2222', 'form'));
    await system.transaction((tx) => claimIdentity(system, tx, other, 'phone', '+81 (0)90 1111 2222', 'form'));
    const home = { postalCode: '6008001', prefecture: '京都府', city: '京都市下京区', street: '四条通１−２', building: '' };
    await updateCustomer(suzuki, one, { reading: 'タカハシ', address: home });
    await updateCustomer(suzuki, other, { reading: 'たかはし', address: { ...home, postalCode: '', street: '四条通1-2' } });
    const [found] = await duplicates(one);
    expect(found?.customer.id).toBe(other);
    expect(found?.reasons.map(({ kind }) => kind)).toEqual(['phone', 'name_and_address']);
  });

  test('whoever is said not to be the same is not proposed again, from neither side', async () => {
    const [one, other] = [await writes('c@phone.example', '渡辺'), await writes('d@phone.example', '渡辺')];
    for (const id of [one, other]) await updateCustomer(suzuki, id, { reading: 'わたなべ' });
    expect(await duplicates(one)).toHaveLength(1);
    await setDistinct(suzuki, other, one, true);
    expect([...(await duplicates(one)), ...(await duplicates(other))]).toEqual([]);
    await setDistinct(suzuki, one, other, false);
    expect(await duplicates(other)).toHaveLength(1);
  });
});

describe('two who are one', () => {
  test('are one on every list, and each goes on seeing in the messenger what is theirs alone', async () => {
    const [phone, laptop] = [await visitor('佐藤'), await visitor('佐藤 花子')];
    await says(phone, '内緒の注文のことです');
    await says(laptop, '返品したいです');
    const before = (await look((tx) => listCustomers(tx, workspaceId, { limit: 50 }, clock.now()))).items.length;
    await mergeCustomers(suzuki, laptop.line.customerId, phone.line.customerId);
    await says(phone, 'まだ届きません');

    const one = await person(phone.line.customerId);
    expect(one!.id).toBe(laptop.line.customerId);
    expect(one!.identities).toHaveLength(2);
    expect((await look((tx) => listCustomers(tx, workspaceId, { limit: 50 }, clock.now()))).items).toHaveLength(before - 1);
    const conversations = await conversationsOf(phone.line.customerId);
    expect(conversations.map(({ preview }) => preview).sort()).toEqual(['まだ届きません', '返品したいです']);
    expect(new Set(conversations.map(({ customer }) => customer.id))).toEqual(new Set([laptop.line.customerId]));

    for (const [eyes, own, others] of [
      [phone, ['内緒の注文のことです', 'まだ届きません'], laptop],
      [laptop, ['返品したいです'], phone],
    ] as const) {
      const seen = await eyes.ctx.transaction(async (tx) => ({
        messages: (await tx.selectFrom('messages').select('text').orderBy('seq').execute()).map(({ text }) => text),
        customers: (await tx.selectFrom('customers').select('id').execute()).map(({ id }) => id),
        identities: (await tx.selectFrom('identities').select('customer_id').execute()).map(({ customer_id }) => customer_id),
        threads: (await tx.selectFrom('threads').select('customer_id').execute()).map(({ customer_id }) => customer_id),
        merges: await tx.selectFrom('customer_merges').selectAll().execute(),
        other: await customerById(tx, workspaceId, others.line.customerId),
      }));
      const id = eyes.line.customerId;
      expect(seen).toEqual({ messages: own, customers: [id], identities: [id], threads: [id], merges: [], other: null });
    }
  });

  test('merging again is content; a circle cannot be made, neither by agents nor by an address that moves', async () => {
    const [a, b] = [await writes('circle-a@mail.example', '甲'), await writes('circle-b@mail.example', '乙')];
    const mergeId = await mergeCustomers(suzuki, a, b);
    expect(await mergeCustomers(suzuki, a, b)).toBe(mergeId);
    expect(await mergeCustomers(suzuki, b, a)).toBe(mergeId);
    const identityId = (await person(a))!.identities.find(({ value }) => value === 'circle-a@mail.example')!.id;
    await system.transaction((tx) => moveIdentity(system, tx, { identityId, from: a, to: b }));
    expect((await person(b))!.id).toBe(a);
  });

  test('who was merged first comes along, and goes back with whom they came', async () => {
    const [a, b, c] = [await writes('x@x.example', '甲'), await writes('y@x.example', '乙'), await writes('z@x.example', '丙')];
    await mergeCustomers(suzuki, b, a);
    const last = await mergeCustomers(suzuki, c, a);
    expect((await person(a))!.identities).toHaveLength(3);
    await undoMerge(suzuki, last);
    expect([(await person(a))!.id, (await person(c))!.id]).toEqual([b, c]);
  });
});

test('merging and undoing, in any order, leaves every row as it was, and puts what came meanwhile where it came from', async () => {
  const TABLES = ['customers', 'identities', 'threads', 'conversations', 'messages', 'customer_distinctions'] as const;
  const rows = async () => {
    const all = await system.transaction(async (tx) => {
      const found: Record<string, object[]> = {};
      for (const table of TABLES) found[table] = await tx.selectFrom(table).selectAll().execute();
      return found;
    });
    return Object.fromEntries(Object.entries(all).map(([table, found]) => [table, found.map((row) => JSON.stringify(row)).sort()]));
  };
  const people = await Promise.all(Array.from({ length: 5 }, (_, n) => visitor(`お客様${n}`)));
  const pair = fc.record({ into: fc.nat(4), from: fc.nat(4), undoAt: fc.nat(100) }).filter(({ into, from }) => into !== from);
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 6 }), fc.array(fc.nat(4), { maxLength: 3 }), async (merges, writers) => {
      const before = await rows();
      const made: { mergeId: string; undoAt: number }[] = [];
      for (const { into, from, undoAt } of merges) {
        const mergeId = await mergeCustomers(suzuki, people[into]!.line.customerId, people[from]!.line.customerId);
        if (!made.some((one) => one.mergeId === mergeId)) made.push({ mergeId, undoAt });
      }
      if (writers.length === 0) {
        for (const { mergeId } of made.toSorted((a, b) => a.undoAt - b.undoAt)) await undoMerge(suzuki, mergeId);
        expect(await rows()).toEqual(before);
        return;
      }
      for (const writer of writers) await says(people[writer]!, `${writer}から`);
      for (const { mergeId } of made.toSorted((a, b) => a.undoAt - b.undoAt)) await undoMerge(suzuki, mergeId);
      for (const [n, { line }] of people.entries()) {
        expect((await person(line.customerId))!.id).toBe(line.customerId);
        for (const { preview } of await conversationsOf(line.customerId)) expect(preview).toBe(`${n}から`);
      }
    }),
    { numRuns: 20 },
  );
});
