import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { dovecot } from '../../../../test/dovecot.ts';
import { startDovecot } from '../../../../test/dovecot-server.ts';
import { mailServer } from '../../../../test/mail-server.ts';
import { tcpProxy } from '../../../../test/tcp-proxy.ts';
import { call, web } from '../../../../test/web.ts';
import { emailChannel } from '../email.channel.ts';
import { mailHouse, mailOf, mailSettings, until } from '../email.testkit.ts';
import { MAILBOX_LIMITS } from './mailbox-limits.ts';
import { readMailbox } from './read-mailbox.ts';

const limits = { ...MAILBOX_LIMITS, silentMs: 1500, lookMs: 200 };
const imap = await dovecot();
const proxy = await tcpProxy(imap.port);
const smtp = await mailServer({ allowInsecureAuth: true, onAuth: (_login, _session, done) => done(null, { user: 'help' }) });
await imap.asOwner((client) => client.mailboxCreate('Shop'));
const product = await web({ channels: [{ ...emailChannel, connect: (to, hear) => readMailbox(to, hear, limits) }] });
const settings = mailSettings({ imap: proxy.port, smtp: smtp.port }, { folders: 'INBOX\nShop' });
const house = await mailHouse(product, 'shop.example', settings);
const isGood = () => until(async () => expect(await house.health()).toMatchObject({ state: 'good', failure: null }));
const subjects = async () => (await house.conversations()).map(({ subject }) => subject).sort();

const mail = (id: string, text = '本文です', more = {}) =>
  mailOf({ From: `${id} <${id}@mail.example>`, Subject: id, 'Message-ID': `<${id}@mail.example>`, ...more }, text);
const withFile = (id: string, bytes: Buffer, type = 'application/octet-stream', name = 'data.bin') =>
  mail(
    id,
    `--b\nContent-Type: text/plain; charset=utf-8\n\n添付します\n--b\nContent-Type: ${type}\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${bytes
      .toString('base64')
      .replaceAll(/.{76}/g, '$&\n')}\n--b--\n`,
    { 'Content-Type': 'multipart/mixed; boundary="b"' },
  );
const attachmentsOf = async (id: string) => (await house.messages(await house.bySubject(id))).flatMap(({ attachments }) => attachments);
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const fetched = async (url: string) => hashOf((await product.http.inject({ method: 'GET', url })).rawPayload);

test('a folder that was made anew, and so is numbered anew: what was there is not there twice, what came since is there', async () => {
  // Looked through once: the check of the settings alone says that it is good, too, and what comes before the first look is of the past.
  await until(async () => expect(await house.health()).toMatchObject({ state: 'good', notes: { folders: 2 } }));
  for (const id of ['shop-1', 'shop-2']) await imap.deliver(mail(id), 'Shop');
  await until(async () => expect(await subjects()).toEqual(['shop-1', 'shop-2']));
  await imap.asOwner(async (client) => {
    await client.mailboxDelete('Shop');
    await client.mailboxCreate('Shop');
  });
  for (const id of ['shop-3', 'shop-2', 'shop-1']) await imap.deliver(mail(id), 'Shop');
  await house.bySubject('shop-3');
  expect(await subjects()).toEqual(['shop-1', 'shop-2', 'shop-3']);
  for (const id of ['shop-1', 'shop-2']) expect(await house.messages(await house.bySubject(id))).toHaveLength(1);
});

test('a chosen folder that is gone is told while the others are read; once it is back so is everything', async () => {
  await imap.asOwner((client) => client.mailboxDelete('Shop'));
  await until(async () =>
    expect(await house.health()).toMatchObject({ state: 'failing', failure: 'folder_missing', failureDetail: 'Shop' }),
  );
  await imap.deliver(mail('meanwhile'));
  await house.bySubject('meanwhile');
  await imap.asOwner((client) => client.mailboxCreate('Shop'));
  await isGood();
});

test('a line that falls silent while listening is noticed in a bounded time, and mail that came meanwhile is read', async () => {
  proxy.hush();
  await imap.deliver(mail('in-silence'));
  await until(async () => expect(await house.health()).toMatchObject({ state: 'failing' }));
  proxy.speak();
  await house.bySubject('in-silence');
  await isGood();
});

test('a line that is reset while listening is there again at once', async () => {
  proxy.cut();
  await imap.deliver(mail('after-reset'));
  await house.bySubject('after-reset');
  await isGood();
});

test('the server is killed in the middle of a large mail, and the database goes in the middle of another: each is there once, and whole', async () => {
  const bytes = randomBytes(2_000_000);
  let done = false;
  const dies = new Promise<void>((resolve) => {
    proxy.watch((brought) => {
      if (done || brought < 1_000_000) return;
      done = true;
      resolve(imap.kill());
    });
  });
  await imap.deliver(withFile('cut-by-server', bytes));
  await dies;
  await imap.start();
  expect(await Promise.all((await attachmentsOf('cut-by-server')).map(({ url }) => fetched(url)))).toEqual([hashOf(bytes)]);

  const client = new pg.Client({ ...product.connection, database: 'postgres' });
  await client.connect();
  afterAll(() => client.end());
  const name = String(product.connection.database);
  let gone = false;
  const shut = new Promise<void>((resolve, reject) => {
    proxy.watch((brought) => {
      if (gone || brought < 1_000_000) return;
      gone = true;
      client
        .query(`alter database "${name}" allow_connections false`)
        .then(() => client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]))
        .then(() => resolve(), reject);
    });
  });
  await imap.deliver(withFile('cut-by-database', Buffer.concat([bytes, bytes.subarray(0, 9)])));
  await shut;
  await client.query(`alter database "${name}" allow_connections true`);
  expect(await attachmentsOf('cut-by-database')).toMatchObject([{ sizeInBytes: 2_000_009 }]);
  await isGood();
  expect((await subjects()).filter((subject) => subject.startsWith('cut-by'))).toEqual(['cut-by-database', 'cut-by-server']);
});

