import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { mailServer } from '../../../../test/mail-server.ts';
import { call, web } from '../../../../test/web.ts';
import { mailHouse, mailOf, mailSettings, until } from '../email.testkit.ts';
import { plusAddressOf } from '../message-ids.rules.ts';
import { post, statusOf, wire } from './receiver.testkit.ts';

const smtp = await mailServer({ allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(null, { user: 'help' }) });
const product = await web();
const MB = 1024 * 1024;
const { port } = await product.receiveMail(
  { host: '127.0.0.1', port: 0, certificate: null },
  { limits: { bytes: 3 * MB }, judge: async () => null },
);
const settings = (address: string) => mailSettings({ imap: 1, smtp: smtp.port }, { receiving: 'receiver', address });
const shop = await mailHouse(product, 'shop.example', settings('help@shop.example'));
const other = await mailHouse(product, 'other.example', settings('desk@other.example'));
const mail = (id: string, head: Record<string, string> = {}, text = '急須が割れていました。') =>
  mailOf({ From: 'Sato Misaki <sato@mail.example>', Subject: `Matter ${id}`, 'Message-ID': `<${id}@mail.example>`, ...head }, text);
const payloads = (house: typeof shop) =>
  house.shop.ctx.transaction((tx) =>
    tx.selectFrom('payloads').select(['external_id', 'headers', 'state']).where('inbox_id', '=', house.inboxId).execute(),
  );

test('a mail that is brought to the door is a conversation, and health says that the door is open', async () => {
  await post(port, 'Help@Shop.example', mail('first'));
  const id = await shop.bySubject('Matter first');
  const [message] = await shop.messages(id);
  expect(message).toMatchObject({ text: '急須が割れていました。' });
  const [kept] = await payloads(shop);
  expect(kept?.headers).toMatchObject({
    'client-ip': '127.0.0.1',
    helo: 'mx.mail.example',
    'envelope-from': 'sato@mail.example',
    'envelope-to': 'help@shop.example',
  });
  await until(async () =>
    expect(await shop.health()).toMatchObject({
      state: 'good',
      failure: null,
      lastInAt: expect.any(String),
      notes: { receiver: expect.stringContaining(`:${port}`) },
    }),
  );
});

test('recipients that are nobody here are refused, and nothing is passed on: not to our own domain, not by a forged mark', async () => {
  const forged = plusAddressOf('no-key-of-ours', 'msg_0123456789abcdefghjkmnpqrs', 'help@shop.example');
  for (const to of ['nobody@shop.example', 'sato@mail.example', 'help@other.example', 'help+anything@shop.example', forged])
    expect([to, await statusOf(post(port, to, mail('refused')))]).toEqual([to, 550]);
  expect(await payloads(shop)).toHaveLength(1);
});

test('an answer to a marked reply address is taken and finds its conversation', async () => {
  const id = await shop.bySubject('Matter first');
  const messageId = await shop.reply(id, 'すぐに代わりをお送りします。');
  const { key } = await shop.shop.ctx.transaction((tx) =>
    tx.selectFrom('inboxes').select('key').where('id', '=', shop.inboxId).executeTakeFirstOrThrow(),
  );
  const marked = plusAddressOf(key, messageId, 'help@shop.example').toLowerCase();
  await post(port, marked, mail('marked', { To: marked, Subject: 'thanks' }, 'ありがとうございます。'));
  await until(async () => expect((await shop.messages(id)).at(-1)).toMatchObject({ text: 'ありがとうございます。', joinedBy: 'token' }));
});

test('one mail to inboxes of two companies is kept for both; sent again after a lost answer it is there once', async () => {
  const raw = mail('both', { To: 'help@shop.example, desk@other.example' });
  await post(port, ['help@shop.example', 'desk@other.example'], raw);
  await post(port, ['help@shop.example', 'desk@other.example'], raw);
  expect(await shop.messages(await shop.bySubject('Matter both'))).toHaveLength(1);
  expect(await other.messages(await other.bySubject('Matter both'))).toHaveLength(1);
  expect(await payloads(other)).toHaveLength(1);
});

test('a known and an unknown recipient in one breath: commands that are sent without waiting are each answered', async () => {
  const line = await wire(port);
  await vi.waitFor(() => expect(line.heard()).toMatch(/^220 /), { timeout: 30_000 });
  line.say(
    'EHLO mx.mail.example\r\nMAIL FROM:<>\r\nRCPT TO:<help@shop.example>\r\nRCPT TO:<nobody@shop.example>\r\nRCPT TO:<desk@other.example>\r\nDATA\r\n',
  );
  await vi.waitFor(() => expect(line.heard()).toContain('354 '), { timeout: 30_000 });
  expect(line.heard()).toContain(`SIZE ${3 * MB}`);
  expect(line.heard()).not.toContain('STARTTLS');
  line.say(`${mail('pipelined')}\r\n.\r\nQUIT\r\n`);
  await line.closed;
  expect(line.heard().match(/^(?:250(?= )|550|354|221)/gm)).toEqual(['250', '250', '250', '550', '250', '354', '250', '221']);
  await shop.bySubject('Matter pipelined');
  await other.bySubject('Matter pipelined');
});

