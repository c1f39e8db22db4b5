import { decodeBytes } from './decode.ts';
import { isUtf8 } from './detect.ts';

const WORD = /=\?([^?\s]{1,60})\?([bBqQ])\?(.{0,1000}?)\?=/g;

type Word = { charset: string; encoding: 'b' | 'q'; text: string; start: number; end: number };

/**
 * A header's value to text: encoded words (RFC 2047), raw 8-bit and raw ISO-2022-JP. Neighboring words of one charset are joined as bytes
 * before they are decoded, for mailers cut characters in two.
 * @param raw one character per byte, unfolded
 * @param hint charset of the body, which raw bytes probably share
 */
export function decodeHeaderText(raw: string, hint: string | null = null): string {
  const words = [...raw.matchAll(WORD)].map(toWord);
  let text = '';
  let at = 0;
  for (let index = 0; index < words.length; ) {
    const first = words[index];
    if (!first) break;
    const run = [first];
    for (let next = words[index + 1]; next && joins(raw, run.at(-1) ?? first, next); next = words[index + run.length]) run.push(next);
    const between = raw.slice(at, first.start);
    if (at === 0 || between.trim() !== '') text += decodeRaw(between, hint);
    text += decodeBytes(bytesOf(run), first.charset).text;
    at = run.at(-1)?.end ?? first.end;
    index += run.length;
  }
  return text + decodeRaw(raw.slice(at), hint);
}

/** Text that claims no charset: one character per byte in, read as UTF-8 if it is, else in the hint's charset or what the bytes look like. */
export function decodeRaw(raw: string, hint: string | null = null): string {
  if (!/[^\x20-\x7e]/.test(raw)) return raw;
  const bytes = Buffer.from(raw, 'latin1');
  return decodeBytes(bytes, isUtf8(bytes) ? null : hint).text;
}

function toWord(match: RegExpMatchArray): Word {
  const [whole, charset = '', encoding = '', text = ''] = match;
  const start = match.index ?? 0;
  return {
    charset: charset.toLowerCase().replace(/\*.*$/, ''),
    encoding: encoding.toLowerCase() === 'b' ? 'b' : 'q',
    text,
    start,
    end: start + whole.length,
  };
}

const joins = (raw: string, last: Word, next: Word): boolean =>
  next.charset === last.charset && raw.slice(last.end, next.start).trim() === '';

function bytesOf(run: Word[]): Buffer {
  const pieces: Buffer[] = [];
  let open = '';
  for (const { encoding, text } of run) {
    if (encoding === 'q') {
      pieces.push(base64(open), quotedBytes(text));
      open = '';
      continue;
    }
    // A word whose base64 stops in mid-group goes on in the next one.
    open += text.replace(/\s/g, '');
    if (open.endsWith('=') || open.length % 4 === 0) {
      pieces.push(base64(open));
      open = '';
    }
  }
  return Buffer.concat([...pieces, base64(open)]);
}

const base64 = (text: string): Buffer => Buffer.from(text, 'base64');

const quotedBytes = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll('_', ' ').replace(/=([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
