// Pure: an answer as posts of a thread (https://docs.bsky.app/docs/advanced-guides/posts).
import { createHash } from 'node:crypto';
import { numberedLines } from '../../port/choices.rules.ts';
import type { Outbound } from '../../port/port.types.ts';
import { wordsOf } from '../../port/quote-text.rules.ts';
import { splitToFit } from '../../port/split-to-fit.rules.ts';
import type { PostRef } from '../bluesky.types.ts';

export const TEXT_GRAPHEMES = 300;
const TEXT_BYTES = 3000;

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const fits = (text: string): boolean => [...segmenter.segment(text)].length <= TEXT_GRAPHEMES && Buffer.byteLength(text) <= TEXT_BYTES;

/** What is said, in parts of 300 characters as people count them; `links` to files stand at the end. */
export const postsOf = (message: Outbound, links: readonly string[]): string[] => {
  const text = [wordsOf(message), numberedLines(message.choices), ...links].filter(Boolean).join('\n\n');
  return splitToFit(text, TEXT_BYTES, fits);
};

/** Addresses in a text, by bytes of UTF-8: https://docs.bsky.app/docs/advanced-guides/post-richtext */
export function linksIn(text: string) {
  return [...text.matchAll(/https?:\/\/[^\s<>"「」（）]+[^\s<>"「」（）.,;:!?、。]/g)].map(({ 0: uri, index }) => {
    const byteStart = Buffer.byteLength(text.slice(0, index));
    return {
      index: { byteStart, byteEnd: byteStart + Buffer.byteLength(uri) },
      features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
    };
  });
}

const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * The name of a part's record: a TID (https://atproto.com/specs/tid) made of the message's time and its idempotency key, so that saying it
 * again writes the same record again.
 */
export function recordKey({ at, idempotencyKey }: Pick<Outbound, 'at' | 'idempotencyKey'>, part: number): string {
  const clock = createHash('sha256').update(`${idempotencyKey}:${part}`).digest().readUInt16BE(0) & 0x3ff;
  let rest = ((BigInt(at.getTime()) * 1000n + BigInt(part)) << 10n) | BigInt(clock);
  let key = '';
  for (let letter = 0; letter < 13; letter += 1) {
    key = ALPHABET[Number(rest & 31n)]! + key;
    rest >>= 5n;
  }
  return key;
}

type Parts = { text: string; parent: PostRef; root: PostRef; images: readonly object[] };

export const recordOf = ({ at, conversation }: Outbound, { text, parent, root, images }: Parts) => {
  const facets = linksIn(text);
  return {
    $type: 'app.bsky.feed.post',
    text,
    createdAt: at.toISOString(),
    langs: [conversation.locale],
    reply: { root, parent },
    ...(facets.length > 0 ? { facets } : {}),
    ...(images.length > 0 ? { embed: { $type: 'app.bsky.embed.images', images } } : {}),
  };
};
