import { decodeBytes } from '../charset/decode.ts';
import { decodeHeaderText } from '../charset/encoded-words.ts';

/** A structured value such as Content-Type: the value in lower case and its parameters, decoded. */
export type Structured = { value: string; parameters: Map<string, string> };

const PARAMETER = /;\s*([^\s=;]+)\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)/gs;

/**
 * Reads `value; name=text; name*0*=utf-8''text` (RFC 2045, 2231), and what mailers do instead: encoded words within quotes, raw Shift_JIS or
 * ISO-2022-JP bytes.
 * @param raw one character per byte, unfolded
 */
export function readStructured(raw: string): Structured {
  const clean = protectJis(raw);
  const semicolon = clean.indexOf(';');
  const value = (semicolon < 0 ? clean : clean.slice(0, semicolon)).trim().toLowerCase();
  const plain = new Map<string, string>();
  const sections = new Map<string, { index: number; encoded: boolean; text: string }[]>();
  for (const [, name = '', quoted = ''] of (semicolon < 0 ? '' : clean.slice(semicolon)).matchAll(PARAMETER)) {
    const text = unquote(quoted.trim());
    const star = /^([^*]+)\*(?:(\d+))?(\*)?$/.exec(name.toLowerCase());
    if (!star) {
      if (!plain.has(name.toLowerCase())) plain.set(name.toLowerCase(), text);
      continue;
    }
    const [, base = '', index, tail] = star;
    const list = sections.get(base) ?? [];
    list.push({ index: Number(index ?? 0), encoded: index === undefined || tail === '*', text });
    sections.set(base, list);
  }
  const parameters = new Map([...plain].map(([name, text]) => [name, decodeHeaderText(text)]));
  for (const [name, list] of sections) parameters.set(name, joinSections(list));
  return { value, parameters };
}

/** RFC 2231: sections are joined as bytes before they are decoded, for a character may be cut in two. */
function joinSections(list: { index: number; encoded: boolean; text: string }[]): string {
  const sorted = list.toSorted((a, b) => a.index - b.index);
  let charset: string | null = null;
  const bytes = sorted.map(({ encoded, text }, place) => {
    if (!encoded) return text;
    const prefix = place === 0 ? /^([^']*)'[^']*'/.exec(text) : null;
    if (prefix) charset = prefix[1] ?? null;
    return text
      .slice(prefix?.[0].length ?? 0)
      .replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  });
  const joined = bytes.join('');
  if (charset === null && joined.includes('=?')) return decodeHeaderText(joined);
  return decodeBytes(Buffer.from(joined, 'latin1'), charset).text;
}

function unquote(text: string): string {
  if (!text.startsWith('"')) return text;
  const inner = text.slice(1, text.length > 1 && text.endsWith('"') ? -1 : undefined);
  return inner.replace(/(^|[^\x80-\xff])\\(.)/gs, '$1$2');
}

const JIS_RUN = new RegExp(`${'\u001b'}\\$[@B]([!-~]*)(?:${'\u001b'}\\([BJ])?`, 'g');

/** Kanji in ISO-2022-JP are bytes that look like quotes, semicolons and backslashes: they become EUC-JP, which is 8-bit throughout. */
const protectJis = (raw: string): string =>
  raw.replace(JIS_RUN, (_, kanji: string) => kanji.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) | 0x80)));