test('what is too large is refused, said beforehand or only seen on the way; a header of a megabyte is no reason', async () => {
  expect(await statusOf(post(port, 'help@shop.example', mail('large', {}, 'あ'.repeat(1.4 * MB))))).toBe(552);
  const line = await wire(port);
  await vi.waitFor(() => expect(line.heard()).toMatch(/^220 /), { timeout: 30_000 });
  line.say(`EHLO a\r\nMAIL FROM:<a@mail.example> SIZE=${4 * MB}\r\n`);
  await vi.waitFor(() => expect(line.heard()).toContain('552 '), { timeout: 30_000 });
  line.end();
  await post(port, 'help@shop.example', mail('wide', { 'X-Long': `${'x'.repeat(900)}\r\n `.repeat(1160) }));
  expect(await shop.messages(await shop.bySubject('Matter wide'))).toMatchObject([{ text: '急須が割れていました。' }]);
});

test('while the database refuses, the answer is "later" and nothing is half kept; later it is taken', async () => {
  const before = [(await payloads(shop)).length, (await payloads(other)).length];
  const to = ['help@shop.example', 'desk@other.example'];
  // Of two inboxes the database takes the mail for the first and not for the second.
  const owner = new pg.Client(product.connection);
  await owner.connect();
  await owner.query(`alter table payloads add constraint refused check (inbox_id <> '${other.inboxId}') not valid`);
  expect(await statusOf(post(port, to, mail('later')))).toBe(451);
  await owner.query('alter table payloads drop constraint refused');
  const blind = vi.spyOn(product.platform.db, 'directory').mockRejectedValue(new Error('Connection terminated'));
  expect(await statusOf(post(port, to, mail('later')))).toBe(451);
  blind.mockRestore();
  const pause = (paused: boolean) => call(product, 'PATCH', `/api/inboxes/${other.inboxId}`, { body: { paused }, headers: other.admin });
  expect((await pause(true)).status).toBe(200);
  expect(await statusOf(post(port, 'desk@other.example', mail('later')))).toBe(450);
  await pause(false);
  await owner.end();
  expect([(await payloads(shop)).length, (await payloads(other)).length]).toEqual(before);
  await post(port, to, mail('later'));
  await other.bySubject('Matter later');
});

test('garbage is answered and shown out, names are not tried for long, and a client that drips is cut off', async () => {
  const garbage = await wire(port);
  garbage.say(`${Array.from({ length: 12 }, (_, index) => `\u0000\u0001 ${index} garbage`).join('\r\n')}\r\n`);
  await garbage.closed;
  expect(garbage.heard()).toMatch(/421 /);

  const guesser = await wire(port);
  await vi.waitFor(() => expect(guesser.heard()).toMatch(/^220 /), { timeout: 30_000 });
  guesser.say(
    `EHLO a\r\nMAIL FROM:<a@mail.example>\r\n${Array.from({ length: 12 }, (_, index) => `RCPT TO:<n${index}@shop.example>\r\n`).join('')}`,
  );
  await guesser.closed;
  expect(guesser.heard().match(/^550 /gm)).toHaveLength(9);

  const impatient = await product.receiveMail(
    { host: '127.0.0.1', port: 0, certificate: null },
    { limits: { silentMs: 500, wholeMs: 1500 } },
  );
  const silent = await wire(impatient.port);
  const dripping = await wire(impatient.port);
  await vi.waitFor(() => expect(dripping.heard()).toMatch(/^220 /), { timeout: 30_000 });
  const drip = setInterval(() => dripping.say('NOOP\r\n'), 100);
  await Promise.all([silent.closed, dripping.closed]);
  clearInterval(drip);
  expect(silent.heard()).toMatch(/421 /);
  expect(dripping.heard()).toMatch(/421 4\.4\.2 This has taken too long/);
});

test('an inbox that is removed, or no longer has its mail brought here, is nobody any more', async () => {
  expect((await other.set({ receiving: 'none' })).status).toBe(200);
  expect(await statusOf(post(port, 'desk@other.example', mail('none')))).toBe(550);
  expect((await other.set({ receiving: 'receiver' })).status).toBe(200);
  expect(await statusOf(post(port, 'desk@other.example', mail('again')))).toBe(250);
  expect((await call(product, 'DELETE', `/api/inboxes/${other.inboxId}`, { headers: other.admin })).status).toBe(204);
  expect(await statusOf(post(port, 'desk@other.example', mail('removed')))).toBe(550);
});
