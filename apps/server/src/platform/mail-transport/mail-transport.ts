import type { OutgoingMail, SentMail } from './mail.types.ts';
import { MailRefused } from './mail-refused.ts';
import { sendBySmtp } from './smtp.ts';
import { readSmtpUrl } from './smtp-url.rules.ts';

/** The installation's own way to send mail. `from`: the address it comes from; null when no mail server is set up. */
export type MailTransport = Readonly<{
  available: boolean;
  from: string | null;
  /** @throws MailRefused, saying whether the same mail may pass later; `not_set_up` when there is no mail server */
  send: (mail: OutgoingMail) => Promise<SentMail>;
}>;

/** So that no machine answers what a machine wrote (RFC 3834). */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/**
 * The sender of system mail: codes, reminders. Every mail says that a machine wrote it.
 * @param mail the settings of the installation, or null: then nothing can be sent, and callers say so
 * @throws Error for an address that is not one; readConfig has refused it by name before
 */
export function openMailTransport(mail: { url: string; from: string } | null): MailTransport {
  if (!mail) {
    const send = () => Promise.reject(new MailRefused('not_set_up', { temporary: true }));
    return { available: false, from: null, send };
  }
  const server = readSmtpUrl(mail.url);
  if (!server) throw new Error('the address of the mail server is not one');
  const settings = { ...server, from: mail.from };
  return {
    available: true,
    from: mail.from,
    send: (one) => sendBySmtp(settings, { ...one, headers: { ...one.headers, ...AUTOMATIC } }),
  };
}
