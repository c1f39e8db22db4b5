// Pure: what a message of Telegram says, in our terms.
import type { Block } from '@madoguchi/contract/messages.ts';
import { type Say, wordsFor } from '../../../platform/words.ts';
import { bounded, listOf } from '../../port/bounded.rules.ts';
import type { InboundFile } from '../../port/port.types.ts';
import type { TelegramFile, TelegramLocation, TelegramMessage } from '../telegram.types.ts';

export type Said = { text: string; blocks?: Block[]; files?: InboundFile[] };

const LONGEST_TEXT = 20_000;
const LONGEST_NAME = 200;
/** What a bot may fetch: https://core.telegram.org/bots/api#getfile */
const FETCHED_BYTES = 20 * 1024 * 1024;

/** People send these, and we cannot show them: agents see that something came. */
const NOT_SHOWN = ['dice', 'poll', 'story', 'game', 'checklist', 'paid_media', 'giveaway', 'invoice'];

/** How a message reads; null for what the platform tells and nobody said. */
export function saidIn(message: TelegramMessage, locale: 'ja' | 'en'): Said | null {
  const say = wordsFor(locale);
  const text = bounded(message.text ?? message.caption, LONGEST_TEXT);
  if (message.sticker) return stickerOf(message.sticker.emoji, say);
  if (message.venue) return placeOf(message.venue.location, say, message.venue);
  if (message.location) return placeOf(message.location, say);
  if (message.contact) return cardOf(message.contact, say);
  const file = fileIn(message);
  if (file) return withFile(text, file, say);
  if (text !== '') return { text };
  return NOT_SHOWN.some((kind) => kind in message) ? { text: '' } : null;
}

type Named = { file: TelegramFile; name: string };

/** The file of a message. A picture comes in several sizes, the largest last; a moving one comes as a document, too. */
function fileIn(message: TelegramMessage): Named | null {
  const photo = listOf(message.photo).at(-1);
  if (photo) return { file: photo, name: 'photo.jpg' };
  const named: [TelegramFile | undefined, string][] = [
    [message.animation, 'animation.mp4'],
    [message.document, 'file'],
    [message.video, 'video.mp4'],
    [message.video_note, 'video.mp4'],
    [message.voice, 'voice.ogg'],
    [message.audio, 'audio.mp3'],
  ];
  const found = named.find(([file]) => typeof file?.file_id === 'string');
  return found ? { file: found[0]!, name: bounded(found[0]!.file_name, LONGEST_NAME) || found[1] } : null;
}

function withFile(text: string, { file, name }: Named, say: Say): Said {
  if ((file.file_size ?? 0) > FETCHED_BYTES) return { text: [text, say('channel.file_too_large', { name })].filter(Boolean).join('\n') };
  const type = bounded(file.mime_type, 100);
  return { text, files: [{ name, ref: file.file_id, ...(type ? { type } : {}) }] };
}

function stickerOf(emoji: unknown, say: Say): Said {
  const keyword = bounded(emoji, 20);
  return {
    text: keyword ? say('channel.sticker_of', { keyword }) : say('channel.sticker'),
    blocks: [{ type: 'sticker', keywords: keyword ? [keyword] : [], imageUrl: null }],
  };
}

function placeOf({ latitude, longitude }: TelegramLocation, say: Say, venue?: { title: string; address: string }): Said {
  const [title, address] = [bounded(venue?.title, LONGEST_NAME), bounded(venue?.address, 500)];
  const at = { latitude: Number(latitude), longitude: Number(longitude) };
  const place = [title, address].filter(Boolean).join(' ') || `${at.latitude}, ${at.longitude}`;
  return { text: say('channel.location', { place }), blocks: [{ type: 'location', title, address, ...at }] };
}

function cardOf({ first_name, last_name, phone_number }: NonNullable<TelegramMessage['contact']>, say: Say): Said {
  const name = [first_name, last_name].map((part) => bounded(part, LONGEST_NAME)).filter(Boolean);
  return { text: say('channel.card', { card: [...name, bounded(phone_number, 40)].join(' ') }) };
}
