import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
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
    const { messageId, response } = await Promise.race([transport.sendMail(mail), late.promise]);
    return { messageId, response };
  } catch (error) {
    throw error instanceof MailRefused ? error : mailRefusedOf(error);
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

/** The same for the same key, and nothing of the key can be read from it. */
export const messageIdOf = (key: string, from: string): string =>
  `<${createHash('sha256').update(`${from}\n${key}`).digest('hex').slice(0, 40)}@${from.split('@')[1]}>`;

function authOf({ login, password, accessToken }: Omit<SmtpSettings, 'from'>) {
  if (login === undefined) return undefined;
  return accessToken === undefined ? { user: login, pass: password ?? '' } : { type: 'OAuth2' as const, user: login, accessToken };
}
