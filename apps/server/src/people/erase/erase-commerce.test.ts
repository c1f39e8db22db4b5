import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { stage } from '../../../test/stage.ts';
import { customerWith, orderAt } from '../../commerce/commerce.testkit.ts';
import { listOrders } from '../../commerce/orders/orders.queries.ts';
import { ORDERS, syncOne } from '../../commerce/sync/sync.commands.ts';
import { folderFiles } from '../../platform/files/files.ts';
import { everythingAbout } from '../export/person.queries.ts';
import { erasePerson } from './erase.commands.ts';

const { system, suzuki, workspaceId } = await stage();
const put = (externalId: string, email: string, minute = 1) =>
  syncOne(system, ORDERS, 'ec', externalId, orderAt(minute, { customer: { externalId: '', name: '名前', email, phone: '' } }));
const buyers = async () => {
  const { items } = await suzuki.transaction((tx) => listOrders(tx, workspaceId, { limit: 10 }));
  return Object.fromEntries(items.map(({ externalId, buyer }) => [externalId, buyer.email]));
};

test('an export has what was bought with proven addresses; erased, it goes, and the shop’s next word does not bring it back', async () => {
  const one = await customerWith(system, 'email', 'one@mail.example');
  await customerWith(system, 'email', 'two@mail.example');
  const said = await customerWith(system, 'email', 'two@mail.example', { verified: false });
  await put('1', 'one@mail.example');
  await put('2', 'two@mail.example');

  const about = async (id: string) =>
    (await suzuki.transaction((tx) => everythingAbout(tx, workspaceId, id))).orders.map(({ externalId }) => externalId);
  expect(await about(one)).toEqual(['1']);
  // Whoever only says that an address is theirs is neither handed what was bought with it, nor takes it away.
  expect(await about(said)).toEqual([]);
  const files = folderFiles(tmpdir());
  await erasePerson(suzuki, files, said);
  await erasePerson(suzuki, files, one);
  expect(await buyers()).toEqual({ 1: '', 2: 'two@mail.example' });
  await put('1', 'one@mail.example', 30);
  expect(await buyers()).toEqual({ 1: '', 2: 'two@mail.example' });
});
