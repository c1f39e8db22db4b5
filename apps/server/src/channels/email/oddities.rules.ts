// Pure: what is odd about a mail's headers. Nothing of it proves anything; the spam filter learns what it is worth here.
import type { MailAddress, ParsedMail } from './parse/mail.types.ts';

const domainOf = ({ address }: MailAddress): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/**
 * The oddities of a mail by name. The desk has words for each (spam.sign.*).
 * @param own the inbox's own addresses, in small letters
 */
export function odditiesOf(mail: ParsedMail, own: readonly string[]): string[] {
  const { from, replyTo, to, cc, messageId, date, problems } = mail;
  const named = /[^\s<>"']+@([^\s<>"']+)/.exec(from?.name ?? '')?.[1]?.toLowerCase();
  const isToUs = [...to, ...cc].some(({ address }) => own.includes(address.toLowerCase().replace(/\+[^@]*@/, '@')));
  const odd: [string, boolean][] = [
    ['reply_elsewhere', from !== null && replyTo.length > 0 && replyTo.every((one) => domainOf(one) !== domainOf(from))],
    // "support@bank.example" <x@elsewhere.example>: the name pretends to be another address.
    ['name_pretends', from !== null && named !== undefined && named !== domainOf(from)],
    ['no_name', from !== null && from.name === ''],
    ['no_message_id', messageId === null],
    ['no_date', date === null],
    ['not_to_us', !isToUs],
    ['malformed', problems.includes('header-malformed') || problems.includes('boundary-missing')],
  ];
  return odd.filter(([, is]) => is).map(([name]) => name);
}
