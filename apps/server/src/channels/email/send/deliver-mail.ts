import { MailRefused } from '../../../platform/mail-transport/mail-refused.ts';
import { handToServer } from '../../../platform/mail-transport/smtp.ts';
import type { Call } from '../../port/call.types.ts';
import { ChannelError } from '../../port/channel-error.ts';
import type { Outbound } from '../../port/port.types.ts';
import { hostsOf, loginOf } from '../sign-in.ts';
import { composeMail } from './compose-mail.ts';

/** Attachments up to this many bytes go along; larger ones as links. */
const MOST_BYTES = 25 * 1024 * 1024;

/**
 * Hands one message to the mailbox's server. Its Message-ID is the same at every try, so that a mail handed over twice (the process died
 * before it could write down the first time) is one mail to whoever receives it. @throws ChannelError
 */
export async function deliverMail(
  call: Call,
  [message]: readonly Outbound[],
  sent: (message: Outbound, externalIds: string[]) => Promise<void>,
): Promise<void> {
  if (!message) return;
  const { smtp } = hostsOf(call.settings);
  const login = await loginOf(call);
  const mail = await composeMail(call, message, MOST_BYTES);
  try {
    await handToServer({ ...smtp, tls: smtp.tls, ...login }, mail);
  } catch (error) {
    if (error instanceof MailRefused) throw channelErrorOf(error);
    throw error;
  }
  await sent(message, [mail.messageId.slice(1, -1)]);
}

/** A mail server's no, as the desk says it. A wrong password or certificate concerns the whole inbox. */
function channelErrorOf({ failure, temporary, message, status }: MailRefused): ChannelError {
  const detail = `${status ?? ''} ${message}`.trim();
  switch (failure) {
    case 'sign_in':
      return new ChannelError('credentials_refused', { temporary: true, aboutInbox: true, detail });
    case 'tls':
      return new ChannelError('certificate_invalid', { temporary: true, aboutInbox: true, detail });
    case 'address':
      return new ChannelError(status === 552 || status === 452 ? 'mailbox_full' : 'address_unknown', { temporary, detail });
    case 'sender':
      return new ChannelError('rejected', { temporary, aboutInbox: true, detail });
    case 'refused':
      return new ChannelError(status === 552 ? 'too_large' : 'rejected', { temporary, detail });
    default:
      return new ChannelError('platform_down', { temporary: true, detail });
  }
}