test('a mail of 25 MB with its files arrives whole; of one of 50 MB its beginning, and what stays in the mailbox', async () => {
  const files = [randomBytes(12_000_000), randomBytes(13_000_000)];
  const [first = '', second = ''] = files.map(
    (bytes, index) => withFile('large', bytes, 'application/pdf', `見積${index}.pdf`).split('--b\r\n')[2]!,
  );
  const head = withFile('large', Buffer.alloc(0)).split('--b\r\n');
  await imap.deliver([head[0], head[1], first.replace('--b--\r\n', ''), second].join('--b\r\n'));
  const kept = await attachmentsOf('large');
  expect(kept.map(({ sizeInBytes }) => sizeInBytes)).toEqual([12_000_000, 13_000_000]);
  expect(await Promise.all(kept.map(({ url }) => fetched(url)))).toEqual(files.map(hashOf));

  await imap.deliver(withFile('huge', Buffer.alloc(38_000_000, 'x'), 'video/mp4', 'unboxing.mp4'));
  const [message] = await house.messages(await house.bySubject('huge'));
  expect(message?.text).toContain('添付します');
  expect(message?.text).toMatch(/このメールは52 MBあり.*メールボックスに残っています[\s\S]*unboxing\.mp4 \(38 MB\)/);
  expect(message?.attachments).toEqual([]);
  const payloads = await house.shop.ctx.transaction((tx) =>
    tx
      .selectFrom('payloads')
      .select(['headers', sql<number>`octet_length(body)`.as('bytes')])
      .where('inbox_id', '=', house.inboxId)
      .execute(),
  );
  const [left] = payloads.filter(({ headers }) => 'left-out' in (headers as object));
  expect(left?.bytes).toBeLessThan(300_000);
});

test('a mailbox that fills up: a note before it is full, a failure once it is; with room again all is well', async () => {
  const narrow = await startDovecot({ quotaMb: 1 });
  onTestFinished(narrow.stop);
  const full = await mailHouse(product, 'full.example', mailSettings({ imap: narrow.port, smtp: smtp.port }));
  const lay = (id: string, bytes: number) => narrow.deliver(mail(id, `${'x'.repeat(899)}\n`.repeat(bytes / 900)));
  await lay('most', 950_000);
  await until(async () => expect(await full.health()).toMatchObject({ state: 'good', notes: { mailboxUsed: '91 %' } }));
  await lay('rest', 94_000);
  await until(async () => expect(await full.health()).toMatchObject({ state: 'failing', failure: 'inbox_full' }));
  await expect(lay('too-much', 20_000)).rejects.toMatchObject({ serverResponseCode: 'OVERQUOTA' });
  await narrow.asOwner(async (client) => {
    await client.mailboxOpen('INBOX');
    await client.messageDelete('1:*');
  });
  await until(async () => expect(await full.health()).toMatchObject({ state: 'good', failure: null, notes: { mailboxUsed: '' } }));
});

test('what is meant to harm does none: a bomb stays a file, MIME 200 deep and a megabyte of headers are read, our own mail is nobody’s', async () => {
  const bomb = deflateSync(Buffer.alloc(20_000_000));
  await imap.deliver(withFile('bomb', bomb, 'application/zip', 'bomb.zip'));
  expect(await attachmentsOf('bomb')).toMatchObject([{ name: 'bomb.zip', sizeInBytes: bomb.length }]);
  let nested = 'Content-Type: text/plain; charset=utf-8\n\n一番奥です';
  for (let depth = 0; depth < 200; depth += 1)
    nested = `Content-Type: multipart/mixed; boundary="d${depth}"\n\n--d${depth}\n${nested}\n--d${depth}--`;
  const head = 'From: deep@mail.example\nTo: help@shop.example\nSubject: deep\nMessage-ID: <deep@mail.example>\nMIME-Version: 1.0\n';
  await imap.deliver(`${head}${nested}\n`.replaceAll('\n', '\r\n'));
  expect((await house.messages(await house.bySubject('deep')))[0]?.text).toContain('一番奥です');
  await imap.deliver(mail('heads', '頭が長い', { 'X-Pad': Array.from({ length: 14_000 }, () => 'x'.repeat(70)).join('\r\n ') }));
  expect((await house.messages(await house.bySubject('heads')))[0]?.text).toContain('頭が長い');
  await imap.deliver(mail('own', '自分から', { From: 'help@shop.example' }));
  await imap.deliver(mail('after-all'));
  await house.bySubject('after-all');
  expect(await subjects()).not.toContain('own');
  expect((await house.health()).unparsed).toBe(0);
});

test('a password that was changed is said once and tried at a sane pace; proven to be right again, it is not waited any longer', async () => {
  const users = join(imap.home, 'users');
  const known = readFileSync(users, 'utf8');
  writeFileSync(users, known.replaceAll('himitsu', 'kawatta'));
  proxy.cut();
  await until(async () => expect(await house.health()).toMatchObject({ state: 'failing', failure: 'credentials_refused' }));
  writeFileSync(users, known);
  await until(async () =>
    expect((await call(product, 'POST', `/api/inboxes/${house.inboxId}/check`, { headers: house.admin })).body).toMatchObject({ ok: true }),
  );
  await imap.deliver(mail('password-back'));
  await house.bySubject('password-back');
  const refused = readFileSync(join(imap.home, 'log'), 'utf8').match(/auth failed/g) ?? [];
  expect(refused.length).toBeLessThanOrEqual(3);
});
