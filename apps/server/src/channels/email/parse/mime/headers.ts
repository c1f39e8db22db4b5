import { MAX_HEADER_BLOCK_BYTES, MAX_HEADER_BYTES } from '../limits.ts';
import type { MailProblem } from '../mail.types.ts';

/** The header of a mail or part. Values are unfolded, one character per byte: charsets are for those who know what a field holds. */
export type Headers = { name: string; value: string }[];

export type HeaderBlock = { headers: Headers; bodyStart: number; problems: MailProblem[] };

const FIELD = /^([!-9;-~]{1,100})[ \t]*:(.*)$/s;

/**
 * Reads the header block that begins at `start`. A block that does not begin with a field is no header: everything is body. A stray line
 * among fields is passed over if fields go on behind it.
 */
export function readHeaders(raw: Buffer, start: number, end: number): HeaderBlock {
  const blockEnd = endOfBlock(raw, start, end);
  const readEnd = Math.min(blockEnd.headersEnd, start + MAX_HEADER_BLOCK_BYTES);
  const problems: MailProblem[] = readEnd < blockEnd.headersEnd ? ['header-too-long'] : [];
  const lines = raw.toString('latin1', start, readEnd).split(/\r\n|\n|\r/);
  const fields: { name: string; pieces: string[]; size: number }[] = [];
  let at = start;
  for (const [index, line] of lines.entries()) {
    const lineStart = at;
    at = nextLine(raw, at, readEnd);
    const field = FIELD.exec(line);
    const last = fields.at(-1);
    if (field) fields.push({ name: field[1]?.toLowerCase() ?? '', pieces: [field[2] ?? ''], size: line.length });
    else if (/^[ \t]/.test(line) && last) {
      last.size += line.length;
      if (last.size <= MAX_HEADER_BYTES) last.pieces.push(line);
      else if (!problems.includes('header-too-long')) problems.push('header-too-long');
    } else if (line === '' || /^>?From /.test(line)) continue;
    else if (!FIELD.test(lines[index + 1] ?? '')) {
      problems.push(fields.length === 0 ? 'no-headers' : 'header-malformed');
      return { headers: unfold(fields), bodyStart: lineStart, problems };
    } else if (!problems.includes('header-malformed')) problems.push('header-malformed');
  }
  return { headers: unfold(fields), bodyStart: blockEnd.bodyStart, problems };
}

const unfold = (fields: { name: string; pieces: string[] }[]): Headers =>
  fields.map(({ name, pieces }) => ({ name, value: pieces.join('').slice(0, MAX_HEADER_BYTES).replace(/\t/g, ' ').trim() }));

function nextLine(raw: Buffer, at: number, end: number): number {
  const feed = raw.indexOf(10, at);
  return feed < 0 || feed >= end ? end : feed + 1;
}

/** Where the first empty line lies. */
function endOfBlock(raw: Buffer, start: number, end: number): { headersEnd: number; bodyStart: number } {
  for (let at = start; at < end; ) {
    const feed = raw.indexOf(10, at);
    const lineEnd = feed < 0 || feed >= end ? end : feed;
    const next = Math.min(end, lineEnd + 1);
    if (lineEnd === at || (lineEnd === at + 1 && raw[at] === 13)) return { headersEnd: at, bodyStart: next };
    at = next;
  }
  return { headersEnd: end, bodyStart: end };
}

/** The first field of a name (lower case), or ''. */
export const header = (headers: Headers, name: string): string => headers.find((field) => field.name === name)?.value ?? '';

/** All fields of a name, in order. */
export const headersNamed = (headers: Headers, name: string): string[] =>
  headers.filter((field) => field.name === name).map((field) => field.value);
