import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { dovecot } from '../../../test/dovecot.ts';
import { mailServer } from '../../../test/mail-server.ts';
import { call, web } from '../../../test/web.ts';
import { acknowledgementOf } from './acknowledgement.rules.ts';
import { mailHouse, mailOf, mailSettings, until } from './email.testkit.ts';
import { localeOfText } from './locale.rules.ts';

const imap = await dovecot();

/** Everything the relay carried: to whom, and what it was. */
const carried: { to: string; raw: string }[] = [];
const mailboxOf: Record<string, string> = { 'help@shop.example': 'help', 'desk@other.example': 'other' };

/**
 * A relay that does all that makes loops: it drops every header by which a machine knows a machine or a mail an answer, gives each mail
 * another subject and delivers it.
 */
const relay = await mailServer({
  allowInsecureAuth: true,
  onAuth: (_auth, _session, done) => done(null, { user: 'anybody' }),
  onData: (stream, { envelope }, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', async () => {
      const raw = Buffer.concat(chunks)
        .toString()
        .replace(/^(?:auto-submitted|x-auto-response-suppress|x-madoguchi-loop|in-reply-to|references):.*\r\n(?:[ \t].*\r\n)*/gim, '')
        .replace(/^subject:.*\r\n(?:[ \t].*\r\n)*/im, `Subject: Matter number ${carried.length + 1} of today\r\n`);
      for (const { address } of envelope.rcptTo) {
        carried.push({ to: address, raw });
        if (mailboxOf[address]) await imap.deliver(raw, 'INBOX', mailboxOf[address]);
      }
      done();
    });
  },
});
/** Without what a mailbox sends itself to prove that it works. */
const to = (address: string) => carried.filter((one) => one.to === address && !one.raw.includes('It is removed by itself.'));

const product = await web();
const ports = { imap: imap.port, smtp: relay.port };
const shop = await mailHouse(product, 'shop.example', mailSettings(ports, { acknowledge: true }));
const other = await mailHouse(
  product,
  'other.example',
  mailSettings(ports, { address: 'desk@other.example', fromName: 'Other', login: 'other', acknowledge: true }),
);

test('two machines that answer each other stop, even over a relay that hides that they are machines', async () => {
  await until(async () => expect([(await shop.health()).state, (await other.health()).state]).toEqual(['good', 'good']));
  // Once written by hand; from here on only machines write.
  await imap.deliver(
    mailOf({ From: 'Desk <desk@other.example>', Subject: 'Tea for our office', 'Message-ID': '<1@other.example>' }, 'お茶を注文したいです'),
  );
  await until(async () => expect(await shop.conversations()).toHaveLength(2));
  await imap.deliver(mailOf({ From: 'kato@mail.example', Subject: 'Afterwards', 'Message-ID': '<2@mail.example>' }, '届きましたか。'));
  await until(async () => expect(to('kato@mail.example')).toHaveLength(1));
  expect([to('desk@other.example').length, to('help@shop.example').length]).toEqual([1, 1]);
  expect(await other.conversations()).toHaveLength(1);
});

test('the acknowledgement says the number, in the language of the mail, and is no answer of anybody', async () => {
  await shop.take(
    mailOf({ From: 'Sato Misaki <sato@mail.example>', Subject: 'Kyusu', 'Message-ID': '<3@mail.example>' }, '急須が割れていました。'),
  );
  await shop.take(
    mailOf(
      { From: 'Ann <ann@mail.example>', Subject: 'Teapot', 'Message-ID': '<4@mail.example>' },
      'My teapot came broken.\nPlease help me.',
    ),
  );
  const id = await shop.bySubject('Kyusu');
  await until(async () => expect((await shop.messages(id)).map(({ author }) => author.kind)).toEqual(['customer', 'system']));
  const { conversation } = await shop.detail(id);
  expect(conversation).toMatchObject({ status: 'open', previewAuthor: 'customer', waitingSince: expect.any(String) });
  const [, said] = await shop.messages(id);
  expect(said?.text).toContain('Sato Misaki 様');
  expect(said?.text).toContain(`#${conversation.number}`);
  await until(async () => expect(to('sato@mail.example')).toHaveLength(1));

  const english = await shop.bySubject('Teapot');
  await until(async () => expect((await shop.messages(english))[1]?.text).toContain('Dear Ann,'));
});

