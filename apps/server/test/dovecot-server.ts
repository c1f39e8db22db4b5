import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { dovecotConfig, mailGroup, mailOwner } from './dovecot-config.ts';
import { answers, freePort } from './ports.ts';

/** Started by its own path or by the one that `npm test` found. */
const PROGRAM = process.env.MADOGUCHI_DOVECOT || '/usr/sbin/dovecot';

export const hasDovecot = (): boolean => existsSync(PROGRAM);

export type DovecotServer = Awaited<ReturnType<typeof startDovecot>>;

const MAILBOXES = ['help', 'other'];

/** A real IMAP server on this machine with two mailboxes, `help` and `other` (password `himitsu`), on plain IMAP, or with TLS by a given certificate; each holds `quotaMb`, or as much as there is. */
export async function startDovecot({ certificate, quotaMb }: { certificate?: { key: string; cert: string }; quotaMb?: number } = {}) {
  if (!hasDovecot())
    throw new Error(
      `There is no ${PROGRAM}: these tests need the IMAP server of Debian's package dovecot-imapd (or MADOGUCHI_DOVECOT set to another place)`,
    );
  const home = mkdtempSync(join(tmpdir(), 'madoguchi-dovecot-'));
  const port = await freePort();
  const mail = join(home, 'mail');
  mkdirSync(mail);
  for (const folder of [home, mail]) chownSync(folder, mailOwner(), mailGroup());
  // The part that checks passwords runs as somebody else.
  chmodSync(home, 0o755);
  writeFileSync(join(home, 'users'), MAILBOXES.map((name) => `${name}:{PLAIN}himitsu::::::\n`).join(''));
  if (certificate) {
    writeFileSync(join(home, 'key.pem'), certificate.key);
    writeFileSync(join(home, 'cert.pem'), certificate.cert);
  }
  const hasTls = certificate !== undefined;
  const version = execFileSync(PROGRAM, ['--version'], { encoding: 'utf8' });
  writeFileSync(join(home, 'dovecot.conf'), dovecotConfig(version, { home, port, hasTls, quotaMb }));
  let server: ChildProcess;
  const start = async () => {
    server = spawn(PROGRAM, ['-F', '-c', join(home, 'dovecot.conf')], { stdio: 'ignore' });
    await listening(port, hasTls);
  };
  /** As a power cut: no goodbye to anybody. */
  const kill = async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    const children = childrenOf(server.pid!);
    server.kill('SIGKILL');
    for (const pid of children) end(pid);
    await gone;
    await closed(port, hasTls);
  };
  await start();
  /** For good: its mails are gone. */
  const stop = async () => {
    server.kill('SIGTERM');
    await new Promise((resolve) => (server.exitCode === null && server.signalCode === null ? server.once('exit', resolve) : resolve(null)));
    rmSync(home, { recursive: true, force: true });
  };

  const asOwner = async <R>(work: (client: ImapFlow) => Promise<R>, user = 'help'): Promise<R> => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: Boolean(certificate),
      ...(certificate ? {} : { doSTARTTLS: false }),
      auth: { user, pass: 'himitsu' },
      logger: false,
      tls: { rejectUnauthorized: false },
    });
    client.on('error', () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout().catch(() => client.close());
    }
  };
  return {
    port,
    home,
    start,
    kill,
    stop,
    asOwner,
    /** Lays a mail into a folder, as a mail server would. */
    deliver: (raw: string | Buffer, folder = 'INBOX', user = 'help') => asOwner((client) => client.append(folder, Buffer.from(raw)), user),
  };
}

/** Who speaks with a client, and outlives the one who started them by many seconds. */
function childrenOf(pid: number): number[] {
  const list = `/proc/${pid}/task/${pid}/children`;
  return existsSync(list) ? readFileSync(list, 'utf8').trim().split(' ').filter(Boolean).map(Number) : [];
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}

async function listening(port: number, hasTls: boolean): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await answers(port, hasTls)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('dovecot does not listen');
}

async function closed(port: number, hasTls: boolean): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (!(await answers(port, hasTls))) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('dovecot does not end');
}
