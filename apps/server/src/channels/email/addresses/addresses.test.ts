import { expect, test } from 'vitest';
import { mailServer } from '../../../../test/mail-server.ts';
import { call, web } from '../../../../test/web.ts';
import { mailHouse, mailOf, mailSettings, until } from '../email.testkit.ts';
import { post } from '../receiver/receiver.testkit.ts';

const smtp = await mailServer({ allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(null, { user: 'help' }) });
const product = await web();
const { port } = await product.receiveMail({ host: '127.0.0.1', port: 0, certificate: null }, { judge: async () => null });
const house = await mailHouse(
  product,
  'shop.example',
  mailSettings(
    { imap: 1, smtp: smtp.port },
    { receiving: 'receiver', acknowledge: true, signature: 'はづき茶舗 {agent}', acknowledgement: '{name} 様 {number} で承りました。' },
  ),
);
const url = `/api/inboxes/${house.inboxId}/addresses`;
const none = { name: '', signature: '', acknowledgements: {} };
const save = (items: object[]) => call(product, 'PUT', url, { body: { items }, headers: house.admin });
const wholesale = {
  address: 'Wholesale@shop.example',
  name: 'はづき 卸売',
  signature: '卸売係 {{agent.name}}',
  acknowledgements: {
    ja: { subject: '【受付 {{conversation.number}}】{{workspace.name}}', text: '{{customer.name}} 様\n卸売の窓口です。' },
    en: { subject: 'We have it ({{conversation.number}})', text: 'Dear {{customer.name}}, wholesale here.' },
  },
};
const write = (to: string, from: string, subject: string, text: string) =>
  post(port, to, mailOf({ From: from, To: to, Subject: subject, 'Message-ID': `<${subject}@mail.example>` }, text));
const mailsTo = async (address: string, count: number) => {
  await until(async () => expect(smtp.to(address)).toHaveLength(count));
  return smtp.to(address);
};
const fromOf = async (id: string) =>
  (await call(product, 'GET', `/api/conversations/${id}/lines`, { headers: house.agent })).body.items.map(
    (line: { from: string }) => line.from,
  );

test('an inbox that was set up before has its one address, with the words of its settings', async () => {
  expect((await call(product, 'GET', url, { headers: house.admin })).body).toEqual({ items: [{ address: 'help@shop.example', ...none }] });
  expect((await call(product, 'GET', url, { headers: house.agent })).status).toBe(403);
});

test('addresses are checked: none doubled, none without a place; a wrong list changes nothing', async () => {
  const main = { address: 'help@shop.example', ...none };
  expect((await save([main, wholesale, { ...wholesale, address: 'wholesale@SHOP.example' }])).body).toMatchObject({
    code: 'addresses.doubled',
    address: 'wholesale@SHOP.example',
  });
  for (const address of ['wholesale', 'a b@shop.example', 'a@b@shop.example'])
    expect((await save([main, { address, ...none }])).status).toBe(400);
  expect((await save([])).status).toBe(400);
  const saved = await save([main, wholesale]);
  expect(saved.body.items).toEqual([main, { ...wholesale, address: 'wholesale@shop.example' }]);
});

test('who writes to the second address is acknowledged and answered from there, in its name, with its words', async () => {
  await write('wholesale@shop.example', 'Kato <kato@mail.example>', 'Bulk', '煎茶を100袋お願いします。');
  const id = await house.bySubject('Bulk');
  const { number } = (await house.detail(id)).conversation;
  const [told] = await mailsTo('kato@mail.example', 1);
  expect([told?.subject, told?.from?.text]).toEqual([`【受付 ${number}】shop.example`, '"はづき 卸売" <wholesale@shop.example>']);
  expect(told?.text).toContain('Kato 様\n卸売の窓口です。');
  expect(await fromOf(id)).toEqual(['wholesale@shop.example']);
  await house.reply(id, '承りました。');
  const [, answer] = await mailsTo('kato@mail.example', 2);
  expect([answer?.subject, answer?.from?.text]).toEqual(['Re: Bulk', '"はづき 卸売" <wholesale@shop.example>']);
  expect(answer?.text).toContain('-- \n卸売係 agent of shop.example');

  await write('wholesale@shop.example', 'Ann <ann@mail.example>', 'Boxes', 'Could you send us a hundred boxes of tea?');
  await house.bySubject('Boxes');
  const [english] = await mailsTo('ann@mail.example', 1);
  expect(english?.subject).toMatch(/^We have it \(\d+\)$/);
  expect(english?.text).toContain('Dear Ann, wholesale here.');
});

test('the main address says what the settings say, as before; who turns to another address is answered from that one', async () => {
  await write('help@shop.example', 'Sato <sato@mail.example>', 'Kyusu', '急須が割れていました。');
  const id = await house.bySubject('Kyusu');
  const [told] = await mailsTo('sato@mail.example', 1);
  expect([told?.subject, told?.from?.text]).toEqual(['Re: Kyusu', '"はづき茶舗" <help@shop.example>']);
  expect(told?.text).toMatch(/^Sato 様 #\d+ で承りました。/);
  await house.reply(id, 'お送りします。');
  const [, answer] = await mailsTo('sato@mail.example', 2);
  expect(answer?.text).toContain('-- \nはづき茶舗 agent of shop.example');

  const reply = mailOf(
    {
      From: 'sato@mail.example',
      To: 'wholesale@shop.example',
      Subject: 'Re: Kyusu',
      'Message-ID': '<more@mail.example>',
      'In-Reply-To': answer!.messageId!,
    },
    '卸売の方にもお願いします。',
  );
  await post(port, 'wholesale@shop.example', reply);
  await until(async () =>
    expect((await house.messages(id)).at(-1)).toMatchObject({ text: '卸売の方にもお願いします。', joinedBy: 'token' }),
  );
  expect(await fromOf(id)).toEqual(['wholesale@shop.example']);
});

test('another becomes the main one: the mailbox keeps its sign-in; one that is taken away is nobody’s, and its lines go on from the main one', async () => {
  const made = await save([{ ...wholesale, address: 'wholesale@shop.example' }]);
  expect(made.body.items).toHaveLength(1);
  const { values } = (await call(product, 'GET', `/api/inboxes/${house.inboxId}/settings`, { headers: house.admin })).body;
  expect(values).toMatchObject({ address: 'wholesale@shop.example', login: 'help', receiving: 'receiver' });
  await expect(post(port, 'help@shop.example', mailOf({ From: 'a@mail.example' }, 'x'))).rejects.toMatchObject({ responseCode: 550 });
  expect(await fromOf(await house.bySubject('Kyusu'))).toEqual(['wholesale@shop.example']);
});