test('it is said once: not to a second mail of the matter, nor to the same address again within the hour', async () => {
  const id = await shop.bySubject('Kyusu');
  await shop.take(
    mailOf(
      { From: 'sato@mail.example', Subject: 'Re: Kyusu', 'Message-ID': '<5@mail.example>', 'In-Reply-To': '<3@mail.example>' },
      '追伸です。',
    ),
  );
  await shop.take(mailOf({ From: 'sato@mail.example', Subject: 'Sencha', 'Message-ID': '<6@mail.example>' }, '煎茶はありますか。'));
  await shop.take(mailOf({ From: 'new@mail.example', Subject: 'Later', 'Message-ID': '<7@mail.example>' }, 'はじめまして。'));
  await until(async () => expect(to('new@mail.example')).toHaveLength(1));
  expect((await shop.messages(id)).map(({ author }) => author.kind)).toEqual(['customer', 'system', 'customer']);
  expect(to('sato@mail.example')).toHaveLength(1);
});

test('lists, bulk mail and senders nobody reads are not answered, and mail of machines opens nothing', async () => {
  const before = (await shop.conversations()).length;
  const heads: Record<string, string>[] = [
    { From: 'list@list.example', 'List-Id': '<tea.list.example>' },
    { From: 'sale@shop2.example', Precedence: 'bulk' },
    { From: 'no-reply@bank.example' },
    { From: 'quiet@mail.example', 'X-Auto-Response-Suppress': 'All' },
    { From: 'empty@mail.example', 'Return-Path': '<>' },
    { From: 'away@mail.example', 'Auto-Submitted': 'auto-replied' },
  ];
  for (const [index, head] of heads.entries())
    await shop.take(
      mailOf({ ...head, Subject: `Nobody asked ${index}`, 'Message-ID': `<bulk${index}@mail.example>` }, 'お知らせがあります。'),
    );
  await shop.take(mailOf({ From: 'last@mail.example', Subject: 'Last', 'Message-ID': '<8@mail.example>' }, 'こんにちは。'));
  await until(async () => expect(to('last@mail.example')).toHaveLength(1));
  for (const { From } of heads) expect(to(From!)).toHaveLength(0);
  expect(await shop.conversations()).toHaveLength(before + heads.length);
});

test('an hour has room for twenty: a flood of strangers is not answered with a flood', async () => {
  for (let index = 0; index < 25; index += 1)
    await shop.take(
      mailOf(
        { From: `flood${index}@mail.example`, Subject: `Flood ${index}`, 'Message-ID': `<flood${index}@mail.example>` },
        'こんにちは。',
      ),
    );
  const last = await shop.bySubject('Flood 24');
  let tag = 0;
  // A reader writes its place down twice a second at most, and only as it reads on.
  await until(async () => {
    tag += 1;
    await call(product, 'PUT', `/api/conversations/${last}/tags`, { body: { tags: [`${tag}`] }, headers: shop.agent });
    await everybodyRead();
  });
  const said = await shop.shop.ctx.transaction((tx) =>
    tx.selectFrom('messages').select('id').where('author_kind', '=', 'system').where('inbox_id', '=', shop.inboxId).execute(),
  );
  expect(said).toHaveLength(20);
});

/** Whether every opened conversation was looked at. */
async function everybodyRead(): Promise<void> {
  const [behind] = await product.platform.db.directory(async (tx) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from events e, event_cursors c
      where c.reader = 'channels.acknowledge' and e.name = 'conversation.opened' and (e.xid, e.position) > (c.xid, c.position)`.execute(tx);
    return rows;
  });
  expect(behind?.count).toBe(0);
}

test('own words take the place of ours, with the values put in', () => {
  const values = { number: 7, name: '佐藤', shop: 'はづき茶舗', workspace: 'はづき', locale: 'ja' as const };
  expect(acknowledgementOf('{name}様 {number} {shop}', values)).toBe('佐藤様 #7 はづき茶舗');
  expect(acknowledgementOf('{name} 様', { ...values, name: '' })).toBe('お客様');
});

test('the language of a mail is told by its letters', () => {
  expect(localeOfText('Order 3021\nいつ届きますか')).toBe('ja');
  expect(localeOfText('注文確認')).toBe('ja');
  expect(localeOfText('Where is my order?\n佐藤美咲')).toBe('en');
  expect(localeOfText('Please say こんにちは to the team that packed my parcel so nicely')).toBe('en');
  expect(localeOfText('12345 https://shop.example/order')).toBe(undefined);
});
