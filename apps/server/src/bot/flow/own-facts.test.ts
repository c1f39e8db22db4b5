import { beforeAll, describe, expect, test } from 'vitest';
import { botHouse } from '../../../test/bot-house.ts';
import { mailServer } from '../../../test/mail-server.ts';
import { orderAt } from '../../commerce/commerce.testkit.ts';
import { ORDERS, syncOne } from '../../commerce/sync/sync.commands.ts';
import { openCodes } from '../../customers/codes/codes.commands.ts';
import { claimIdentity, findOrCreateCustomer } from '../../customers/customers.commands.ts';
import { createFlow, setFlowStatus } from '../../flows/flows.commands.ts';
import { plan, text } from '../../flows/flows.testkit.ts';
import { openMailTransport } from '../../platform/mail-transport/mail-transport.ts';
import { openOutbox } from '../../platform/mail-transport/outbox.ts';
import { keysFrom } from '../../platform/secrets/keys.ts';
import { botReader } from '../bot.reader.ts';

const house = await botHouse();
const { system } = house;
const keys = keysFrom(Buffer.alloc(32, 7));
const post = await mailServer();
const outbox = openOutbox({
  transport: openMailTransport({ url: post.url, from: 'はづき茶舗 <help@hazuki.example>' }),
  sealingKey: keys.derive('system-mail'),
});
const bot = botReader({
  ...house.sources,
  codes: openCodes({ outbox, key: keys.derive('one-time-codes') }),
  leaveToLookUps: async () => expect.unreachable('rows of our own need no reader of their own'),
  lookUp: async () => expect.unreachable('another server was asked'),
});

const drawn = plan(
  [
    { id: 'no', type: 'ask', text: text('番号'), field: 'no', kind: 'order_number', next: 'look' },
    // Even where an editor's plan says that anybody may ask.
    {
      id: 'look',
      type: 'look_up',
      of: 'orders',
      numberField: 'no',
      method: 'GET',
      url: '',
      keep: [],
      identifiedOnly: false,
      next: 'tell',
      failed: 'sorry',
    },
    { id: 'tell', type: 'say', text: text('{found_order}は{order_state}です。'), next: null },
    { id: 'sorry', type: 'say', text: text('見つかりませんでした。'), next: null },
  ],
  { triggers: [{ kind: 'words', words: ['注文の状況'] }] },
);

type Person = Awaited<ReturnType<typeof house.customer>>;
async function says(one: Person, said: string): Promise<string> {
  await house.hears(await one.write(said), bot);
  return (await one.messages()).at(-1)!.text;
}
async function codeFor(address: string): Promise<string> {
  const waiting = await system.transaction((tx) => tx.selectFrom('system_mails').select('id').where('status', '=', 'waiting').execute());
  for (const { id } of waiting) await outbox.deliver(system, id);
  return /^\d{6}$/m.exec(post.to(address).at(-1)?.text ?? '')![0];
}

beforeAll(async () => {
  const buyer = (email: string) => ({ externalId: '', name: '', email, phone: '' });
  await syncOne(system, ORDERS, 'ec', '1', orderAt(1, { number: 'HS-9', customer: buyer('sato@mail.example') }));
  await syncOne(system, ORDERS, 'ec', '2', orderAt(1, { number: 'HS-8', state: 'cancelled', customer: buyer('mori@mail.example') }));
  const { id } = await createFlow(system, drawn);
  await setFlowStatus(system, id, 'published');
});

describe('a customer who asks where their order is', () => {
  test('proves their address, is told of their own, and never of somebody else’s', async () => {
    const sato = await house.customer();
    await says(sato, '注文の状況');
    expect(await says(sato, 'HS-9')).toContain('6桁の確認コードをお送りします');
    await says(sato, 'sato@mail.example');
    expect(await says(sato, await codeFor('sato@mail.example'))).toBe(
      '確認できました。ありがとうございます。\n\nHS-9はお支払い済み、発送準備中です。',
    );
    // The same words for what is somebody else's as for what is not there.
    for (const number of ['HS-8', 'HS-7']) {
      await says(sato, '注文の状況');
      expect(await says(sato, number)).toContain('見つかりませんでした。');
    }
    await says(sato, '注文の状況');
    expect(await says(sato, '9')).toContain('英数字とハイフンだけ');
    expect(JSON.stringify(await sato.messages())).not.toContain('キャンセル済み');
  });

  test('is asked for a code first, though the address is on file: typed once, or proved by somebody on another line', async () => {
    const claimed = await house.customer();
    await system.transaction((tx) => claimIdentity(system, tx, claimed.line.customerId, 'email', 'mori@mail.example', 'chat'));
    await system.transaction((tx) =>
      findOrCreateCustomer(system, tx, { kind: 'email', value: 'mori@mail.example', verified: true, source: 'email' }, { name: '' }),
    );
    await says(claimed, '注文の状況');
    expect(await says(claimed, 'HS-8')).toContain('6桁の確認コードをお送りします');
    await says(claimed, 'mori@mail.example');
    await codeFor('mori@mail.example');
    for (const wrong of ['わかりません', 'まだです']) await says(claimed, wrong);
    expect(await says(claimed, '教えてください')).toContain('見つかりませんでした。');
    expect(JSON.stringify(await claimed.messages())).not.toContain('キャンセル済み');
  });
});
