// Pure: a message of ours as what WhatsApp is asked to send (https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages).
import { wordsFor } from '../../../platform/words.ts';
import type { Outbound } from '../../port/port.types.ts';
import { wordsOf } from '../../port/quote-text.rules.ts';
import { shorten } from '../../port/shorten.rules.ts';
import { splitText } from '../../port/split-text.rules.ts';
import { filePart, type UploadOf } from './files.rules.ts';

export type Body = { type: string } & Record<string, unknown>;
/** One request to send something; `upload` goes to WhatsApp before, and is named in it. */
export type Part = { body: Body; upload?: UploadOf };

export const TEXT_LIMIT = 4096;
const MOST_BUTTONS = 3;
const BUTTON_TITLE = 20;
const MOST_ROWS = 10;
const ROW_TITLE = 24;
const ROW_DESCRIPTION = 72;
/** The words above buttons or a list. */
const CHOICES_TEXT = 1024;

/** @throws ChannelError `unsupported` for files of kinds that WhatsApp neither takes nor can fetch from us · `too_large` */
export function partsOf(message: Outbound): Part[] {
  const texts = splitText(wordsOf(message), TEXT_LIMIT);
  const files = message.files.map(filePart);
  const last = texts.at(-1);
  // The choices hang on the last words where these are short enough, so that they are one bubble.
  const carries = message.choices.length > 0 && last !== undefined && last.length <= CHOICES_TEXT;
  const plain = carries ? texts.slice(0, -1) : texts;
  return [
    ...plain.map((body): Part => ({ body: { type: 'text', text: { body, preview_url: false } } })),
    ...files,
    ...choiceBodies(message, carries ? last : null).map((body): Part => ({ body })),
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
