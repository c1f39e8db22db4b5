// Pure: what a message of WhatsApp says, in our terms.
import type { Block } from '@madoguchi/contract/messages.ts';
import { bounded, idOf, listOf } from '../../port/bounded.rules.ts';
import type { InboundFile } from '../../port/port.types.ts';
import type { CustomerMessage, Media } from '../whatsapp.types.ts';

export type Said = { text: string; blocks?: Block[]; files?: InboundFile[]; pressed?: string };

const LONGEST_TEXT = 20_000;
const LONGEST_NAME = 255;

/** Kinds that say nothing to us: a reaction is no message, and a changed number is told by WhatsApp itself. */
const SILENT = new Set(['reaction', 'system', 'ephemeral', 'request_welcome']);

/**
 * How a message reads; null for one that says nothing. A kind that cannot be shown (an order, something new) is a message without words:
 * that somebody wrote must be seen.
 */
export function saidIn(message: CustomerMessage): Said | null {
  switch (message.type) {
    case 'text':
      return { text: bounded(message.text?.body, LONGEST_TEXT) };
    case 'image':
      return media(message.image, 'photo.jpg');
    case 'video':
      return media(message.video, 'video.mp4');
    case 'audio':
      return media(message.audio, message.audio?.voice ? 'voice.ogg' : 'audio.m4a');
    case 'document':
      return media(message.document, 'file');
    case 'sticker':
      return media(message.sticker, 'sticker.webp');
    case 'location':
      return locationOf(message.location);
    case 'contacts':
      return { text: cardsOf(message.contacts) };
    case 'button':
      return { text: bounded(message.button?.text, LONGEST_TEXT), ...pressedOf(message.button?.payload) };
    case 'interactive':
      return answerOf(message.interactive);
    default:
      return SILENT.has(message.type ?? '') ? null : { text: '' };
  }
}

const pressedOf = (data: unknown): { pressed?: string } => {
  const pressed = bounded(data, 256);
  return pressed ? { pressed } : {};
};

/** What `fetchFile` is given is the media's id: its address is only good for five minutes. */
function media(file: Media | undefined, name: string): Said {
  const ref = idOf(file?.id);
  const type = bounded(file?.mime_type, 100).split(';')[0]!.trim();
  const given = bounded(file?.filename, LONGEST_NAME);
  return {
    text: bounded(file?.caption, LONGEST_TEXT),
    ...(ref ? { files: [{ name: given || name, ref, ...(type ? { type } : {}) }] } : {}),
  };
}

function locationOf(location: CustomerMessage['location']): Said {
  const [title, address] = [bounded(location?.name, 200), bounded(location?.address, 500)];
  const [latitude, longitude] = [Number(location?.latitude), Number(location?.longitude)];
  if (Number.isNaN(latitude) || Number.isNaN(longitude)) return { text: [title, address].filter(Boolean).join(' ') };
  return {
    text: [title, address].filter(Boolean).join(' ') || `${latitude}, ${longitude}`,
    blocks: [{ type: 'location', title, address, latitude, longitude }],
  };
}

/** Shared address cards, a line each. */
function cardsOf(cards: CustomerMessage['contacts']): string {
  return listOf(cards)
    .slice(0, 20)
    .map((card) => {
      const ways = [...listOf(card?.phones).map((one) => one?.phone), ...listOf(card?.emails).map((one) => one?.email)];
      return [bounded(card?.name?.formatted_name, 200), ...ways.slice(0, 5).map((way) => bounded(way, 100))].filter(Boolean).join(' ');
    })
    .filter(Boolean)
    .join('\n');
}

/** A pressed button or a chosen row; a row whose words were cut carries them whole in its description. */
function answerOf(answer: CustomerMessage['interactive']): Said {
  const { button_reply: button, list_reply: row, nfm_reply: form } = answer ?? {};
  if (button) return { text: bounded(button.title, 256), ...pressedOf(button.id) };
  if (row) return { text: bounded(row.description, 256) || bounded(row.title, 256), ...pressedOf(row.id) };
  return { text: bounded(form?.body, LONGEST_TEXT) };
}
