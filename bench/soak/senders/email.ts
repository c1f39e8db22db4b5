import { startDovecot } from '../../../apps/server/test/dovecot-server.ts';
import { mailSink, type SunkMail } from '../../../apps/server/test/mail-sink.ts';
import type { Sender } from '../soak.types.ts';
import { mailboxOf } from './mailbox.ts';

const ADDRESS = 'help@hazuki-saji.example';

// What the mailbox sends itself is its own proof that mail goes out.

/**
 * E-mail, by a real mailbox: a mail comes, and the same once more by another way, as lists and forwarding do. Each after the first answers
 * the one before it.
 */
export async function emailSender(onMail: (mail: SunkMail) => void): Promise<Sender> {
  const [dovecot, sink] = await Promise.all([startDovecot(), mailSink((mail) => mail.to === ADDRESS || onMail(mail))]);
  const mailbox = mailboxOf(dovecot);
  return {
    channel: 'email',
    settings: {
      address: ADDRESS,
      signIn: 'password',
      login: 'help',
      password: 'himitsu',
      imapHost: '127.0.0.1',
      imapPort: dovecot.port,
      imapTls: 'none',
      smtpHost: '127.0.0.1',
      smtpPort: sink.port,
      smtpTls: 'none',
      backfillDays: 1,
    },
    origins: [],
    answers: true,
    idempotent: true,
    line: (_inbox, n) => ({
      id: `email-${n}`,
      say: (seq, text) => {
        const mail = mailOf(n, seq, text);
        return async (again) => {
          await mailbox.lay(
            again && (n + seq) % 2 === 0 ? `Received: from list.example by mx.example; ${new Date().toUTCString()}\r\n${mail}` : mail,
          );
          return true;
        };
      },
    }),
    stop: async () => {
      await mailbox.close();
      await Promise.all([dovecot.stop(), sink.stop()]);
    },
  };
}

function mailOf(n: number, seq: number, text: string): string {
  const idOf = (one: number) => `<soak.${n}.${one}@people.example>`;
  return [
    `Message-ID: ${idOf(seq)}`,
    `Date: ${new Date().toUTCString()}`,
    `From: Takahashi ${n} <mail${n}@people.example>`,
    `To: ${ADDRESS}`,
    `Subject: ${seq === 1 ? '' : 'Re: '}Order ${n}`,
    ...(seq === 1 ? [] : [`In-Reply-To: ${idOf(seq - 1)}`, `References: ${[1, seq - 1].map(idOf).join(' ')}`]),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
    '',
  ].join('\r\n');
}
