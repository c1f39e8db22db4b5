import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { SendMailOptions, Transporter } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import { pinned } from '../safe-fetch/checked-addresses.ts';
import type { Address } from '../safe-fetch/safe-fetch.types.ts';
import type { OutgoingMail, SentMail, SmtpSettings } from './mail.types.ts';
import { MailRefused, mailRefusedOf } from './mail-refused.ts';
import { addressOf, nameOf } from './smtp-url.rules.ts';

/** Milliseconds: to be connected and greeted, without a word on the line, and for a mail as a whole. */
const CONNECTED_WITHIN = 10_000;
const SILENT_FOR = 20_000;
const SENT_WITHIN = 60_000;

export type SmtpLimits = Readonly<{ connectMs: number; silentMs: number; wholeMs: number }>;
const LIMITS: SmtpLimits = { connectMs: CONNECTED_WITHIN, silentMs: SILENT_FOR, wholeMs: SENT_WITHIN };

/**
 * Hands one mail to a mail server (SMTP, RFC 5321) on a connection of its own. Resolves once the server has taken it.
 * @throws MailRefused, saying whether the same mail may pass later
 */
export async function sendBySmtp(settings: SmtpSettings, mail: OutgoingMail, limits: SmtpLimits = LIMITS): Promise<SentMail> {
  const address = addressOf(settings.from);
  const to = addressOf(mail.to);
  if (address === null) throw new MailRefused('sender', { temporary: false });
  if (to === null) throw new MailRefused('address', { temporary: false });
  const whole = {
    from: { name: nameOf(settings.from), address },
    to: { name: '', address: to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { ...mail.headers },
    messageId: mail.messageId ?? messageIdOf(mail.idempotencyKey, address),
  };
  return handToServer(settings, whole, limits);
}

/** The same for a mail that is already composed, in the library's own shape. @throws MailRefused */
export async function handToServer(
  settings: Omit<SmtpSettings, 'from'>,
  mail: SendMailOptions,
  limits: SmtpLimits = LIMITS,
): Promise<SentMail> {
  const { messageId, response } = await onTransport(settings, limits, (transport) => transport.sendMail(mail));
  return { messageId, response };
}

/** Whether the server lets us in; nothing is sent. @throws MailRefused */
export async function signInToServer(settings: Omit<SmtpSettings, 'from'>, limits: SmtpLimits = LIMITS): Promise<void> {
  await onTransport(settings, limits, (transport) => transport.verify());
}

async function onTransport<R>(
  settings: Omit<SmtpSettings, 'from'>,
  limits: SmtpLimits,
  work: (transport: Transporter<SMTPTransport.SentMessageInfo>) => Promise<R>,
): Promise<R> {
  // Loaded when the first mail goes out: most processes start without ever sending one.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host: settings.host,
    port: settings.port,
    secure: settings.tls === 'implicit',
    requireTLS: settings.tls === 'required',
    ignoreTLS: settings.tls === 'none',
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    auth: authOf(settings),
    ...(settings.addresses ? { getSocket: socketTo(settings.port, settings.addresses, limits.connectMs) } : {}),
    connectionTimeout: limits.connectMs,
    greetingTimeout: limits.connectMs,
    dnsTimeout: limits.connectMs,
    socketTimeout: limits.silentMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    transport.close();
    late.reject(new MailRefused('time_limit', { temporary: true }));
  }, limits.wholeMs);
  try {
    return await Promise.race([work(transport), late.promise]);
  } catch (error) {
    throw error instanceof MailRefused ? error : mailRefusedOf(error);
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

type Opened = (error: Error | null, found?: { connection: Socket } | false) => void;

/** Opens the line to the first of these addresses that answers, in place of the library, which would look the name up anew. */
const socketTo =
  (port: number, addresses: readonly Address[], timeLimitMs: number) =>
  (_options: unknown, opened: Opened): void => {
    const socket = connect({ host: 'checked', port, lookup: pinned(addresses), autoSelectFamily: true });
    const end = (error: NodeJS.ErrnoException | null) => {
      socket.removeAllListeners();
      socket.setTimeout(0);
      if (!error) return opened(null, { connection: socket });
      socket.on('error', () => {});
      socket.destroy();
      opened(error, false);
    };
    socket.once('connect', () => end(null));
    socket.once('error', end);
    socket.setTimeout(timeLimitMs, () => end(Object.assign(new Error('Connection timeout'), { code: 'ETIMEDOUT' })));
  };

/** The same for the same key, and nothing of the key can be read from it. */
export const messageIdOf = (key: string, from: string): string =>
  `<${createHash('sha256').update(`${from}\n${key}`).digest('hex').slice(0, 40)}@${from.split('@')[1]}>`;

function authOf({ login, password, accessToken }: Omit<SmtpSettings, 'from'>) {
  if (login === undefined) return undefined;
  return accessToken === undefined ? { user: login, pass: password ?? '' } : { type: 'OAuth2' as const, user: login, accessToken };
}
