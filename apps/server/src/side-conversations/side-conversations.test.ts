import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addVisitor, asVisitor } from '../../test/company.ts';
import { dovecot } from '../../test/dovecot.ts';
import { mailServer } from '../../test/mail-server.ts';
import { call, web } from '../../test/web.ts';
import { mailHouse, mailOf, mailSettings, until } from '../channels/email/email.testkit.ts';
import { everythingAbout } from '../people/export/person.queries.ts';

type Side = {
  id: string;
  state: string;
  unread: boolean;
  messages: {
    id: string;
    direction: string;
    kind: string;
    text: string;
    delivery: string;
    stranger: boolean;
    joinedBy: string | null;
    failure: { code: string } | null;
    files: { name: string; url: string }[];
  }[];
};

const imap = await dovecot();
const smtp = await mailServer({ allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(null, { user: 'help' }) });
const product = await web();
const settings = mailSettings({ imap: imap.port, smtp: smtp.port }, { plusAddresses: true, signature: '{{customer.name}}{agent}' });
const house = await mailHouse(product, 'shop.example', settings);
const neighbor = await mailHouse(
  product,
  'other.example',
  mailSettings({ imap: 1, smtp: smtp.port }, { plusAddresses: true, receiving: 'none' }),
);

/** In everything that is between us and the maker, and nowhere else. */
const MARK = 'himitsu-no-kakaku';
const TANAKA = 'tanaka@maker.example';
let mails = 0;
const write = async (at: typeof house, subject: string): Promise<string> => {
  await at.take(
    mailOf(
      { From: 'Sato <sato@mail.example>', Subject: subject, 'Message-ID': `<q${++mails}@mail.example>` },
      `${subject}の蓋が割れています。`,
    ),
  );
  return at.bySubject(subject);
};
const ask = async (at: typeof house, id: string, body: object = {}) =>
  call(at.product, 'POST', `/api/conversations/${id}/side-conversations`, {
    body: {
      inboxId: at.inboxId,
      to: [`田中 <${TANAKA}>`],
      subject: `Lid ${id.slice(-6)}`,
      text: `仕入れ値は${MARK}ですか。`,
      idempotencyKey: randomUUID(),
      ...body,
    },
    headers: at.agent,
  });
const sides = async (id: string) =>
  (await call(product, 'GET', `/api/conversations/${id}/side-conversations`, { headers: house.agent })).body.items as Side[];
const sentTo = (address: string, subject: string) =>
  until(async () => {
    const found = smtp.to(address).findLast((mail) => mail.subject?.includes(subject));
    if (!found) throw new Error(`no mail about ${subject}`);
    return found;
  });
const answer = (head: Record<string, string>, text: string) =>
  mailOf({ From: `Tanaka <${TANAKA}>`, 'Message-ID': `<a${++mails}@maker.example>`, ...head }, text);
const facts = async (id: string) =>
  ((await house.detail(id)).facts as { name: string; data: { because?: string } }[]).map(({ name, data }) =>
    `${name} ${data.because ?? ''}`.trim(),
  );

test('the maker is asked with a passage, and answers over the mailbox: the case comes back, and the customer’s timeline holds none of it', async () => {
  const id = await write(house, 'Kyusu');
  await house.reply(id, 'お調べします。');
  await until(async () => expect((await house.detail(id)).conversation.status).toBe('waiting'));
  const [question] = await house.messages(id);
  const key = { quotes: [question!.id], cc: ['line2@maker.example'], subject: 'Kyusu no futa', idempotencyKey: 'asked-once' };
  const { status, body } = await ask(house, id, key);
  expect([status, (await ask(house, id, key)).body.id]).toEqual([201, body.id]);
  const mail = await sentTo(TANAKA, 'Kyusu no futa');
  expect(mail.text).toContain('> Kyusuの蓋が割れています。');
  expect(mail.text).not.toContain('Sato');
  expect([mail.messageId, mail.references ?? null]).toEqual([expect.stringMatching(/^<sdm_/), null]);
  expect([mail.cc].flat().map((one) => one?.text)).toEqual(['line2@maker.example']);

  await call(product, 'PUT', `/api/conversations/${id}/snooze`, { body: { until: null }, headers: house.agent });
  await imap.deliver(answer({ Subject: 'Re: Kyusu no futa', 'In-Reply-To': mail.messageId! }, `はい、${MARK}です。`));
  await until(async () => expect((await sides(id))[0]).toMatchObject({ state: 'answered', unread: true }));
  const [side] = await sides(id);
  expect(side!.messages.map(({ direction, joinedBy, stranger, delivery }) => [direction, joinedBy, stranger, delivery])).toEqual([
    ['out', null, false, 'sent'],
    ['in', 'token', false, 'received'],
  ]);
  expect((await house.detail(id)).conversation).toMatchObject({ status: 'open', snoozed: null });
  expect(await facts(id)).toEqual(
    expect.arrayContaining([
      'side_conversation.started',
      'side_conversation.answered',
      'conversation.woken side_answer',
      'conversation.reopened side_answer',
    ]),
  );
  expect(JSON.stringify(await house.messages(id))).not.toContain(MARK);
  await call(product, 'PUT', `/api/side-conversations/${side!.id}/seen`, { headers: house.agent });
  expect((await sides(id))[0]!.unread).toBe(false);
});

