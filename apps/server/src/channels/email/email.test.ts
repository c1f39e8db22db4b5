import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { addCompany, asAgent } from '../../../test/company.ts';
import { dovecot } from '../../../test/dovecot.ts';
import { mailServer } from '../../../test/mail-server.ts';
import { call, web } from '../../../test/web.ts';

const imap = await dovecot();
const smtp = await mailServer({
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _session, done) =>
    username === 'help' && password === 'himitsu' ? done(null, { user: 'help' }) : done(new Error('wrong')),
});
const product = await web();
const shop = await addCompany(product, 'shop.example');
const admin = asAgent(shop.cookies.admin);
const agent = asAgent(shop.cookies.agent);

const settings = {
  address: 'help@shop.example',
  fromName: 'はづき茶舗',
  signIn: 'password',
  login: 'help',
  password: 'himitsu',
  imapHost: '127.0.0.1',
  imapPort: imap.port,
  imapTls: 'none',
  smtpHost: '127.0.0.1',
  smtpPort: smtp.port,
  smtpTls: 'none',
  signature: 'はづき茶舗 {agent}',
  acknowledge: false,
};
const made = await call(product, 'POST', '/api/inboxes', { body: { name: 'メール', channel: 'email', settings }, headers: admin });
const inboxId = made.body.id as string;

const healthOf = async () => {
  const { body } = await call(product, 'GET', '/api/channels/health', { headers: agent });
  return body.items.find((one: { inbox: { id: string } }) => one.inbox.id === inboxId);
};
const until = <T>(look: () => Promise<T>) => vi.waitFor(look, { timeout: 30_000, interval: 100 });
const conversations = async () =>
  (await call(product, 'GET', '/api/conversations?view=all', { headers: agent })).body.items as { id: string; subject: string }[];
const bySubject = (subject: string) =>
  until(async () => {
    const found = (await conversations()).find((one) => one.subject === subject);
    if (!found) throw new Error(`nothing about ${subject}`);
    return found.id;
  });
const detail = async (id: string) => (await call(product, 'GET', `/api/conversations/${id}`, { headers: agent })).body;
const mailOf = (head: Record<string, string>, text: string) =>
  `${Object.entries({ To: 'help@shop.example', 'MIME-Version': '1.0', 'Content-Type': 'text/plain; charset=utf-8', ...head })
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}`;
const sato = 'Sato Misaki <sato@mail.example>';

const replyNow = async (id: string, text: string) => {
  const { body } = await call(product, 'POST', `/api/conversations/${id}/replies`, {
    body: { text, seenSeq: 100, idempotencyKey: randomUUID() },
    headers: agent,
  });
  await call(product, 'POST', `/api/messages/${body.id}/send-now`, { headers: agent });
  return body.id as string;
};

test('the mailbox is read as soon as its settings are there, and says so', async () => {
  expect(made.status).toBe(201);
  await until(async () => expect(await healthOf()).toMatchObject({ state: 'good', notes: { folders: 1 } }));
});

test('Sato writes a mail, is answered from the desk, answers back: one conversation, and each mail says why it is in it', async () => {
  await imap.deliver(mailOf({ From: sato, Subject: 'Kyusu', 'Message-ID': '<first@mail.example>' }, '急須が割れていました。\n\n-- \n佐藤'));
  const id = await bySubject('Kyusu');
  const messageId = await replyNow(id, 'すぐに代わりをお送りします。');
  await until(async () => expect(smtp.to('sato@mail.example')).toHaveLength(1));
  const [answer] = smtp.to('sato@mail.example');
  expect([answer?.subject, answer?.inReplyTo, answer?.from?.text]).toEqual([
    'Re: Kyusu',
    '<first@mail.example>',
    '"はづき茶舗" <help@shop.example>',
  ]);
  expect(answer?.text).toContain('すぐに代わりをお送りします。');
  expect(answer?.text).toContain('はづき茶舗 agent of shop.example');
  expect(answer?.messageId).toContain(messageId);

  await imap.deliver(
    mailOf(
      { From: sato, Subject: 'Re: Kyusu', 'Message-ID': '<second@mail.example>', 'In-Reply-To': answer!.messageId! },
      'ありがとうございます。\n\n2026年11月24日(火) 12:00 はづき茶舗 <help@shop.example>:\n> すぐに代わりをお送りします。',
    ),
  );
  await until(async () => expect((await detail(id)).messages).toHaveLength(3));
  const last = (await detail(id)).messages.at(-1);
  expect(last).toMatchObject({ text: 'ありがとうございます。', joinedBy: 'token', author: { kind: 'customer' } });
  expect(last.blocks).toMatchObject([{ type: 'mail', from: sato, quoted: expect.stringContaining('> すぐに代わりを') }]);
});

