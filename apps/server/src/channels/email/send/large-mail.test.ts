import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { expect, test, vi } from 'vitest';
import { dovecot } from '../../../../test/dovecot.ts';
import { mailError, mailServer } from '../../../../test/mail-server.ts';
import { web } from '../../../../test/web.ts';
import { makeFileLinks } from '../../../platform/files/links.ts';
import { MailRefused } from '../../../platform/mail-transport/mail-refused.ts';
import { mailHouse, mailOf, mailSettings, until } from '../email.testkit.ts';
import { mailErrorOf } from './mail-error.rules.ts';
import { partFiles } from './part-files.ts';

const imap = await dovecot();
/** Whether each mail to Tani that it was brought was too large, and what it took from anybody. */
const brought: boolean[] = [];
const taken: ParsedMail[] = [];
/** Has no room for Kato, and none today for Mori; takes no mail of more than 100 kB from anybody. */
const smtp = await mailServer({
  allowInsecureAuth: true,
  onAuth: (_login, _session, done) => done(null, { user: 'help' }),
  onRcptTo: ({ address }, _session, done) => {
    if (address.startsWith('kato@')) return done(mailError(552, '5.2.2 <kato@mail.example> mailbox full'));
    if (address.startsWith('mori@')) return done(mailError(452, '4.2.2 <mori@mail.example> over quota'));
    done();
  },
  onData: async (stream, _session, done) => {
    const raw = await buffer(stream);
    const isLarge = raw.length > 100_000;
    if (raw.includes('tani@mail.example')) brought.push(isLarge);
    if (isLarge) return done(mailError(552, '5.3.4 Message size exceeds fixed limit'));
    taken.push(await simpleParser(raw));
    done();
  },
});
const product = await web({ publicUrl: 'https://desk.example' });
const house = await mailHouse(product, 'shop.example', mailSettings({ imap: imap.port, smtp: smtp.port }));
const writes = async (name: string) => {
  await house.take(mailOf({ From: `${name}@mail.example`, Subject: name, 'Message-ID': `<${name}@mail.example>` }, '見積をお願いします'));
  return house.bySubject(name);
};
const failureOf = async (id: string, messageId: string) => (await house.messages(id)).find((one) => one.id === messageId);

test('files that are too many for one mail go as links in the conversation’s language, which end and give the very file', async () => {
  const at = new Date('2026-11-24T03:00:00Z');
  let now = at;
  const links = makeFileLinks(randomBytes(32), () => now);
  const files = ['1', '2', '3'].map((n) => ({
    name: `見積${n}.pdf`,
    type: 'application/pdf',
    sizeInBytes: 10_000_000,
    url: 'https://desk.example/short',
    lastingUrl: (until: Date) => `https://desk.example${links.lastingPathOf('wsp', `att_${n}`, until)}`,
    read: async () => Buffer.from(n),
  }));
  const conversation = { id: 'cnv', number: 1, subject: '', locale: 'ja' as const };
  const parted = await partFiles({ files, conversation }, 25_000_000, at);
  expect(parted.along.map(({ name }) => name)).toEqual(['見積1.pdf', '見積2.pdf']);
  expect(parted.links).toMatch(
    /^大きいファイルは、こちらからダウンロードしてください\(2026年12月24日まで\)。\n\n見積3\.pdf \(10 MB\)\nhttps:/,
  );
  const token = parted.links.split('/files/')[1]!;
  expect(links.read(token)).toEqual({ workspaceId: 'wsp', attachmentId: 'att_3' });
  now = new Date('2026-12-24T03:00:00Z');
  expect(links.read(token)).toBeNull();

  const inEnglish = await partFiles({ files, conversation: { ...conversation, locale: 'en' } }, 0, at);
  expect([inEnglish.along.length, inEnglish.links.match(/https:/g)?.length]).toEqual([0, 3]);
  expect(inEnglish.links).toContain('can be downloaded here until December 24, 2026:');
  expect(await partFiles({ files, conversation }, 40_000_000, at)).toMatchObject({ links: '' });
});

test('a server that takes less than most is given the text at once, with links in the place of the files', async () => {
  const id = await writes('tani');
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(150_000)]);
  const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n';
  const made = await product.http.inject({
    method: 'POST',
    url: '/api/attachments',
    payload: Buffer.concat([Buffer.from(head), pdf, Buffer.from('\r\n--b--\r\n')]),
    headers: { ...house.agent, 'content-type': 'multipart/form-data; boundary=b' },
  });
  const messageId = await house.reply(id, '見積をお送りします。', { attachmentIds: [made.json().id] });
  const mail = await vi.waitUntil(() => taken.find(({ subject }) => subject === 'Re: tani'), { timeout: 30_000 });
  expect(brought).toEqual([true, false]);
  expect(await failureOf(id, messageId)).toMatchObject({ delivery: 'sent', failure: null });
  expect(mail.attachments).toEqual([]);
  expect(mail.text).toContain('見積をお送りします。');
  const [, path] = /https:\/\/desk\.example(\/\S+)/.exec(mail.text ?? '') ?? [];
  expect((await product.http.inject({ method: 'GET', url: path! })).rawPayload.equals(pdf)).toBe(true);
});

test('what a server says of a mail that is too large is told from a mailbox that is full', () => {
  const said = (status: number, detail: string) => mailErrorOf(new MailRefused('refused', { temporary: status < 500, status, detail }));
  expect(said(552, '552 5.3.4 Message size exceeds fixed limit').code).toBe('too_large');
  expect(said(552, '552 5.2.2 Quota exceeded').code).toBe('mailbox_full');
  expect(said(452, '452 4.2.2 Over quota')).toMatchObject({ code: 'mailbox_full', temporary: true });
  expect(said(554, '554 5.7.1 Spam').code).toBe('rejected');
});

test('a mailbox that is full for good is said at once, one that is full today is tried again', async () => {
  const kato = await writes('kato');
  const refused = await house.reply(kato, '承りました');
  await until(async () => expect(await failureOf(kato, refused)).toMatchObject({ delivery: 'failed', failure: { code: 'mailbox_full' } }));
  const mori = await writes('mori');
  const waiting = await house.reply(mori, '承りました');
  const row = () =>
    house.shop.ctx.transaction((tx) =>
      tx.selectFrom('deliveries').select(['state', 'tries']).where('message_id', '=', waiting).executeTakeFirstOrThrow(),
    );
  await until(async () => expect(await row()).toMatchObject({ state: 'queued', tries: 1 }));
  expect((await house.health()).failure).toBeNull();
});
