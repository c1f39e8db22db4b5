import { expect, test, vi } from 'vitest';
import { hamMails } from '../../../../fixtures/spam/ham.ts';
import { spamMails } from '../../../../fixtures/spam/spam.ts';
import { addVisitor } from '../../test/company.ts';
import { call, web } from '../../test/web.ts';
import { mailHouse, mailOf, mailSettings, until } from '../channels/email/email.testkit.ts';

const product = await web();
// No server is at those ports: what comes in is taken as if it had been fetched, and what goes out waits.
const house = await mailHouse(product, 'shop.example', mailSettings({ imap: 1, smtp: 1 }));
const { agent, admin, shop } = house;

let mails = 0;
const takeMail = (from: string, subject: string, text: string, more: Record<string, string> = {}) => {
  mails += 1;
  return house.take(mailOf({ From: from, Subject: subject, 'Message-ID': `<${mails}@mail.example>`, Date: '', ...more }, text));
};
const mark = (id: string, spam: boolean, sender = false) =>
  call(product, 'PUT', `/api/conversations/${id}/spam`, { body: { spam, sender }, headers: agent });
const filter = async () => (await call(product, 'GET', '/api/spam/filter', { headers: agent })).body;
const counts = async () => (await call(product, 'GET', '/api/conversations/counts', { headers: agent })).body;
const said = async (id: string) => (await house.messages(id)).map(({ author }) => author.kind);
const caught = (subject: string) => house.bySubject(subject, 'spam');

/** Dozens of mails at once take a while on a busy machine. */
const patiently = <T>(look: () => Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 60_000, interval: 300 });

/** Of each language as many: every second mail is learned from, the others come later. */
const learned = { spam: spamMails.filter((_mail, n) => n % 2 === 0), ham: hamMails.filter((_mail, n) => n % 2 === 0) };

test('people say what is spam and answer what is none: the filter learns from both', async () => {
  for (const [n, [subject, text]] of learned.spam.entries()) await takeMail(`Sender <s${n}@bulk${n}.example>`, subject, text);
  for (const [n, [subject, text]] of learned.ham.entries()) await takeMail(`Customer ${n} <c${n}@mail.example>`, subject, text);
  const idOf = new Map<string, string>();
  await patiently(async () => {
    for (const one of await house.conversations()) idOf.set(one.subject, one.id);
    expect(idOf.size).toBe(learned.spam.length + learned.ham.length);
  });
  // Not one too early: as long as it knows too little, it takes nothing for spam.
  expect((await counts()).spam).toBe(0);
  for (const [subject] of learned.spam) expect((await mark(idOf.get(subject)!, true)).status).toBe(200);
  for (const [subject] of learned.ham) await house.reply(idOf.get(subject)!, 'ご連絡ありがとうございます。');
  await patiently(async () =>
    expect((await filter()).measured).toMatchObject({ spam: learned.spam.length, ham: learned.ham.length, wrong: 0 }),
  );
  expect(await filter()).toMatchObject({ on: true, learned: { spam: learned.spam.length, ham: learned.ham.length }, caught: 0 });
  expect(await counts()).toMatchObject({ spam: learned.spam.length, new: 0, bot: 0 });
}, 150_000);

const wanted = '【重要】お客様のアカウントを停止しました';
const wantedText =
  '不正利用の可能性を検知しました。24時間以内に下記リンクより本人確認を完了しない場合、サービスが永久に停止されます。今すぐ無料登録 http://verify.account-jp.top';

test('new spam is in a view of its own and nowhere else, unanswered, and says why', async () => {
  await house.set({ acknowledge: true });
  await takeMail('Support <x@evil.example>', wanted, wantedText, {
    'Authentication-Results': 'mx.shop.example; spf=fail; dkim=none; dmarc=fail',
  });
  await takeMail('Ito <ito@mail.example>', '玉露の在庫', '玉露100gの在庫はありますか。来週届きますか。');
  const ito = await house.bySubject('玉露の在庫');
  await until(async () => expect(await said(ito)).toEqual(['customer', 'system']));
  const id = await caught(wanted);
  const { conversation, facts } = await house.detail(id);
  expect(conversation.spam).toMatchObject({ by: 'filter', block: null });
  expect(conversation.spam.score).toBeGreaterThanOrEqual(0.99);
  expect(conversation.spam.words.length).toBeGreaterThan(2);
  for (const word of conversation.spam.words) expect(`${wanted}${wantedText}`).toContain(word);
  expect(conversation.spam.signs).toContain('dmarc_fail');
  expect(facts.map(({ name }: { name: string }) => name)).toEqual(['conversation.opened', 'conversation.marked_spam']);
  // Both were taken in one after the other, and the later one has been acknowledged.
  expect(await said(id)).toEqual(['customer']);
  expect((await house.conversations('all')).some((one) => one.id === id)).toBe(false);
  expect(await counts()).toMatchObject({ new: 1, spam: learned.spam.length + 1 });
  const reply = await call(product, 'POST', `/api/conversations/${id}/replies`, {
    body: { text: 'はい', seenSeq: 9, idempotencyKey: 'reply-to-spam' },
    headers: agent,
  });
  expect([reply.status, reply.body.code]).toEqual([409, 'conversation.is_spam']);
  expect((await filter()).caught).toBe(1);
});

