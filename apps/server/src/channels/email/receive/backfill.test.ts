import { expect, test } from 'vitest';
import { dovecot } from '../../../../test/dovecot.ts';
import { mailServer } from '../../../../test/mail-server.ts';
import { call, web } from '../../../../test/web.ts';
import { mailHouse, mailOf, mailSettings, until } from '../email.testkit.ts';

const imap = await dovecot();
const smtp = await mailServer({ allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(null, { user: 'help' }) });
const product = await web();

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
  for (let index = 0; index < 60; index += 1) await lay(client, `old${index}`, 40 - index / 10);
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

test('a period asked for at the desk is read in: each mail with its date, nobody waiting, nobody answered', async () => {
  await until(async () => expect(await house.health()).toMatchObject({ state: 'good' }));
  expect(await house.conversations()).toEqual([]);
  expect((await ask(ago(60), ago(0))).status).toBe(202);
  expect(await ask(ago(60), ago(0))).toMatchObject({ status: 409, body: { code: 'backfill.under_way' } });
  await until(async () => expect((await house.health()).notes.backfill).toBe('62 / 62'));
  await until(async () => expect(await house.conversations()).toHaveLength(61));

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
  expect(await house.conversations()).toHaveLength(62);
});
