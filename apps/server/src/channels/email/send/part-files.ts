import { wordsFor } from '../../../platform/words.ts';
import type { Outbound } from '../../port/port.types.ts';
import { sizeWords } from '../size-words.rules.ts';

export type Along = { name: string; type: string; content: Buffer };

/** So much goes along, which is what most servers take once it is grown by base64; the days are long enough to come back from a holiday. */
export const FILES_BY_LINK = { aboveBytes: 25 * 1024 * 1024, days: 30 };
const DAY_MS = 24 * 3_600_000;

/**
 * The files of a message: those that go along, the first ones up to so many bytes, and for the others what is written into the mail, in the
 * conversation's language. Without an address of our own that a customer can reach, everything goes along.
 */
export async function partFiles(
  { files, conversation }: Pick<Outbound, 'files' | 'conversation'>,
  mostBytes: number,
  now: Date,
): Promise<{ along: Along[]; links: string }> {
  const along: Along[] = [];
  const links: string[] = [];
  const until = new Date(now.getTime() + FILES_BY_LINK.days * DAY_MS);
  let bytes = 0;
  for (const file of files) {
    const url = bytes + file.sizeInBytes > mostBytes ? (file.lastingUrl?.(until) ?? file.url) : null;
    if (url) {
      links.push(`${file.name} (${sizeWords(file.sizeInBytes)})\n${url}`);
      continue;
    }
    bytes += file.sizeInBytes;
    along.push({ name: file.name, type: file.type, content: await file.read() });
  }
  if (links.length === 0) return { along, links: '' };
  const date = until.toLocaleDateString(conversation.locale, { dateStyle: 'long', timeZone: 'Asia/Tokyo' });
  return { along, links: [wordsFor(conversation.locale)('channel.files_by_link', { date }), ...links].join('\n\n') };
}