test('an answer is known by the mark in its address alone, or by a colleague’s mail that it answers; its files come along; twice is once', async () => {
  const id = await write(house, 'Chawan');
  await ask(house, id, { subject: 'Chawan no hibi' });
  const mail = await sentTo(TANAKA, 'Chawan no hibi');
  const to = mail.replyTo!.value[0]!.address!;
  expect(to).toMatch(/^help\+sdm_/);
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const withFile = mailOf(
    {
      From: `Tanaka <${TANAKA}>`,
      To: to,
      Subject: 'something else',
      'Message-ID': '<file@maker.example>',
      'Content-Type': 'multipart/mixed; boundary=b',
    },
    `--b\nContent-Type: text/plain\n\n${MARK}\n--b\nContent-Type: image/png; name=zu.png\nContent-Disposition: attachment; filename=zu.png\nContent-Transfer-Encoding: base64\n\n${png}\n--b--`,
  );
  await house.take(withFile);
  await house.take(withFile, { again: 'yes' });
  await house.take(
    answer({ From: 'Boss <boss@maker.example>', Subject: 'Fwd', 'In-Reply-To': '<file@maker.example>' }, `${MARK} 上司です。`),
  );
  await until(async () => expect((await sides(id))[0]!.messages).toHaveLength(3));
  const [side] = await sides(id);
  expect(side!.messages.map(({ joinedBy, stranger, files }) => [joinedBy, stranger, files.map(({ name }) => name)])).toEqual([
    [null, false, []],
    ['token', false, ['zu.png']],
    ['references', true, []],
  ]);
  const file = await product.http.inject({ method: 'GET', url: side!.messages[1]!.files[0]!.url });
  expect([file.statusCode, file.rawPayload.length]).toEqual([200, Buffer.from(png, 'base64').length]);
  const again = await call(product, 'POST', `/api/side-conversations/${side!.id}/messages`, {
    body: { text: '写真をありがとうございます。', idempotencyKey: randomUUID() },
    headers: house.agent,
  });
  expect(again.status).toBe(201);
  const second = await sentTo(TANAKA, 'Re: Chawan no hibi');
  expect([second.references].flat()).toEqual([mail.messageId, '<file@maker.example>', expect.stringMatching(/^<a\d+@maker/)]);
});

test('a mark made for another workspace opens nothing here: it is a stranger’s mail like any other', async () => {
  const [ours, theirs] = [await write(house, 'Dobin'), await write(neighbor, 'Neighbors')];
  await ask(house, ours, { subject: 'Dobin no tsuru' });
  await ask(neighbor, theirs, { subject: 'Neighbors secret' });
  const { messageId, replyTo } = await sentTo(TANAKA, 'Neighbors secret');
  await house.take(
    answer(
      { From: 'evil@x.example', To: replyTo!.value[0]!.address!.replace('other', 'shop'), Subject: 'Forged', 'In-Reply-To': messageId! },
      'x',
    ),
  );
  const forged = await house.bySubject('Forged');
  expect(forged).not.toBe(ours);
  const all = (await sides(ours)).flatMap(({ messages }) => messages);
  expect(all.map(({ direction }) => direction)).toEqual(['out']);
});

