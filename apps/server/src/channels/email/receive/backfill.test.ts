import { expect, test, vi } from 'vitest';
import { dovecot } from '../../../../test/dovecot.ts';
import { mailServer } from '../../../../test/mail-server.ts';
import { call, web } from '../../../../test/web.ts';
import { emailChannel } from '../email.channel.ts';
import { mailHouse, mailOf, mailSettings, until } from '../email.testkit.ts';
import { MAILBOX_LIMITS } from './mailbox-limits.ts';
import { readMailbox } from './read-mailbox.ts';

const imap = await dovecot();
const smtp = await mailServer({ allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(null, { user: 'help' }) });
// Six batches of what a busy mailbox would give one.
const limits = { ...MAILBOX_LIMITS, atOnce: 3 };
const product = await web({ channels: [{ ...emailChannel, connect: (to, hear) => readMailbox(to, hear, limits) }] });

const DAY_MS = 24 * 3_600_000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
const lay = (
  client: { append: (folder: string, raw: Buffer, flags: string[], at: Date) => Promise<unknown> },
  id: string,
  days: number,
  head = {},
) =>
  client.append(
    'INBOX',
    Buffer.from(
      mailOf(
        {
          From: 'Sato <sato@mail.example>',
          Subject: `Matter ${id}`,
          'Message-ID': `<${id}@mail.example>`,
          Date: ago(days).toUTCString(),
          ...head,
        },
        `${id}の件です。`,
      ),
    ),
    [],
    ago(days),
  );

await imap.asOwner(async (client) => {
  for (let index = 0; index < 14; index += 1) await lay(client, `old${index}`, 40 - index / 10);
  await lay(client, 'older', 400);
  await lay(client, 'answer', 33, { Subject: 'Re: Matter old0', 'In-Reply-To': '<old0@mail.example>' });
  await lay(client, 'lately', 1);
});
const house = await mailHouse(product, 'shop.example', mailSettings({ imap: imap.port, smtp: smtp.port }, { acknowledge: true }));
const ask = (since: Date, to: Date) =>
  call(product, 'POST', `/api/inboxes/${house.inboxId}/backfill`, {
    body: { since: since.toISOString(), until: to.toISOString() },
    headers: house.admin,
  });
const latest = async () => (await call(product, 'GET', `/api/inboxes/${house.inboxId}/backfills`, { headers: house.admin })).body.items[0];

test('a period asked for at the desk is read in: each mail with its date, nobody waiting, nobody answered', async () => {
  await until(async () => expect(await house.health()).toMatchObject({ state: 'good', notes: { folders: 1 } }));
  expect(await house.conversations()).toEqual([]);
  expect((await ask(ago(60), ago(0))).status).toBe(202);
  expect(await ask(ago(60), ago(0))).toMatchObject({ status: 409, body: { code: 'backfill.under_way' } });
  await until(async () => expect((await latest()).state).toBe('done'));
  expect(await latest()).toMatchObject({ taken: 16, found: 16, failure: null, askedBy: 'admin of shop.example' });
  await vi.waitFor(async () => expect(await house.conversations()).toHaveLength(15), { timeout: 50_000, interval: 200 });

  const id = await house.bySubject('Matter old0');
  const [first, answer] = await house.messages(id);
  expect(Math.round((Date.now() - Date.parse(first!.at)) / DAY_MS)).toBe(40);
  expect(answer).toMatchObject({ text: 'answerの件です。', joinedBy: 'references' });
  expect((await house.detail(id)).conversation).toMatchObject({ status: 'resolved', waitingSince: null });
});

test('what came lately still waits, and is the only one that is told it arrived', async () => {
  expect((await house.conversations('new')).map(({ subject }) => subject)).toEqual(['Matter lately']);
  await until(async () => expect(smtp.to('sato@mail.example')).toHaveLength(1));
});

test('asked for again, or for a longer time, what is there is not there twice', async () => {
  await until(async () => expect((await ask(ago(500), ago(30))).status).toBe(202));
  await house.bySubject('Matter older');
  expect(await house.conversations()).toHaveLength(16);
});

test('cut off in the middle it goes on where it was; given up it stops, and can be gone on with', async () => {
  const inbox = `/api/inboxes/${house.inboxId}`;
  const item = async () => (await call(product, 'GET', `${inbox}/backfills`, { headers: house.admin })).body.items[0];
  await until(async () => expect((await ask(ago(600), ago(550))).status).toBe(202));
  await call(product, 'POST', `/api/backfills/${(await item()).id}/cancel`, { headers: house.admin });
  const state = (await item()).state as string;
  expect(['canceled', 'done']).toContain(state);
  // As a process that was killed after its first batch leaves it.
  const { id } = await item();
  const uids = await imap.asOwner(async (client) => {
    await client.mailboxOpen('INBOX');
    return {
      uidValidity: client.mailbox ? String(client.mailbox.uidValidity) : '',
      all: (await client.search({ all: true }, { uid: true })) || [],
    };
  });
  await house.shop.ctx.transaction((tx) =>
    tx
      .updateTable('backfills')
      .set({
        state: 'canceled',
        since: ago(60),
        until: ago(0),
        folder: 'INBOX',
        uid_validity: uids.uidValidity,
        last_uid: uids.all.at(-3)!,
        taken: 15,
        found: 16,
      })
      .where('id', '=', id)
      .execute(),
  );
  expect((await call(product, 'POST', `/api/backfills/${id}/retry`, { headers: house.admin })).body).toMatchObject({
    state: 'waiting',
    taken: 15,
  });
  await until(async () => expect(await item()).toMatchObject({ id, state: 'done' }));
  expect((await item()).taken).toBe(15 + 2);
  expect(await house.conversations()).toHaveLength(16);
});

test('a folder that is gone, or a password that is refused, ends it with the reason; put right, it is tried again', async () => {
  const set = (more: object) =>
    call(product, 'PUT', `/api/inboxes/${house.inboxId}/settings`, {
      body: { values: { ...mailSettings({ imap: imap.port, smtp: smtp.port }), ...more } },
      headers: house.admin,
    });
  await set({ folders: 'INBOX\nGone' });
  await until(async () => expect(await house.health()).toMatchObject({ failure: 'folder_missing' }));
  await ask(ago(60), ago(0));
  await until(async () => expect(await latest()).toMatchObject({ state: 'failed', failure: 'folder_missing', detail: 'Gone' }));
  await set({ folders: 'INBOX', password: 'chigau' });
  await until(async () => expect(await house.health()).toMatchObject({ failure: 'credentials_refused' }));
  const { id } = await latest();
  await call(product, 'POST', `/api/backfills/${id}/retry`, { headers: house.admin });
  await until(async () => expect(await latest()).toMatchObject({ state: 'failed', failure: 'credentials_refused' }));
  await set({ folders: 'INBOX' });
  await call(product, 'POST', `/api/backfills/${id}/retry`, { headers: house.admin });
  await until(async () => expect(await latest()).toMatchObject({ id, state: 'done', failure: null }));
  expect(await house.conversations()).toHaveLength(16);
});
