// Pure: a mail server's no, as the desk says it.
import type { MailRefused } from '../../../platform/mail-transport/mail-refused.ts';
import { ChannelError } from '../../port/channel-error.ts';
import { certificateFailure } from '../certificate.rules.ts';

/** No room for the recipient (RFC 3463: X.2.2), and a mail that is larger than anybody takes (X.3.4, or 552 without more). */
const FULL = /\b[45]\.2\.2\b|quota|(mailbox|inbox)( is)? full|insufficient (system )?storage/i;
const TOO_LARGE = /\b5\.[23]\.[34]\b|too (large|big)|size (limit|exceed)|exceed\w* .*size|message size/i;

/** A wrong password or certificate concerns the whole inbox; the rest this message. */
export function mailErrorOf({ failure, temporary, message, status }: MailRefused): ChannelError {
  const detail = `${status ?? ''} ${message}`.trim();
  const noRoom = FULL.test(message) && !TOO_LARGE.test(message);
  switch (failure) {
    case 'sign_in':
      return new ChannelError('credentials_refused', { temporary: true, aboutInbox: true, detail });
    case 'tls':
      return new ChannelError(certificateFailure(message) ?? 'certificate_invalid', { temporary: true, aboutInbox: true, detail });
    case 'address':
      return new ChannelError(noRoom || status === 552 || status === 452 ? 'mailbox_full' : 'address_unknown', { temporary, detail });
    case 'sender':
      return new ChannelError(status === 552 || TOO_LARGE.test(message) ? 'too_large' : 'rejected', {
        temporary,
        aboutInbox: status !== 552 && !TOO_LARGE.test(message),
        detail,
      });
    case 'refused':
      if (noRoom) return new ChannelError('mailbox_full', { temporary, detail });
      return new ChannelError(status === 552 || TOO_LARGE.test(message) ? 'too_large' : 'rejected', { temporary, detail });
    default:
      return new ChannelError('platform_down', { temporary: true, detail });
  }
}
