// Pure: a message of ours as message objects (https://developers.facebook.com/docs/messenger-platform/reference/send-api#message).
import { wordsFor } from '../../../platform/words.ts';
import { ChannelError } from '../../port/channel-error.ts';
import { numberedLines } from '../../port/choices.rules.ts';
import type { Outbound, OutboundFile } from '../../port/port.types.ts';
import { wordsOf } from '../../port/quote-text.rules.ts';
import { shorten } from '../../port/shorten.rules.ts';
import { splitToFit } from '../../port/split-to-fit.rules.ts';
import type { FileKind, Platform } from './direct.types.ts';
import { dataOf } from './said.rules.ts';

export type MessageObject = { text?: string; attachment?: { type: FileKind; payload: object }; quick_replies?: object[] };
/** One request to send something; `upload` goes to Meta before, and is named in it. */
export type Part = { object: MessageObject; upload?: { file: OutboundFile; kind: FileKind } };

export const MOST_QUICK_REPLIES = 13;
const QUICK_REPLY_TITLE = 20;

/** @throws ChannelError `unsupported` for files that Meta takes none of the kind of, and that can be fetched nowhere */
export function partsOf(platform: Platform, message: Outbound): Part[] {
  const choices = message.choices.slice(0, MOST_QUICK_REPLIES);
  const isCut = choices.some(({ label }) => label.length > QUICK_REPLY_TITLE);
  // Words too long for a button stand above it, under its number.
  const text = [wordsOf(message), isCut ? numberedLines(choices) : ''].filter(Boolean).join('\n\n');
  const texts = splitToFit(text, platform.textCharacters, platform.fitsText).map((part): Part => ({ object: { text: part } }));
  const files = message.files.map((file) => filePart(platform, file, message.conversation.locale));
  if (choices.length === 0) return [...texts, ...files];
  const asking = texts.pop()?.object ?? { text: wordsFor(message.conversation.locale)('channel.choose') };
  const quick_replies = choices.map((choice, index) => quickReply(choice, isCut ? index : null));
  return [...texts, ...files, { object: { ...asking, quick_replies } }];
}

const quickReply = ({ label, data }: Outbound['choices'][number], number: number | null) => ({
  content_type: 'text',
  title: shorten(number === null ? label : `${number + 1}. ${label}`, QUICK_REPLY_TITLE),
  payload: dataOf(data, label),
});

function filePart({ fileKind }: Platform, file: OutboundFile, locale: 'ja' | 'en'): Part {
  const { name, type, sizeInBytes, url } = file;
  const kind = fileKind(type, sizeInBytes);
  if (kind) return { object: { attachment: { type: kind, payload: {} } }, upload: { file, kind } };
  if (!url) throw new ChannelError('unsupported', { detail: `${name}: ${type}, and no public address to fetch it from` });
  return { object: { text: wordsFor(locale)('channel.file_link', { name, url }) } };
}
