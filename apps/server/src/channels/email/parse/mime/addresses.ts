import { decodeHeaderText } from '../charset/encoded-words.ts';
import { MAX_ADDRESSES } from '../limits.ts';
import type { MailAddress } from '../mail.types.ts';

/**
 * The addresses of a field such as To (RFC 5322), groups opened. Names may hold commas, brackets and raw kanji; addresses of Japanese phones
 * may hold dots that no rule allows.
 * @param raw one character per byte, unfolded
 * @param hint charset of the body, which raw names probably share
 */
export function readAddresses(raw: string, hint: string | null = null): MailAddress[] {
  const addresses: MailAddress[] = [];
  for (const piece of splitAddresses(raw)) {
    const address = readAddress(piece, hint);
    if (address) addresses.push(address);
    if (addresses.length >= MAX_ADDRESSES) break;
  }
  return addresses;
}

/** At commas and semicolons outside of quotes, comments and angle brackets; a group's name before its colon is left out. */
function splitAddresses(raw: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let inQuote = false;
  let depth = 0;
  let inAngle = false;
  for (let at = 0; at < raw.length; at += 1) {
    const char = raw[at] ?? '';
    if (char === '\\' && (inQuote || depth > 0)) {
      piece += char + (raw[at + 1] ?? '');
      at += 1;
      continue;
    }
    if (char === '"' && depth === 0) inQuote = !inQuote;
    else if (!inQuote && char === '(') depth += 1;
    else if (!inQuote && char === ')') depth = Math.max(0, depth - 1);
    else if (!inQuote && depth === 0 && char === '<') inAngle = true;
    else if (!inQuote && depth === 0 && char === '>') inAngle = false;
    else if (!inQuote && depth === 0 && !inAngle && (char === ',' || char === ';')) {
      pieces.push(piece);
      piece = '';
      continue;
    } else if (!inQuote && depth === 0 && !inAngle && char === ':' && !piece.includes('@')) {
      piece = '';
      continue;
    }
    piece += char;
  }
  // A quote that was never closed has swallowed the rest.
  return inQuote && piece.includes(',') && !/<[^>]*>\s*$/.test(piece) ? [...pieces, ...piece.split(',')] : [...pieces, piece];
}

function readAddress(piece: string, hint: string | null): MailAddress | null {
  const trimmed = piece.trim();
  if (trimmed === '') return null;
  const angle = /^(.*?)<([^<>]*)>?[^<]*$/s.exec(trimmed.replace(/<+/g, '<'));
  if (angle) return { name: nameOf(angle[1] ?? '', hint), address: addressOf(angle[2] ?? '') };
  const comments = [...trimmed.matchAll(/\(((?:[^()\\]|\\.)*)\)/g)].map(([, text = '']) => text);
  const bare = trimmed.replace(/\((?:[^()\\]|\\.)*\)/g, ' ').trim();
  const decoded = bare.includes('=?') ? decodeHeaderText(bare, hint) : bare;
  const found = /[^\s"<>()@]{1,200}@[^\s"<>()]{1,255}/.exec(decoded);
  if (found) return { name: nameOf(comments.join(' '), hint) || nameOf(decoded.replace(found[0], ''), hint), address: addressOf(found[0]) };
  return { name: nameOf(bare, hint), address: '' };
}

/** Quotes are taken off before and after encoded words are decoded, for both orders are met. */
function nameOf(raw: string, hint: string | null): string {
  const text = raw.trim().replace(/"((?:[^"\\]|\\.)*)"/g, (_, inner: string) => inner.replace(/\\(.)/g, '$1'));
  const name = decodeHeaderText(text, hint).replace(/\s+/g, ' ').trim();
  return name.replace(/^(["'])(.*)\1$/, '$2').trim();
}

function addressOf(raw: string): string {
  const clean = decodeHeaderText(raw.replace(/^mailto:/i, '').replace(/\((?:[^()])*\)/g, ''))
    .replace(/\s+/g, '')
    .replace(/^@[^:]*:/, '');
  const at = clean.lastIndexOf('@');
  return at < 0 ? clean : clean.slice(0, at).replace(/^"([\w.+-]+)"$/, '$1') + clean.slice(at).toLowerCase();
}
