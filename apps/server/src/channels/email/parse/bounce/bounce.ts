import { MAX_BOUNCE_CHARS } from '../limits.ts';
import type { BouncedRecipient, MailAddress, MailBounce } from '../mail.types.ts';
import { readAddresses } from '../mime/addresses.ts';
import { type Headers, header } from '../mime/headers.ts';
import { readMessageIds } from '../mime/identity.ts';
import { recipientsInText, reportText } from './bounced-text.rules.ts';
import { type ReportedRecipient, readDeliveryStatus } from './delivery-status.ts';
import { isHard, reasonOf } from './reasons.rules.ts';
import { isBounceMail } from './recognize-bounce.rules.ts';
import { readSesNotification } from './ses-notification.ts';

export type BounceInput = {
  headers: Headers;
  subject: string;
  from: MailAddress | null;
  text: string;
  reports: { type: string; text: string }[];
};

/** What a delivery report says, whether a standard report (RFC 3464) or words; null when the mail is none. */
export function readBounce({ headers, subject, from, text, reports }: BounceInput): MailBounce | null {
  const bounded = text.slice(0, MAX_BOUNCE_CHARS);
  if (!isBounceMail({ headers, subject, fromAddress: from?.address ?? '', fromName: from?.name ?? '', text: bounded, reports }))
    return null;
  const said = reportText(bounded);
  const reported =
    readSesNotification(bounded) ??
    [...reports.filter(({ type }) => type === 'message/delivery-status').map((report) => report.text), said].flatMap(readDeliveryStatus);
  const own = [from, ...readAddresses(header(headers, 'to'))].map((address) => address?.address ?? '');
  const inText = recipientsInText(said, own);
  const named = readAddresses(header(headers, 'x-failed-recipients')).map(
    ({ address }) => inText.find((other) => other.address === address.toLowerCase()) ?? { address, status: '', diagnostic: '' },
  );
  const recipients: BouncedRecipient[] = [reported.map(withoutAction), named, inText].find((list) => list.length > 0) ?? [];
  return { hard: isHardBounce(reported, recipients, said), recipients, originalMessageId: originalMessageId(reports, bounded) };
}

const withoutAction = ({ address, status, diagnostic }: ReportedRecipient): BouncedRecipient => ({ address, status, diagnostic });

/** Hard, if the first recipient's reason is. What the report says itself counts before what stands around it. */
function isHardBounce(reported: ReportedRecipient[], recipients: BouncedRecipient[], said: string): boolean {
  const [first] = recipients;
  const action = reported[0]?.action ?? '';
  if (/^(?:delayed|delivered|relayed|expanded)/.test(action)) return false;
  const status = first?.status ?? '';
  const byReport = first?.diagnostic ? reasonOf(first.diagnostic, status) : 'unknown';
  const reason = byReport === 'unknown' ? reasonOf(said, status) : byReport;
  return isHard(reason);
}

/** The id of the mail that did not arrive, from the returned mail or its header. */
function originalMessageId(reports: { type: string; text: string }[], text: string): string | null {
  const returned = reports.filter(({ type }) => type !== 'message/delivery-status').map((report) => report.text);
  for (const source of [...returned, text]) {
    const field = /^[\t \u3000]*(?:X-Original-|Original-)?Message-ID:\s*(<[^>\s]+>)/im.exec(source);
    const id = field ? readMessageIds(field[1] ?? '')[0] : undefined;
    if (id) return id;
  }
  return null;
}
