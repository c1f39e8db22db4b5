// Pure: what a message of LINE says, in our terms.
import type { webhook } from '@line/bot-sdk';
import type { Block } from '@madoguchi/contract/messages.ts';
import { wordsFor } from '../../../platform/words.ts';
import { bounded } from '../../port/bounded.rules.ts';
import type { InboundFile } from '../../port/port.types.ts';

export type Said = { text: string; blocks?: Block[]; files?: InboundFile[] };

/** LINE itself ends at 5000; a bound of our own keeps what a changed platform might send from growing without end. */
const LONGEST_TEXT = 20_000;
const LONGEST_NAME = 255;
/** Nobody knows the language of a sticker; the accounts of LINE are Japan’s. */
const say = wordsFor('ja');

/** How a message reads; null for a kind that nobody knows yet. */
export function saidIn(message: webhook.MessageContent): Said | null {
  switch (message.type) {
    case 'text':
      return { text: bounded(message.text, LONGEST_TEXT) };
    case 'sticker':
      return stickerOf(message);
    case 'location':
      return locationOf(message);
    case 'image':
      return media(message, 'image/jpeg', 'photo.jpg');
    case 'video':
      return media(message, 'video/mp4', 'video.mp4');
    case 'audio':
      return media(message, 'audio/mp4', 'voice.m4a');
    case 'file': {
      const name = bounded(message.fileName, LONGEST_NAME) || 'file';
      return { text: '', files: [{ name, ref: refOf(message.id) }] };
    }
    default:
      return null;
  }
}

/** What `fetchFile` is given: content that LINE keeps, by the message's id, or an address elsewhere. */
const refOf = (messageId: string): string => `line:${messageId}`;

function media(
  message: webhook.ImageMessageContent | webhook.VideoMessageContent | webhook.AudioMessageContent,
  type: string,
  name: string,
): Said {
  const { contentProvider: provider } = message;
  const elsewhere = provider?.type === 'external' ? provider.originalContentUrl : undefined;
  return { text: '', files: [{ name, type, ref: elsewhere ?? refOf(message.id) }] };
}

/** Where LINE shows its stickers: https://developers.line.biz/en/docs/messaging-api/sticker-list/ */
const stickerImage = (stickerId: string): string | null =>
  /^\d{1,20}$/.test(stickerId) ? `https://stickershop.line-scdn.net/stickershop/v1/sticker/${stickerId}/android/sticker.png` : null;

function stickerOf({ stickerId, keywords, text }: webhook.StickerMessageContent): Said {
  const written = bounded(text, 100);
  const words = (Array.isArray(keywords) ? keywords : []).slice(0, 15).map((word) => bounded(word, 50));
  const told = written !== '' ? [written, ...words] : words;
  return {
    text: told[0] ? say('channel.sticker_of', { keyword: told[0] }) : say('channel.sticker'),
    blocks: [{ type: 'sticker', keywords: told, imageUrl: stickerImage(String(stickerId)) }],
  };
}

function locationOf({ title, address, latitude, longitude }: webhook.LocationMessageContent): Said {
  const [name, where] = [bounded(title, 200), bounded(address, 500)];
  const at = `${Number(latitude)}, ${Number(longitude)}`;
  return {
    text: say('channel.location', { place: [name, where].filter(Boolean).join(' ') || at }),
    blocks: [{ type: 'location', title: name, address: where, latitude: Number(latitude), longitude: Number(longitude) }],
  };
}
