// Pure: a message of ours as message objects (https://developers.facebook.com/docs/messenger-platform/reference/send-api#message).
import { wordsFor } from '../../../platform/words.ts';
import { ChannelError } from '../../port/channel-error.ts';
import { numberedLines } from '../../port/choices.rules.ts';
import type { Outbound, OutboundFile } from '../../port/port.types.ts';
import { wordsOf } from '../../port/quote-text.rules.ts';
import { shorten } from '../../port/shorten.rules.ts';
import { splitToFit } from '../../port/split-to-fit.rules.ts';
import type { Platform } from './direct.types.ts';
import { dataOf } from './said.rules.ts';

export type MessageObject = { text?: string; attachment?: object; quick_replies?: object[] };

export const MOST_QUICK_REPLIES = 13;
const QUICK_REPLY_TITLE = 20;

/** @throws ChannelError `unsupported` for files that Meta has no address to fetch from */
export function objectsOf(platform: Platform, message: Outbound): MessageObject[] {
  const choices = message.choices.slice(0, MOST_QUICK_REPLIES);
  const isCut = choices.some(({ label }) => label.length > QUICK_REPLY_TITLE);
  // Words too long for a button stand above it, under its number.
  const text = [wordsOf(message), isCut ? numberedLines(choices) : ''].filter(Boolean).join('\n\n');
  const texts = splitToFit(text, platform.textCharacters, platform.fitsText).map((part): MessageObject => ({ text: part }));
  const files = message.files.map((file) => fileObject(platform, file, message.conversation.locale));
  if (choices.length === 0) return [...texts, ...files];
  const asking = texts.pop() ?? { text: wordsFor(message.conversation.locale)('channel.choose') };
  return [...texts, ...files, { ...asking, quick_replies: choices.map((choice, index) => quickReply(choice, isCut ? index : null)) }];
}

const quickReply = ({ label, data }: Outbound['choices'][number], number: number | null) => ({
  content_type: 'text',
  title: shorten(number === null ? label : `${number + 1}. ${label}`, QUICK_REPLY_TITLE),
  payload: dataOf(data, label),
});

function fileObject({ fileKind }: Platform, { name, type, sizeInBytes, url }: OutboundFile, locale: 'ja' | 'en'): MessageObject {
  if (!url?.startsWith('https://')) throw new ChannelError('unsupported', { detail: `${name}: no public https address to fetch it from` });
  const kind = fileKind(type, sizeInBytes);
  if (kind) return { attachment: { type: kind, payload: { url, is_reusable: false } } };
  return { text: wordsFor(locale)('channel.file_link', { name, url }) };
}
