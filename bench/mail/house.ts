import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DovecotServer, startDovecot } from '../../apps/server/test/dovecot-server.ts';
import { mailSink } from '../../apps/server/test/mail-sink.ts';
import { furnish, type House } from '../soak/house.ts';
import { type SoakServer, startServer } from '../soak/server.ts';

export type MailHouse = { server: SoakServer; house: House; dovecot: DovecotServer; inbox: string };

/** Does something with a server of its own that reads one mailbox, which `fill` has put mails into before; all is gone afterwards. */
export async function withMailbox<R>(fill: (dovecot: DovecotServer) => Promise<unknown>, work: (all: MailHouse) => Promise<R>): Promise<R> {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-mail-'));
  // PostgreSQL, which runs as somebody else for root, goes through here.
  chmodSync(folder, 0o755);
  const [dovecot, sink] = await Promise.all([startDovecot(), mailSink(() => {})]);
  await fill(dovecot);
  const server = await startServer(join(folder, 'home'), {
    MADOGUCHI_DEMO: 'off',
    MADOGUCHI_LOG: 'warn',
    MADOGUCHI_DICTIONARY: 'off',
    MADOGUCHI_MAIL_HOSTS: '127.0.0.1',
  });
  try {
    const settings = {
      address: 'help@hazuki-saji.example',
      signIn: 'password',
      login: 'help',
      password: 'himitsu',
      imapHost: '127.0.0.1',
      imapPort: dovecot.port,
      imapTls: 'none',
      smtpHost: '127.0.0.1',
      smtpPort: sink.port,
      smtpTls: 'none',
    };
    const house = await furnish(server.base, [{ channel: 'email', settings }]);
    return await work({ server, house, dovecot, inbox: `/api/inboxes/${house.inboxId('email')}` });
  } finally {
    await server.stop();
    await Promise.all([dovecot.stop(), sink.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}
