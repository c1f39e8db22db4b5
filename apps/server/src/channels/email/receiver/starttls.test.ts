import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createTransport } from 'nodemailer';
import { afterAll, expect, test, vi } from 'vitest';
import { certificates } from '../../../../test/certificates.ts';
import { canRunExim, exim } from '../../../../test/exim.ts';
import { mailServer } from '../../../../test/mail-server.ts';
import { call, web } from '../../../../test/web.ts';
import { mailHouse, mailOf, mailSettings, until } from '../email.testkit.ts';
import { post } from './receiver.testkit.ts';

const HOST = 'mx.shop.example';
const made = certificates();
const folder = mkdtempSync(join(tmpdir(), 'madoguchi-starttls-'));
const before = getCACertificates('default');
setDefaultCACertificates([...before, made.authority.cert]);
afterAll(() => {
  setDefaultCACertificates(before);
  made.remove();
  rmSync(folder, { recursive: true, force: true });
});
const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
const exchange = ({ cert, key }: Partial<ReturnType<typeof made.issue>>) => {
  if (cert) writeFileSync(files.cert, cert);
  if (key) writeFileSync(files.key, key);
};
exchange(made.issue(HOST, { from: -1, to: 30 }));

/** A provider's server: how it offers TLS changes from one test to the next. */
const wayOut = (certificate: ReturnType<typeof made.issue>) =>
  mailServer({ ...certificate, disabledCommands: [], onAuth: (_auth, _session, done) => done(null, { user: 'help' }) });
const provider = await wayOut(made.issue('localhost', { from: -1, to: 30 }));
const product = await web();
const { port } = await product.receiveMail(
  { host: '127.0.0.1', port: 0, certificate: files },
  { judge: async () => null, certificateLookMs: 50 },
);
const shop = await mailHouse(
  product,
  'shop.example',
  mailSettings({ imap: 1, smtp: provider.port }, { receiving: 'receiver', smtpHost: 'localhost', smtpTls: 'required' }),
);
const mta = canRunExim() ? await exim({ bringsTo: port, insistsOn: { authority: made.authority.cert } }) : null;

const mail = (id: string) =>
  mailOf({ From: 'sato@mail.example', Subject: id, 'Message-ID': `<${id}@mail.example>` }, '急須が割れていました。');

/** As a sender that insists on TLS to the name its DNS gave it. */
async function bring(id: string, servername = HOST): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, requireTLS: true, name: 'mx.mail.example', tls: { servername } });
  try {
    await transport.sendMail({ envelope: { from: 'sato@mail.example', to: 'help@shop.example' }, raw: mail(id) });
  } finally {
    transport.close();
  }
}
const waits = { timeout: 30_000, interval: 100 };

test('a sender that insists on TLS, and on the name, brings its mail; one that expects another name does not', async () => {
  await bring('secure');
  expect(await shop.messages(await shop.bySubject('secure'))).toMatchObject([{ text: '急須が割れていました。' }]);
  await expect(bring('elsewhere', 'mx.other.example')).rejects.toThrow(/altnames/);
});

// Root is needed: see canRunExim.
test.skipIf(!canRunExim())('a real mail server that brings mail by TLS only, to a certificate that it trusts, brings it', async () => {
  await post(mta!.port, 'help@shop.example', mail('exim'));
  await shop.bySubject('exim');
  expect(mta!.log()).toMatch(/=> help@shop\.example .* X=TLS1\.\d:\S+ CV=yes/);
});

test('a certificate that is exchanged on disk is in use at once; half an exchange changes nothing', async () => {
  const [next, stranger] = [made.issue('mx.new.example', { from: -1, to: 60 }), made.issue('mx.new.example', { from: -1, to: 60 })];
  exchange({ cert: next.cert, key: stranger.key });
  await bring('meanwhile');
  exchange({ key: next.key });
  await vi.waitFor(() => bring('renewed', 'mx.new.example'), waits);
  await expect(bring('old')).rejects.toThrow(/altnames/);
  await shop.bySubject('renewed');
});

test('one that has ended is said on the health page, and taken back once it is renewed', async () => {
  await until(async () => expect(await shop.health()).toMatchObject({ state: 'good', failure: null }));
  exchange(made.issue(HOST, { from: -30, to: -1 }));
  await vi.waitFor(() => expect(bring('ended')).rejects.toThrow(/expired/), waits);
  await until(async () =>
    expect(await shop.health()).toMatchObject({
      state: 'failing',
      failure: 'certificate_expired',
      failureDetail: expect.stringContaining(`:${port}`),
    }),
  );
  // Whoever does not insist is served all the same: nothing is lost.
  await post(port, 'help@shop.example', mail('easy-going'));
  await shop.bySubject('easy-going');
  exchange(made.issue(HOST, { from: -1, to: 10 }));
  // Good again, and told of ahead of time until it is one that lasts.
  await until(async () => expect(await shop.health()).toMatchObject({ state: 'good', failure: null, warning: 'certificate_ends_soon' }));
  exchange(made.issue(HOST, { from: -1, to: 30 }));
  await until(async () => expect(await shop.health()).toMatchObject({ state: 'good', warning: null }));
  expect(Date.parse((await shop.health()).certificateEndsAt)).toBeGreaterThan(Date.now());
  await bring('again');
});

test.each([
  ['has ended', 'certificate_expired', () => made.issue('localhost', { from: -30, to: -1 })],
  ['is for another name', 'certificate_other_host', () => made.issue('mail.other.example', { from: -1, to: 30 })],
  ['nobody has signed', 'certificate_untrusted', () => made.self('localhost')],
])('a server for outgoing mail whose certificate %s is said on the health page', async (_what, failure, certificate) => {
  const bad = await wayOut(certificate());
  await shop.set({ smtpPort: bad.port });
  // The connection begins anew with the new settings, and says meanwhile that it stands.
  await until(async () => {
    const checked = await call(product, 'POST', `/api/inboxes/${shop.inboxId}/check`, { headers: shop.admin });
    expect(checked.body).toMatchObject({ ok: false, failure });
    expect(await shop.health()).toMatchObject({ state: 'failing', failure });
  });
});
