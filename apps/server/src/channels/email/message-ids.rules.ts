// Pure: the names our mails carry, so that an answer is known for what it answers.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Only letters, digits and hyphens: a dot at its end, or two in a row, would make an address that servers refuse (RFC 5321, Dot-string). */
const macOf = (key: string, messageId: string): string =>
  createHmac('sha256', key).update(messageId).digest('base64url').replaceAll('_', '-').slice(0, 16);

/** The Message-ID (RFC 5322, here without its angle brackets) of a message of ours: stable over every try, and nobody else can make one. */
export const mailIdOf = (key: string, messageId: string, address: string): string =>
  `${messageId}.${macOf(key, messageId)}@${address.split('@')[1] ?? 'localhost'}`;

/** A message to the customer, or one to somebody who was asked beside the conversation: neither mark is ever taken for the other. */
type Marked = 'msg' | 'sdm';

/** The message of ours that a Message-ID names; null for everybody else's, and for forged ones. */
export const messageOfMailId = (key: string, mailId: string): string | null => markedMailId('msg', key, mailId);
/** The same for what was asked of somebody beside a conversation. */
export const sideMessageOfMailId = (key: string, mailId: string): string | null => markedMailId('sdm', key, mailId);

function markedMailId(marked: Marked, key: string, mailId: string): string | null {
  const found = /^<?((msg|sdm)_[0-9a-z]{26})\.([\w.-]{16})@[^>]*>?$/.exec(mailId.trim());
  return found && found[2] === marked && sameMac(found[3]!, macOf(key, found[1]!)) ? found[1]! : null;
}

/** `support@shop.example` → `support+msg_….mac@shop.example`, for mailers that drop references. */
export const plusAddressOf = (key: string, messageId: string, address: string): string => {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${messageId}.${macOf(key, messageId)}${address.slice(at)}`;
};

/** The address as it was before we marked it; any other stays as it is. */
export const withoutMark = (address: string): string => address.replace(/\+(?:msg|sdm)_[0-9a-z]{26}\.[\w.-]{16}@/i, '@');

/** The message of ours that an address with a plus names. Some servers change the case of what they deliver to, so it does not count. */
export const messageOfPlusAddress = (key: string, address: string): string | null => markedPlusAddress('msg', key, address);
export const sideMessageOfPlusAddress = (key: string, address: string): string | null => markedPlusAddress('sdm', key, address);

function markedPlusAddress(marked: Marked, key: string, address: string): string | null {
  const found = /\+((msg|sdm)_[0-9a-z]{26})\.([\w.-]{16})@/i.exec(address);
  if (!found || found[2]!.toLowerCase() !== marked) return null;
  const messageId = found[1]!.toLowerCase();
  return sameMac(found[3]!.toLowerCase(), macOf(key, messageId).toLowerCase()) ? messageId : null;
}

/** Mails that went out before have a dot where a hyphen stands now: they are still answered. */
function sameMac(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given.replaceAll('.', '-')), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A subject without what mailers put before it, in whichever language: what two mails of one matter have in common. */
export function bareSubject(subject: string): string {
  const prefix =
    /^\s*(?:(?:re|fwd?|aw|wg|sv|vs|antw|rif|tr|res|enc|返信|転送|回复|答复|转发)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]|\[[^\]]{1,40}:\d+\])\s*/i;
  let bare = subject.normalize('NFKC').trim();
  while (prefix.test(bare)) bare = bare.replace(prefix, '');
  return bare.replace(/\s+/g, ' ').toLowerCase();
}
