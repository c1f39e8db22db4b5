// Pure: a message of ours as what WhatsApp is asked to send (https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages).
import { wordsFor } from '../../../platform/words.ts';
import { ChannelError } from '../../port/channel-error.ts';
import type { Outbound, OutboundFile } from '../../port/port.types.ts';
import { wordsOf } from '../../port/quote-text.rules.ts';
import { shorten } from '../../port/shorten.rules.ts';
import { splitText } from '../../port/split-text.rules.ts';

export type Body = { type: string } & Record<string, unknown>;

export const TEXT_LIMIT = 4096;
const MOST_BUTTONS = 3;
const BUTTON_TITLE = 20;
const MOST_ROWS = 10;
const ROW_TITLE = 24;
const ROW_DESCRIPTION = 72;
/** The words above buttons or a list. */
const CHOICES_TEXT = 1024;
const MEGABYTE = 1024 * 1024;

/** @throws ChannelError `unsupported` for files that WhatsApp has no address to fetch from · `too_large` */
export function bodiesOf(message: Outbound): Body[] {
  const texts = splitText(wordsOf(message), TEXT_LIMIT);
  const files = message.files.map(fileBody);
  const last = texts.at(-1);
  // The choices hang on the last words where these are short enough, so that they are one bubble.
  const carries = message.choices.length > 0 && last !== undefined && last.length <= CHOICES_TEXT;
  const plain = carries ? texts.slice(0, -1) : texts;
  return [
    ...plain.map((body): Body => ({ type: 'text', text: { body, preview_url: false } })),
    ...files,
    ...choiceBodies(message, carries ? last : null),
  ];
}

function choiceBodies({ choices, conversation }: Outbound, words: string | null): Body[] {
  const say = wordsFor(conversation.locale);
  const bodies: Body[] = [];
  for (let from = 0; from < choices.length; from += MOST_ROWS) {
    const some = choices.slice(from, from + MOST_ROWS);
    const text = (from === 0 ? words : null) ?? say('channel.choose');
    const asButtons = some.length <= MOST_BUTTONS && some.every(({ label }) => label.length <= BUTTON_TITLE);
    bodies.push({ type: 'interactive', interactive: asButtons ? buttons(text, some) : list(text, some, say('channel.choose')) });
  }
  return bodies;
}

const buttons = (text: string, choices: Outbound['choices']) => ({
  type: 'button',
  body: { text },
  action: { buttons: choices.map(({ data, label }) => ({ type: 'reply', reply: { id: data, title: label } })) },
});

const list = (text: string, choices: Outbound['choices'], button: string) => ({
  type: 'list',
  body: { text },
  action: { button: shorten(button, BUTTON_TITLE), sections: [{ rows: choices.map(row) }] },
});

const row = ({ data, label }: Outbound['choices'][number]) => ({
  id: data,
  title: shorten(label, ROW_TITLE),
  ...(label.length > ROW_TITLE ? { description: shorten(label, ROW_DESCRIPTION) } : {}),
});

/** What WhatsApp shows as it is, and up to which size; everything else is a document. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types */
const SHOWN: readonly { kind: 'image' | 'video' | 'audio'; types: RegExp; limit: number }[] = [
  { kind: 'image', types: /^image\/(jpeg|png)$/, limit: 5 * MEGABYTE },
  { kind: 'video', types: /^video\/(mp4|3gpp)$/, limit: 16 * MEGABYTE },
  { kind: 'audio', types: /^audio\/(aac|amr|mpeg|mp4|ogg)$/, limit: 16 * MEGABYTE },
];
const DOCUMENT_LIMIT = 100 * MEGABYTE;

function fileBody({ name, type, sizeInBytes, url }: OutboundFile): Body {
  if (!url?.startsWith('https://')) throw new ChannelError('unsupported', { detail: `${name}: no public https address to fetch it from` });
  if (sizeInBytes > DOCUMENT_LIMIT) throw new ChannelError('too_large', { detail: name });
  const shown = SHOWN.find(({ types, limit }) => types.test(type) && sizeInBytes <= limit);
  return shown ? { type: shown.kind, [shown.kind]: { link: url } } : { type: 'document', document: { link: url, filename: name } };
}
