import type { CustomerFilter } from '@madoguchi/contract/customers.ts';
import { describe, expect, test } from 'vitest';
import { stage } from '../../test/stage.ts';
import { createAttribute, deleteAttribute, updateAttribute } from './attributes/attributes.commands.ts';
import { listAttributes } from './attributes/attributes.queries.ts';
import { claimIdentity, findOrCreateCustomer, updateCustomer } from './customers.commands.ts';
import { customerById } from './customers.queries.ts';
import { countCustomers, listCustomers } from './list/customers-list.queries.ts';
import { mergeCustomers, undoMerge } from './merges/merges.commands.ts';
import { addNote, editNote, listNotes } from './notes/notes.commands.ts';
import { createOrganization, updateOrganization } from './organizations/organizations.commands.ts';
import { listOrganizations, organizationById, proposalFor } from './organizations/organizations.queries.ts';

const { system, suzuki, workspaceId, clock } = await stage();
const writes = (email: string, name: string, reading = '') =>
  system.transaction(async (tx) => {
    const found = { kind: 'email', value: email, verified: true, source: 'email' } as const;
    return (await findOrCreateCustomer(system, tx, found, { name, reading })).customerId;
  });
const person = async (id: string) => (await suzuki.transaction((tx) => customerById(tx, workspaceId, id)))!;
const names = async (filter: CustomerFilter) => {
  const { items } = await suzuki.transaction((tx) => listCustomers(tx, workspaceId, { ...filter, limit: 50 }, clock.now()));
  expect(await suzuki.transaction((tx) => countCustomers(tx, workspaceId, filter, clock.now()))).toBe(items.length);
  return items.map(({ name }) => name);
};

describe('finding somebody', async () => {
  const sato = await writes('hanako@mail.example', '佐藤 花子', 'さとう はなこ');
  await writes('soma@mail.example', '相馬 京子', 'ソウマ キョウコ');
  const other = await writes('zengin@mail.example', '高橋100%', '');
  await system.transaction((tx) => claimIdentity(system, tx, sato, 'phone', '090-1234-5678', 'form'));

  test.each([
    ['佐藤花子', '佐藤 花子'],
    ['サトウ　ﾊﾅｺ', '佐藤 花子'],
    ['はなこ さとう', '佐藤 花子'],
    ['satou', '佐藤 花子'],
    ['Sato Hanako', '佐藤 花子'],
    ['souma kyouko', '相馬 京子'],
    ['ソーマ', '相馬 京子'],
    ['090 1234 5678', '佐藤 花子'],
    ['１２３４−５６７８', '佐藤 花子'],
    ['+81 90-1234', '佐藤 花子'],
    ['HANAKO@', '佐藤 花子'],
    ['100%', '高橋100%'],
  ])('%s finds %s', async (q, name) => expect(await names({ q })).toEqual([name]));

  test('what is nowhere is not found, and % means itself', async () => {
    expect(await names({ q: '佐藤 京子' })).toEqual([]);
    expect(await names({ q: '%' })).toEqual(['高橋100%']);
  });

  test('a merged person is found by what either was called, once', async () => {
    const mergeId = await mergeCustomers(suzuki, sato, other);
    expect(await names({ q: '高橋' })).toEqual(['佐藤 花子']);
    expect(await names({ q: 'mail.example' })).toEqual(['相馬 京子', '佐藤 花子']);
    await undoMerge(suzuki, mergeId);
    expect(await names({ q: '高橋' })).toEqual(['高橋100%']);
  });

  test('a segment asks for tags, prefectures, attributes and silence at once', async () => {
    const address = { postalCode: '〒600-8001', prefecture: '京都府', city: '京都市', street: '四条通1-2', building: '' };
    await updateCustomer(suzuki, sato, { tags: ['VIP', ' VIP '], address, attributeChanges: { 会員: '特別' } });
    expect((await person(sato)).address).toMatchObject({ postalCode: '600-8001', building: '' });
    expect(await names({ tag: 'VIP', prefecture: '京都府', attribute: '会員', attributeValue: '特別', seenWithinDays: 1 })).toEqual([
      '佐藤 花子',
    ]);
    expect(await names({ attribute: '会員', attributeValue: '' })).toEqual(['佐藤 花子']);
    expect(await names({ tag: 'VIP', notSeenForDays: 1 })).toEqual([]);
    expect(await names({ reachableBy: 'phone' })).toEqual(['佐藤 花子']);
  });
});