test('a mailer that drops references is recognised by subject, sender and time, and the desk is told that it is a guess', async () => {
  await imap.deliver(mailOf({ From: sato, Subject: 'Delivery to Osaka', 'Message-ID': '<third@mail.example>' }, '大阪にはいつ届きますか'));
  const id = await bySubject('Delivery to Osaka');
  await imap.deliver(mailOf({ From: sato, Subject: 'RE: Delivery to Osaka', 'Message-ID': '<fourth@mail.example>' }, 'いかがでしょうか'));
  await until(async () =>
    expect((await detail(id)).messages.map(({ joinedBy }: { joinedBy: string }) => joinedBy)).toEqual([null, 'guess']),
  );
});

test('an address that does not exist: the bounce marks the message and ends the line', async () => {
  await imap.deliver(
    mailOf({ From: 'Kato <kato@gone.example>', Subject: 'Address change', 'Message-ID': '<fifth@gone.example>' }, '住所を変えたいです'),
  );
  const id = await bySubject('Address change');
  const messageId = await replyNow(id, '承りました');
  const [sent] = await until(async () => {
    const found = smtp.to('kato@gone.example');
    expect(found).toHaveLength(1);
    return found;
  });
  await imap.deliver(
    `From: Mail Delivery System <MAILER-DAEMON@mx.example>\r\nTo: help@shop.example\r\nSubject: Undelivered Mail Returned to Sender\r\nMessage-ID: <bounce@mx.example>\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe mail could not be delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; kato@gone.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 user unknown\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: ${sent?.messageId}\r\nSubject: Re: Address change\r\n\r\nx\r\n--b--\r\n`,
  );
  await until(async () => {
    const message = (await detail(id)).messages.find((one: { id: string }) => one.id === messageId);
    expect(message).toMatchObject({ delivery: 'failed', failure: { code: 'address_unknown' } });
  });
  const lines = await call(product, 'GET', `/api/conversations/${id}/lines`, { headers: agent });
  expect(lines.body.items).toMatchObject([{ channel: 'email', address: 'kato@gone.example', inUse: true, reachable: false }]);
});

test('an automatic reply becomes a note: nobody waits, nothing is answered', async () => {
  const id = await bySubject('Delivery to Osaka');
  const [first] = (await detail(id)).messages;
  await imap.deliver(
    mailOf(
      {
        From: sato,
        Subject: '自動応答: 不在',
        'Message-ID': '<away@mail.example>',
        'In-Reply-To': first.externalId,
        'Auto-Submitted': 'auto-replied',
      },
      '明日まで不在です',
    ),
  );
  await until(async () =>
    expect((await detail(id)).messages.at(-1)).toMatchObject({ kind: 'note', text: expect.stringContaining('明日まで不在です') }),
  );
});

test('our own mail coming back is no message of anybody', async () => {
  const before = (await conversations()).length;
  await imap.deliver(mailOf({ From: 'help@shop.example', Subject: 'loop', 'Message-ID': '<own@shop.example>' }, '自分から'));
  await until(async () => {
    const rows = await shop.ctx.transaction((tx) =>
      tx.selectFrom('payloads').select(['state', 'outcome']).where('inbox_id', '=', inboxId).execute(),
    );
    expect(rows.some(({ outcome }) => JSON.stringify(outcome).includes('own_mail'))).toBe(true);
  });
  expect(await conversations()).toHaveLength(before);
});

test('the server is killed while a mail is on its way and comes back: the mail is there once, and health told the truth in between', async () => {
  await imap.kill();
  await until(async () => expect(await healthOf()).toMatchObject({ state: 'failing' }));
  await imap.start();
  await imap.deliver(mailOf({ From: sato, Subject: 'After the power cut', 'Message-ID': '<sixth@mail.example>' }, '届いていますか'));
  const id = await bySubject('After the power cut');
  expect((await detail(id)).messages).toHaveLength(1);
  await until(async () => expect(await healthOf()).toMatchObject({ state: 'good', failure: null }));
});

test('a wrong password is said in words a person can act on, and the right one mends it', async () => {
  await call(product, 'PUT', `/api/inboxes/${inboxId}/settings`, { body: { values: { ...settings, password: 'chigau' } }, headers: admin });
  expect((await call(product, 'POST', `/api/inboxes/${inboxId}/check`, { headers: admin })).body).toMatchObject({
    ok: false,
    failure: 'credentials_refused',
  });
  await until(async () => expect(await healthOf()).toMatchObject({ state: 'failing', failure: 'credentials_refused' }));
  await call(product, 'PUT', `/api/inboxes/${inboxId}/settings`, { body: { values: settings }, headers: admin });
  await until(async () => expect(await healthOf()).toMatchObject({ state: 'good' }));
});
