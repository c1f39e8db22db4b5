// Pure: a message of ours as the requests that Telegram takes (https://core.telegram.org/bots/api#sendmessage).
import { wordsFor } from '../../../platform/words.ts';
import { ChannelError } from '../../port/channel-error.ts';
import type { Outbound, OutboundFile } from '../../port/port.types.ts';
import { wordsOf } from '../../port/quote-text.rules.ts';
import { shorten } from '../../port/shorten.rules.ts';
import { splitText } from '../../port/split-text.rules.ts';

/** UTF-16 units, as Telegram counts. */
export const TEXT_LIMIT = 4096;
export const MOST_BUTTONS = 100;
/** A longer label is cut by the screen, not by the platform. */
const LABEL = 100;
const MEGABYTE = 1024 * 1024;
/** https://core.telegram.org/bots/api#sending-files */
const PHOTO_LIMIT = 10 * MEGABYTE;
const FILE_LIMIT = 50 * MEGABYTE;

export type FilePart = { method: 'sendPhoto' | 'sendDocument'; field: 'photo' | 'document'; file: OutboundFile };
export type Part = { method: 'sendMessage'; params: Record<string, unknown> } | FilePart;

/** @throws ChannelError `too_large` */
export function partsOf(message: Outbound): Part[] {
  const { choices, conversation } = message;
  const texts = splitText(wordsOf(message), TEXT_LIMIT);
  if (texts.length === 0 && choices.length > 0) texts.push(wordsFor(conversation.locale)('channel.choose'));
  return [
    ...texts.map((text, index): Part => {
      const keyboard = index === texts.length - 1 && choices.length > 0 ? { reply_markup: keyboardOf(choices) } : {};
      return { method: 'sendMessage', params: { text, ...keyboard } };
    }),
    ...message.files.map(filePart),
  ];
}

const keyboardOf = (choices: Outbound['choices']) => ({
  inline_keyboard: choices.slice(0, MOST_BUTTONS).map(({ label, data }) => [{ text: shorten(label, LABEL), callback_data: data }]),
});

function filePart(file: OutboundFile): FilePart {
  if (file.sizeInBytes > FILE_LIMIT) throw new ChannelError('too_large', { detail: file.name });
  const isShown = /^image\/(jpeg|png|webp)$/.test(file.type) && file.sizeInBytes <= PHOTO_LIMIT;
  return isShown ? { method: 'sendPhoto', field: 'photo', file } : asDocument(file);
}

export const asDocument = (file: OutboundFile): FilePart => ({ method: 'sendDocument', field: 'document', file });
