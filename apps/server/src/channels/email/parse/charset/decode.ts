import type { MailProblem } from '../mail.types.ts';
import { guessEightBit, has8Bit, isUtf8 } from './detect.ts';
import { decodeIso2022Jp, hasJisEscape } from './iso2022jp.ts';

/** Labels that mailers write and the Encoding Standard does not know. */
const ALIASES: Record<string, string> = {
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  'x-ms-cp932': 'shift_jis',
  'windows-932': 'shift_jis',
  'shift-jisx0213': 'shift_jis',
  'shift_jis-2004': 'shift_jis',
  sjis: 'shift_jis',
  'sjis-win': 'shift_jis',
  shiftjis: 'shift_jis',
  'euc-jisx0213': 'euc-jp',
  'euc-jp-ms': 'euc-jp',
  eucjp: 'euc-jp',
  'eucjp-win': 'euc-jp',
  ujis: 'euc-jp',
  jis: 'iso-2022-jp',
  jis7: 'iso-2022-jp',
  utf8: 'utf-8',
  'utf-8-mac': 'utf-8',
  utf7: 'utf-7',
  'unicode-1-1-utf-7': 'utf-7',
  cp1252: 'windows-1252',
  cp1251: 'windows-1251',
  cp1250: 'windows-1250',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  cp949: 'euc-kr',
  ksc5601: 'euc-kr',
  '646': 'us-ascii',
};
/** Labels that say nothing: what mailers write when they do not know. */
const SAYS_NOTHING = new Set([
  '',
  'us-ascii',
  'ascii',
  'unknown',
  'unknown-8bit',
  'x-unknown',
  'default',
  'default_charset',
  'binary',
  '8bit',
  '7bit',
  'iso-8859-1',
  'windows-1252',
  'latin1',
  'none',
]);

/** Text and how sure we are of it. */
export type Decoded = { text: string; problem: MailProblem | null };

/**
 * Bytes to text. The label is believed unless the bytes speak against it: kanji escapes mean ISO-2022-JP under any 7-bit label, broken UTF-8
 * or Shift_JIS is looked at again, a label that says nothing is no label. Never throws; never leaves a NUL.
 */
export function decodeBytes(bytes: Uint8Array, label: string | null): Decoded {
  const { text, problem } = decodeUnchecked(bytes, normalize(label));
  return { text: text.replace(/\0/g, ''), problem };
}

const normalize = (label: string | null): string => {
  const clean = (label ?? '')
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
    .replace(/\*.*$/, '');
  if (
    clean.startsWith('iso-2022-jp') ||
    clean.startsWith('iso2022jp') ||
    clean.startsWith('cp5022') ||
    clean.startsWith('x-windows-iso2022jp')
  )
    return 'iso-2022-jp';
  return ALIASES[clean] ?? clean;
};

function decodeUnchecked(bytes: Uint8Array, label: string): Decoded {
  if (label.startsWith('utf-16') || label.startsWith('utf-32')) return decodeAs(bytes, label.startsWith('utf-32') ? 'utf-8' : label);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le');
  if (hasJisEscape(bytes)) {
    const known = label === 'iso-2022-jp';
    if (known || !has8Bit(bytes) || !isUtf8(bytes)) return { text: decodeIso2022Jp(bytes), problem: known ? null : 'charset-guessed' };
  }
  if (!has8Bit(bytes)) return label === 'utf-7' ? { text: decodeUtf7(bytes), problem: null } : decodeAs(bytes, 'utf-8');
  if (SAYS_NOTHING.has(label) || label === 'iso-2022-jp') return guess(bytes, label);
  const decoded = decodeAs(bytes, label);
  if (!decoded.problem) return decoded;
  const guessed = guess(bytes, '');
  return isBetter(guessed.text, decoded.text) ? { ...guessed, problem: 'charset-guessed' } : decoded;
}

/** UTF-8 if it can be; else what the label said of Western text; else Japanese if it reads so. */
function guess(bytes: Uint8Array, label: string): Decoded {
  if (isUtf8(bytes))
    return { text: new TextDecoder('utf-8').decode(bytes), problem: /^(?:us-)?(?:ascii)?$/.test(label) ? null : 'charset-guessed' };
  const charset = guessEightBit(bytes);
  const western = charset === 'windows-1252';
  if (label === 'iso-2022-jp' && western) return { text: decodeIso2022Jp(bytes), problem: 'charset-broken' };
  return { text: new TextDecoder(charset).decode(bytes), problem: western && label.includes('1') ? null : 'charset-guessed' };
}

function decodeAs(bytes: Uint8Array, charset: string): Decoded {
  try {
    const text = new TextDecoder(charset).decode(bytes);
    return { text, problem: text.includes('\ufffd') ? 'charset-broken' : null };
  } catch {
    return guess(bytes, '').text ? guess(bytes, '') : { text: '', problem: 'charset-broken' };
  }
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Western charsets know every byte: they are better only where most of what the label made of the bytes is broken. */
function isBetter(guessed: string, labelled: string): boolean {
  const broken = count(labelled, /\ufffd/g);
  if (/[\u3041-\u30fe\u4e00-\u9fff]/.test(guessed)) return count(guessed, /\ufffd/g) < broken;
  return broken * 2 > count(labelled, /\P{ASCII}/gu);
}

/** UTF-7 (RFC 2152), which old Outlook still sends. */
function decodeUtf7(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/\+([A-Za-z0-9+/]*)-?/g, (_, encoded: string) =>
      encoded ? new TextDecoder('utf-16be').decode(Buffer.from(encoded, 'base64')).replace(/\ufffd$/, '') : '+',
    );
}
