import Encoding from 'encoding-japanese';
import type { Rule } from '../reply-checks.types.ts';
import { findAll } from './find.rules.ts';

/** What stands in for characters of one maker's machines (NEC and IBM rows of CP932) and for forms that old mailers lack. */
const INSTEAD: Record<string, string> = {
  '㈱': '（株）',
  '㈲': '（有）',
  '㈹': '（代）',
  '№': 'No.',
  '℡': 'TEL',
  '㎡': 'm2',
  '～': '〜',
  髙: '高',
  﨑: '崎',
  '−': '－',
  '…': '…',
};
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const ROMAN = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ';
const ROMAN_LETTERS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

function instead(character: string): string | null {
  const circled = CIRCLED.indexOf(character);
  if (circled >= 0) return `(${circled + 1})`;
  const roman = ROMAN.indexOf(character);
  if (roman >= 0) return ROMAN_LETTERS[roman]!;
  return INSTEAD[character] ?? null;
}

/** JIS X 0208 has rows 1–8 and 16–84: what lies elsewhere is read only on some machines (RFC 1468 allows nothing else). */
function isSendable(character: string): boolean {
  if (character.charCodeAt(0) < 0x80) return true;
  const bytes = Encoding.convert(Encoding.stringToCode(character), { to: 'SJIS', from: 'UNICODE', type: 'array', fallback: 'ignore' });
  if (bytes.length !== 2) return false;
  const [first, second] = bytes as [number, number];
  const row = ((first < 0xa0 ? first - 0x81 : first - 0xc1) << 1) + (second >= 0x9f ? 2 : 1);
  return (row >= 1 && row <= 8) || (row >= 16 && row <= 84);
}

/** Characters that a mail in ISO-2022-JP cannot carry so that everybody reads them. Nothing elsewhere. */
export const characterRule: Rule = ({ text, charset }) => {
  if (charset === 'utf-8') return [];
  const lacking = new Set([...new Set(text)].filter((character) => !isSendable(character)));
  return findAll(text, /\P{ASCII}/gu, ({ 0: character }) =>
    lacking.has(character) ? { rule: 'unsendable_character', weight: 'warning', instead: instead(character) } : null,
  );
};
