import encoding from 'encoding-japanese';
import { expect, test } from 'vitest';
import { stage } from '../../../test/stage.ts';
import { createAttribute } from '../../customers/attributes/attributes.commands.ts';
import { findOrCreateCustomer } from '../../customers/customers.commands.ts';
import { customerById } from '../../customers/customers.queries.ts';
import { listCustomers } from '../../customers/list/customers-list.queries.ts';
import { exportList } from '../export/list.export.ts';
import { applyImport, planImport, readImport } from './imports.commands.ts';

const { system, suzuki, workspaceId, clock } = await stage();
const list = `会員番号,氏名,フリガナ,メールアドレス,電話番号,会社名,住所,会員ランク,メモ欄
M-1,佐藤 花子,サトウ ハナコ,hanako@mail.example,090-1234-5678,旅館 花月,〒600-8001 京都府京都市下京区四条通1-2,ゴールド,
M-2,髙橋 一郎,,ichiro@mail.example,,,,シルバー,気にしない
M-3,名無し,,,,,,プラチナ,
,誰か,,だれか,,,,,
M-1,佐藤 花子,,,,,,,
M-9,別人,,hanako2@mail.example,,,,,
`;
const sjis = (text: string) => Buffer.from(encoding.convert(encoding.stringToCode(text), { from: 'UNICODE', to: 'SJIS' }));
const people = async () => (await suzuki.transaction((tx) => listCustomers(tx, workspaceId, { limit: 50 }, clock.now()))).items;
const writes = (kind: 'email' | 'external', value: string, name: string) =>
  system.transaction((tx) => findOrCreateCustomer(system, tx, { kind, value, verified: true, source: 'email' }, { name }));

test('a list in Shift_JIS: planned without a trace, taken in, and the second time nothing changes', async () => {
  await createAttribute(suzuki, { subject: 'customer', label: '会員ランク', kind: 'choice', choices: ['シルバー', 'ゴールド'] });
  const known = await writes('email', 'hanako@mail.example', '花子');
  await writes('external', 'M-9', '九番');
  await writes('email', 'hanako2@mail.example', '花子二号');

  const read = await readImport(suzuki, { name: '顧客.csv', bytes: sjis(list) });
  expect(read.encoding).toBe('Shift_JIS');
  expect(read.mapping).toEqual([
    'externalId',
    'name',
    'reading',
    'email',
    'phone',
    'organization',
    'addressLine',
    'attribute:会員ランク',
    null,
  ]);
  const wanted = { created: 1, changed: 1, same: 0, problemCount: 4 };
  expect(read.plan).toMatchObject(wanted);
  expect(read.plan.problems.map(({ line, code }) => [line, code])).toEqual([
    [4, 'row.attribute'],
    [5, 'row.email'],
    [6, 'row.repeated'],
    [7, 'row.conflict'],
  ]);
  expect(await people()).toHaveLength(3);

  expect(await applyImport(suzuki, read.id, read.mapping)).toMatchObject(wanted);
  const hanako = (await suzuki.transaction((tx) => customerById(tx, workspaceId, known.customerId)))!;
  expect(hanako).toMatchObject({
    name: '佐藤 花子',
    organization: { name: '旅館 花月' },
    address: { postalCode: '600-8001', prefecture: '京都府', city: '京都市下京区', street: '四条通1-2' },
    attributes: { 会員ランク: 'ゴールド' },
  });
  expect(hanako.identities.map(({ kind, value, verified }) => [kind, value, verified])).toEqual([
    ['email', 'hanako@mail.example', true],
    ['external', 'M-1', true],
    ['phone', '+819012345678', false],
  ]);
  await expect(planImport(suzuki, read.id, read.mapping)).rejects.toThrow('import.over');

  const again = await readImport(suzuki, { name: '顧客.csv', bytes: Buffer.from(list) });
  expect(again.encoding).toBe('UTF-8');
  expect(again.plan).toMatchObject({ created: 0, changed: 0, same: 2, problemCount: 4 });
  await expect(planImport(suzuki, again.id, ['name'])).rejects.toThrow('import.mapping_invalid');
});

test('what is written out is read in again and changes nothing; what looks like a formula comes back as it was', async () => {
  const { customerId } = await writes('email', 'formula@mail.example', '=1+1');
  const chunks: Buffer[] = [];
  for await (const chunk of exportList(suzuki, {}, 'utf-8')) chunks.push(chunk);
  const file = Buffer.concat(chunks);
  expect(file.toString()).toContain(`"'=1+1"`);
  const { plan, mapping } = await readImport(suzuki, { name: 'customers.csv', bytes: file });
  expect(mapping).not.toContain(null);
  expect(plan).toMatchObject({ created: 0, changed: 0, problemCount: 0, same: (await people()).length });
  expect((await suzuki.transaction((tx) => customerById(tx, workspaceId, customerId)))!.name).toBe('=1+1');
});

test('a file that is no list is refused', async () => {
  await expect(readImport(suzuki, { name: 'x.csv', bytes: Buffer.from('') })).rejects.toThrow('file.empty');
  await expect(readImport(suzuki, { name: 'x.csv', bytes: Buffer.from('email\n') })).rejects.toThrow('file.empty');
  const cut = Buffer.from('email,name\na@mail.example,"佐藤\nb@mail.example,鈴木\n');
  await expect(readImport(suzuki, { name: 'x.csv', bytes: cut })).rejects.toThrow('file.quote_open');
});
