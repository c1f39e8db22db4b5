// Pure: what a message of Messenger or Instagram says, in our terms.
import type { Block } from '@madoguchi/contract/messages.ts';
import { bounded, listOf } from '../../port/bounded.rules.ts';
import type { InboundFile } from '../../port/port.types.ts';
import { isMediaAddress } from '../fetch-media.ts';
import type { Attachment, Messaging } from './direct.types.ts';

export type Said = { text: string; blocks?: Block[]; files?: InboundFile[]; pressed?: string };

const LONGEST_TEXT = 20_000;
const LONGEST_URL = 2000;
const MOST_FILES = 30;

const NAMES: Readonly<Record<string, string>> = { image: 'photo.jpg', video: 'video.mp4', audio: 'voice.mp4', story_mention: 'story' };

/** @returns words, files and places; all of them empty for something that cannot be shown */
export function saidIn(message: NonNullable<Messaging['message']>): Said {
  const attachments = listOf(message.attachments).slice(0, MOST_FILES);
  const story: Attachment[] = message.reply_to?.story?.url ? [{ type: 'story_mention', payload: message.reply_to.story }] : [];
  const parts = [...attachments, ...story].map((one) => partOf(one ?? {}));
  const files = parts.flatMap(({ file }) => file ?? []);
  const blocks = parts.flatMap(({ block }) => block ?? []);
  const button = labelled(message.quick_reply?.payload);
  const words = [button?.label || bounded(message.text, LONGEST_TEXT), ...parts.map(({ text }) => text ?? '')].filter(Boolean);
  return {
    text: words.join('\n'),
    ...(files.length > 0 ? { files } : {}),
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(button ? { pressed: button.pressed } : {}),
  };
}

function partOf({ type, payload }: Attachment): { file?: InboundFile; block?: Block; text?: string } {
  const { lat, long } = payload?.coordinates ?? {};
  if (type === 'location' && Number.isFinite(lat) && Number.isFinite(long)) {
    const title = bounded(payload?.title, 200);
    const block: Block = { type: 'location', title, address: '', latitude: lat!, longitude: long! };
    return { block, text: title || `${lat}, ${long}` };
  }
  const url = bounded(payload?.url, LONGEST_URL);
  // What Meta keeps is fetched at once: its addresses end. A shared page is only told of.
  if (isMediaAddress(url)) return { file: { name: NAMES[type ?? ''] ?? nameIn(url), ref: url } };
  return { text: [bounded(payload?.title, 300), url].filter(Boolean).join('\n') };
}

const nameIn = (url: string): string => {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  return /^[\w%.-]{1,200}\.\w{1,5}$/.test(last) ? safelyDecoded(last) : 'file';
};

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What our buttons carry: which one it is, and its words, which the title may have cut. */
export const dataOf = (data: string, label: string): string => `${data}\n${label}`.slice(0, 1000).toWellFormed();

/** The button behind a payload; null for one of somebody else's making. */
export function labelled(payload: unknown): { pressed: string; label: string } | null {
  const [pressed = '', label = ''] = bounded(payload, 1000).split('\n', 2);
  return pressed.startsWith('mdg:') ? { pressed, label } : null;
}
