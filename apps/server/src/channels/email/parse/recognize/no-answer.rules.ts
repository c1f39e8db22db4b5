import { type Headers, header } from '../mime/headers.ts';
import { isMailingList } from './mailing-list.rules.ts';

/** Senders that nobody reads. */
const UNREAD =
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer[-_.]?daemon|postmaster|bounces?|listserv|majordomo|[\w.-]+-(?:request|owner|bounces?))(?:\+[^@]*)?@/i;

/**
 * Whether no machine is to answer this mail, even though a person should see it (RFC 3834, section 2): lists and bulk mailings, what machines
 * sent by themselves, mail without a return path, senders that ask for no answer and those that nobody reads.
 */
export function wantsNoAnswer(headers: Headers, from: string): boolean {
  return (
    isMailingList(headers) ||
    /^junk\b/i.test(header(headers, 'precedence')) ||
    /^(?!no\b).+/i.test(header(headers, 'auto-submitted')) ||
    /^<\s*>/.test(header(headers, 'return-path')) ||
    /\b(?:all|autoreply)\b/i.test(header(headers, 'x-auto-response-suppress')) ||
    UNREAD.test(from)
  );
}