test('what machines write is shown and wakes nobody; a bounce marks the mail, which can be sent again', async () => {
  const id = await write(house, 'Chasen');
  await ask(house, id, { subject: 'Chasen no ana' });
  const { messageId } = await sentTo(TANAKA, 'Chasen no ana');
  await house.reply(id, 'お待ちください。');
  await until(async () => expect((await house.detail(id)).conversation.status).toBe('waiting'));
  const before = smtp.to(TANAKA).length;
  await house.take(answer({ Subject: 'Out of office', 'Auto-Submitted': 'auto-replied', 'In-Reply-To': messageId! }, '休暇中です。'));
  await until(async () => expect((await sides(id))[0]!.messages).toHaveLength(2));
  expect((await sides(id))[0]).toMatchObject({ state: 'waiting', unread: false });
  expect((await house.detail(id)).conversation.status).toBe('waiting');

  const report = `--b\nContent-Type: text/plain\n\nNot delivered\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ${TANAKA}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: ${messageId}\n--b--`;
  const head = { From: 'MAILER-DAEMON@mx.example', Subject: 'Undelivered Mail Returned to Sender', 'Return-Path': '<>' };
  await house.take(
    mailOf(
      { ...head, 'Message-ID': '<bounce@mx.example>', 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' },
      report,
    ),
  );
  await until(async () =>
    expect((await sides(id))[0]!.messages[0]).toMatchObject({ delivery: 'failed', failure: { code: 'address_unknown' } }),
  );
  expect(smtp.to(TANAKA)).toHaveLength(before);
  const [first] = (await sides(id))[0]!.messages;
  expect((await call(product, 'POST', `/api/side-messages/${first!.id}/retry`, { headers: house.agent })).status).toBe(200);
  await until(async () => expect((await sides(id))[0]!.messages[0]!.delivery).toBe('sent'));
  expect((await call(product, 'POST', `/api/side-messages/${first!.id}/retry`, { headers: house.agent })).body.code).toBe(
    'side.not_failed',
  );
});

test('the customer, the mailbox itself and what is no address are refused; so are words and files of other cases', async () => {
  const [id, other] = [await write(house, 'Natsume'), await write(house, 'Hishaku')];
  const code = async (body: object) => (await ask(house, id, body)).body.code;
  expect(await code({ to: ['SATO@mail.example'] })).toBe('side.address_of_customer');
  expect(await code({ cc: ['help@shop.example'] })).toBe('side.address_own');
  expect(await code({ to: ['no address'] })).toBe('side.address_malformed');
  expect(await code({ inboxId: neighbor.inboxId })).toBe('side.inbox_refused');
  expect(await code({ quotes: [(await house.messages(other))[0]!.id] })).toBe('side.not_of_conversation');
  expect(await code({ attachmentIds: ['att_00000000000000000000000000'] })).toBe('side.not_of_conversation');
  expect(await sides(id)).toEqual([]);
  expect((await call(product, 'GET', `/api/conversations/${id}/side-conversations`, { headers: neighbor.agent })).status).toBe(404);
});

test('whatever the customer can open, read or be sent holds nothing of it: messenger, mail, export, the database itself', async () => {
  const visitor = await addVisitor(product, house.shop.chatKey);
  const chat = `/api/chat/${house.shop.chatKey}`;
  const head = asVisitor(visitor.token);
  expect((await visitor.say('こんにちは')).status).toBeLessThan(300);
  const list = async (view: string) =>
    (await call(product, 'GET', `/api/conversations?view=${view}`, { headers: house.agent })).body.items as {
      id: string;
      channel: string;
      customer: { id: string };
    }[];
  const talk = await until(async () => {
    const found = [...(await list('all')), ...(await list('bot'))].find(({ channel }) => channel === 'chat');
    if (!found) throw new Error('nobody in the messenger');
    return found;
  });
  await ask(house, talk.id, { subject: `${MARK} chat` });
  const mail = await sentTo(TANAKA, `${MARK} chat`);
  await house.take(answer({ Subject: 'Re', 'In-Reply-To': mail.messageId! }, `${MARK} 返事`));
  await until(async () => expect((await sides(talk.id))[0]!.unread).toBe(true));

  expect(JSON.stringify((await call(product, 'GET', `${chat}/conversation`, { headers: head })).body)).not.toContain(MARK);
  expect(smtp.to('sato@mail.example').filter(({ text, subject }) => `${subject} ${text}`.includes(MARK))).toEqual([]);
  const { workspaceId } = house.shop.ctx.viewer;
  for (const one of [talk, ...(await list('all'))]) {
    const everything = JSON.stringify(await house.shop.ctx.transaction((tx) => everythingAbout(tx, workspaceId, one.customer.id)));
    expect(everything).not.toContain(MARK);
    expect(everything).not.toContain('side_conversation');
  }
  const counts = await product.platform.db.as({ workspaceId, inboxes: 'all', customerId: talk.customer.id }, async (tx) => {
    const seen = [];
    for (const table of ['side_conversations', 'side_messages'] as const)
      seen.push((await tx.selectFrom(table).selectAll().execute()).length);
    seen.push((await tx.selectFrom('attachments').select('id').where('side_message_id', 'is not', null).execute()).length);
    return seen;
  });
  expect(counts).toEqual([0, 0, 0]);
});