test('whom people have answered is never judged, whatever they write', async () => {
  await takeMail('Customer 0 <c0@mail.example>', `${wanted}2`, wantedText);
  expect(await house.bySubject(`${wanted}2`)).toBeTruthy();
});

test('switched off, it takes nothing; switched on, it does again', async () => {
  const turn = (on: boolean) => call(product, 'PUT', '/api/spam/filter', { body: { on }, headers: admin });
  const [subject, text] = [`${wanted} again`, wantedText];
  expect((await turn(false)).body.on).toBe(false);
  await takeMail('A <a@other1.example>', `${subject} A`, text);
  expect(await house.bySubject(`${subject} A`)).toBeTruthy();
  await turn(true);
  await takeMail('B <b@other2.example>', `${subject} B`, text);
  expect(await caught(`${subject} B`)).toBeTruthy();
});

test('not spam: it is back among the new ones, is acknowledged now, and the filter has learned', async () => {
  const id = await caught(wanted);
  const before = await filter();
  expect((await mark(id, false)).body).toMatchObject({ spam: null, status: 'open', handledBy: 'human' });
  await until(async () => expect(await said(id)).toEqual(['customer', 'system']));
  expect((await house.conversations('new')).some((one) => one.id === id)).toBe(true);
  await until(async () => expect((await filter()).learned.ham).toBe(before.learned.ham + 1));
  expect(await filter()).toMatchObject({ caught: 2, wrong: 1 });
});

test('a slip of the hand, undone at once, leaves nothing learned', async () => {
  const id = await house.bySubject('玉露の在庫');
  const before = (await filter()).learned;
  await mark(id, true);
  await until(async () => expect((await filter()).learned.spam).toBe(before.spam + 1));
  await mark(id, false);
  await until(async () => expect((await filter()).learned).toEqual(before));
});

test('a blocked domain: what is open goes, what comes is kept apart, and taking the block back brings it back', async () => {
  await takeMail('Taro <taro@mail.pushy.example>', 'ご提案', 'お茶の卸の件でご提案があります。', { 'Message-ID': '<p1@pushy.example>' });
  const open = await house.bySubject('ご提案');
  const add = (body: object) => call(product, 'POST', '/api/spam/blocks', { body, headers: admin });
  expect((await add({ kind: 'domain', value: 'gmail.com' })).body.code).toBe('block.everybody');
  expect((await add({ kind: 'domain', value: 'shop.example' })).body.code).toBe('block.own');
  expect((await add({ kind: 'email', value: 'nobody' })).body.code).toBe('block.invalid');
  const { body } = await add({ kind: 'domain', value: '@Pushy.example', because: '何度断っても来る' });
  expect(body).toMatchObject({ moved: 1, block: { value: 'pushy.example', hits: 1 } });
  expect((await house.detail(open)).conversation.spam).toMatchObject({
    by: 'block_list',
    block: { kind: 'domain', value: 'pushy.example' },
  });

  await takeMail('Taro <taro@mail.pushy.example>', 'Re: ご提案', '再度のご連絡です。', { 'In-Reply-To': '<p1@pushy.example>' });
  const second = await caught('Re: ご提案');
  expect(second).not.toBe(open);
  expect(await said(second)).toEqual(['customer']);
  const list = (await call(product, 'GET', '/api/spam/blocks?q=PUSHY', { headers: agent })).body.items;
  expect(list).toMatchObject([{ value: 'pushy.example', because: '何度断っても来る', hits: 2, by: { name: 'admin of shop.example' } }]);

  await call(product, 'DELETE', `/api/spam/blocks/${body.block.id}?release=yes`, { headers: admin });
  expect((await house.detail(open)).conversation.spam).toBeNull();
  expect((await house.detail(second)).conversation.spam).toBeNull();
});

test('a blocked visitor of the messenger is heard by nobody; let in again, the bot takes up what they said', async () => {
  const visitor = await addVisitor(product, shop.chatKey);
  const { body } = await visitor.say('こんにちは');
  const id = body.conversation.id as string;
  await until(async () => expect(await said(id)).toEqual(['customer', 'bot']));
  expect((await mark(id, true, true)).status).toBe(200);
  await visitor.say('聞いていますか');
  const other = await addVisitor(product, shop.chatKey);
  const { body: heard } = await other.say('こんにちは');
  await until(async () => expect(await said(heard.conversation.id)).toEqual(['customer', 'bot']));
  // The bot hears everybody in the order in which they wrote: it has passed this one over.
  expect(await said(id)).toEqual(['customer', 'bot', 'customer']);
  await mark(id, false, true);
  await until(async () => expect((await said(id)).slice(0, 4)).toEqual(['customer', 'bot', 'customer', 'bot']));
  expect((await call(product, 'GET', '/api/spam/blocks', { headers: agent })).body.items).toEqual([]);
});
