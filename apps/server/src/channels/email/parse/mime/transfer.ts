import type { MailProblem } from '../mail.types.ts';

export type Transferred = { content: Buffer; problem: MailProblem | null };

/** Undoes a Content-Transfer-Encoding. Broken encodings give what can be read of them; an unknown one is left as it is. */
export function decodeTransfer(bytes: Buffer, encoding: string): Transferred {
  const name = encoding
    .slice(0, 100)
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/["';,]/g, '')
    .trim();
  if (name === 'base64' || name === 'base-64') return fromBase64(bytes);
  if (name.startsWith('quoted')) return { content: fromQuotedPrintable(bytes), problem: null };
  if (/^(x-)?uu(e|encode)$/.test(name)) return { content: fromUuencode(bytes.toString('latin1')), problem: null };
  return { content: bytes, problem: null };
}

function fromBase64(bytes: Buffer): Transferred {
  const text = bytes.toString('latin1');
  // Some lists and scanners add a footer in plain text behind the padding; some mailers pad every line.
  const pieces = text.match(/[A-Za-z0-9+/\s]+(?:=\s*){0,2}/g) ?? [];
  const clean = pieces.map((piece) => piece.replace(/\s/g, ''));
  const padded = clean.findIndex((piece) => piece.endsWith('='));
  const joined = padded < 0 || padded === clean.length - 1 ? [clean.join('')] : clean;
  const isOdd = /[^A-Za-z0-9+/=\s]/.test(text) || (padded < 0 && clean.join('').length % 4 === 1);
  return {
    content: Buffer.concat(joined.map((piece) => Buffer.from(piece, 'base64'))),
    problem: isOdd ? 'transfer-encoding-broken' : null,
  };
}

function fromQuotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte !== EQUALS) {
      out[length++] = byte;
      continue;
    }
    const value = hexAt(bytes, at + 1) * 16 + hexAt(bytes, at + 2);
    const lineEnd = softBreakEnd(bytes, at + 1);
    if (!Number.isNaN(value)) {
      out[length++] = value;
      at += 2;
    } else if (lineEnd !== null) at = lineEnd;
    else out[length++] = byte;
  }
  return out.subarray(0, length);
}

const EQUALS = 0x3d;
const MAX_PADDING = 80;

const hexAt = (bytes: Buffer, at: number): number => {
  const byte = bytes[at] ?? 0;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte & 0xdf;
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : Number.NaN;
};

/** The last byte of the line break that `=` does away with, spaces before it included; null if text follows. */
function softBreakEnd(bytes: Buffer, from: number): number | null {
  for (let at = from; at < from + MAX_PADDING; at += 1) {
    const byte = bytes[at];
    if (byte === undefined || byte === 10) return at;
    if (byte === 13) return bytes[at + 1] === 10 ? at + 1 : at;
    if (byte !== 32 && byte !== 9) return null;
  }
  return null;
}

/** The bytes of a uuencoded file (`begin 644 name` … `end`). */
export function fromUuencode(text: string): Buffer {
  const pieces: Buffer[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (/^begin [0-7]{3,4} /.test(line) || line === '') continue;
    if (/^(end|`)$/.test(line)) break;
    const size = (line.charCodeAt(0) - 32) & 63;
    const codes = [...line.slice(1)].map((char) => (char.charCodeAt(0) - 32) & 63);
    const bytes: number[] = [];
    for (let at = 0; at < codes.length; at += 4) {
      const [a = 0, b = 0, c = 0, d = 0] = codes.slice(at, at + 4);
      bytes.push((a << 2) | (b >> 4), ((b << 4) & 255) | (c >> 2), ((c << 6) & 255) | d);
    }
    pieces.push(Buffer.from(bytes.slice(0, size)));
  }
  return Buffer.concat(pieces);
}