test('attributes have kinds; what agents wrote before is kept, and a name changed later changes no value', async () => {
  const id = await writes('kinds@mail.example', '型 あり');
  await updateCustomer(suzuki, id, { attributes: { 来店回数: '3', メモ: '猫を2匹' } });
  const visits = await createAttribute(suzuki, { subject: 'customer', label: '来店回数', kind: 'number', choices: [] });
  await createAttribute(suzuki, { subject: 'customer', label: '会員', kind: 'choice', choices: ['一般', '特別', '一般'] });
  await expect(createAttribute(suzuki, { subject: 'customer', label: '会員', kind: 'text', choices: [] })).rejects.toThrow(
    'attribute.taken',
  );

  await updateCustomer(suzuki, id, { attributeChanges: { 来店回数: '１，０００', 会員: '特別' } });
  await expect(updateCustomer(suzuki, id, { attributeChanges: { 来店回数: 'たくさん' } })).rejects.toThrow('attribute.invalid');
  await updateAttribute(suzuki, visits.id, { label: '来店の回数', place: 1 });
  expect((await person(id)).attributes).toEqual({ 来店回数: '1000', メモ: '猫を2匹', 会員: '特別' });
  expect((await suzuki.transaction((tx) => listAttributes(tx, workspaceId))).map(({ label }) => label)).toEqual(['会員', '来店の回数']);

  await deleteAttribute(suzuki, visits.id);
  await updateCustomer(suzuki, id, { attributeChanges: { 来店回数: 'たくさん', メモ: null } });
  expect((await person(id)).attributes).toEqual({ 来店回数: 'たくさん', 会員: '特別' });
});

test('a company’s domain proposes where somebody belongs; a free mail provider’s never does', async () => {
  const [first, second] = [await writes('okami@kagetsu.example', '女将'), await writes('hancho@kagetsu.example', '番頭')];
  const proposal = (id: string) => suzuki.transaction((tx) => proposalFor(tx, workspaceId, id));
  expect(await proposal(first)).toEqual({ domain: 'kagetsu.example', organization: null, others: 1 });
  expect(await proposal(await writes('somebody@gmail.com', '誰か'))).toBeNull();

  const fields = { name: '旅館 花月', reading: 'かげつ', domains: ['@KAGETSU.example'], attributes: {}, note: '' };
  const organizationId = await createOrganization(suzuki, fields);
  await expect(createOrganization(suzuki, { ...fields, name: '別館' })).rejects.toThrow('organization.domain_taken');
  await expect(updateOrganization(suzuki, organizationId, { domains: ['gmail.com'] })).rejects.toThrow('organization.domain_refused');
  expect((await proposal(second))!.organization).toEqual({ id: organizationId, name: '旅館 花月' });

  await updateCustomer(suzuki, first, { organizationId });
  expect(await proposal(first)).toBeNull();
  expect(await names({ organizationId })).toEqual(['女将']);
  expect(await names({ q: 'かげつ' })).toEqual(['女将']);
  expect((await suzuki.transaction((tx) => organizationById(tx, workspaceId, organizationId))).members).toBe(1);

  await createOrganization(suzuki, { ...fields, name: '花月堂', reading: 'かげつどう', domains: [] });
  const listed = async (q: string) =>
    (await suzuki.transaction((tx) => listOrganizations(tx, workspaceId, { q, limit: 10 }))).items.map(({ name }) => name).toSorted();
  for (const q of ['かげつ', 'カゲツ', 'kagetsu', '花月']) expect(await listed(q), q).toEqual(['旅館 花月', '花月堂'].toSorted());
  for (const q of ['kagetsudou', '花月堂', '花月 かげつどう']) expect(await listed(q), q).toEqual(['花月堂']);
  expect(await listed('kagetsu.example')).toEqual(['旅館 花月']);
  expect(await listed('100%')).toEqual([]);
});

test('notes of two merged customers are read together, and each stays where it was written', async () => {
  const [a, b] = [await writes('note-a@mail.example', '甲'), await writes('note-b@mail.example', '乙')];
  const note = await addNote(suzuki, a, '電話は午後に');
  clock.advance(1000);
  const mergeId = await mergeCustomers(suzuki, b, a);
  await addNote(suzuki, a, '領収書は会社宛て');
  await editNote(suzuki, note.id, '電話は午後2時から');
  expect((await listNotes(suzuki, b)).map(({ text }) => text)).toEqual(['領収書は会社宛て', '電話は午後2時から']);
  await undoMerge(suzuki, mergeId);
  expect((await listNotes(suzuki, a)).map(({ text }) => text)).toEqual(['電話は午後2時から']);
});
