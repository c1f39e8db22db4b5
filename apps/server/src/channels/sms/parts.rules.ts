// Pure: a message of ours as text messages.
import { plainText } from '../../knowledge/plain-text.rules.ts';
import type { Say } from '../../platform/words.ts';
import { ChannelError } from '../port/channel-error.ts';
import { numberedLines } from '../port/choices.rules.ts';
import type { Outbound, OutboundFile } from '../port/port.types.ts';
import { splitText } from '../port/split-text.rules.ts';
import { takesPictures } from './numbers.rules.ts';

/** What Twilio takes at once, in characters; the phone puts its segments together. */
export const TEXT_LIMIT = 1600;
/** Every 67 characters of Japanese are paid: of an article that can be read elsewhere, its beginning is enough. */
const EXCERPT = 200;
const PICTURE_BYTES = 5 * 1024 * 1024;
const MOST_PICTURES = 10;

export type SmsPart = { text: string; pictures: string[] };

/** @throws ChannelError `unsupported` for files, when nobody could fetch them from us */
export function smsParts({ text, quote, choices, files, line }: Outbound, say: Say): SmsPart[] {
  const shown = takesPictures(line.externalId) ? files.filter(isPicture).slice(0, MOST_PICTURES) : [];
  const linked = files
    .filter((file) => !shown.includes(file))
    .map((file) => say('channel.file_link', { name: file.name, url: urlOf(file) }));
  const words = [text, quote ? quoted(quote) : '', choices.length > 0 ? numberedLines(choices) : '', ...linked]
    .filter(Boolean)
    .join('\n\n');
  const parts: SmsPart[] = splitText(words, TEXT_LIMIT).map((part) => ({ text: part, pictures: [] }));
  if (shown.length === 0) return parts;
  const last = parts.pop();
  return [...parts, { text: last?.text ?? '', pictures: shown.map(urlOf) }];
}

const isPicture = ({ type, sizeInBytes }: OutboundFile): boolean => /^image\/(jpeg|png|gif)$/.test(type) && sizeInBytes <= PICTURE_BYTES;

function urlOf({ name, url }: OutboundFile): string {
  if (!url) throw new ChannelError('unsupported', { detail: `${name}: no public address to fetch it from` });
  return url;
}

function quoted({ title, text, url }: NonNullable<Outbound['quote']>): string {
  const words = plainText(text);
  const [beginning = '', ...more] = url ? splitText(words, EXCERPT) : [words];
  return [title, more.length > 0 ? `${beginning}…` : beginning, url ?? ''].filter(Boolean).join('\n');
}
