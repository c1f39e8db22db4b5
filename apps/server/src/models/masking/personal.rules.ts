// Pure: where in a text something personal stands.
import { toHiragana, toKatakana } from '../../platform/text/kana.ts';
import { isCardNumber, isMyNumber } from './check-digits.rules.ts';

export type PersonalKind = 'EMAIL' | 'CARD' | 'MYNUMBER' | 'PHONE' | 'POSTAL' | 'NUMBER' | 'NAME';
export type Find = { from: number; to: number; kind: PersonalKind };

/** Full-width digits and letters are what people type in Japanese; every pattern reads both. Hyphens come in a dozen shapes. */
const D = '[0-9０-９]';
const W = '[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]';
const DASH = '[-‐‑‒–—―−ー－ｰ]';
const GAP = `(?:[ 　\\u00a0.．・()（）]|${DASH}){0,3}`;
const EMAIL = new RegExp(`(?:${W}|[._%+\\-．＿％＋－]){1,64}[@＠](?:${W}|[.\\-．－]){1,253}`, 'gu');
const POSTAL = new RegExp(`〒\\s?${D}{3}${DASH}?${D}{4}|(?<!${D}|${D}${DASH})${D}{3}${DASH}${D}{4}(?!${D}|${DASH}${D})`, 'gu');
/** A run of digits with small gaps between them, long enough to name somebody or something. */
const LONG_NUMBER = new RegExp(`[+＋]?[(（]?${D}(?:${GAP}${D}){7,30}`, 'gu');
/** What is left of a card or individual number that was masked when it came: ●●●● ●●●● ●●●● 1111. */
const HIDDEN_NUMBER = new RegExp(`●(?:${GAP}●){7,14}${GAP}${D}{4}`, 'gu');
/** A word that mixes letters and digits, or begins with #. */
const WORD = new RegExp(`[#＃]?${W}(?:(?:${DASH}|_)?${W}){3,39}`, 'gu');
/** 注文番号は 10423: short numbers count only behind the word that says what they are. */
const NAMED_NUMBER = new RegExp(
  `(?<=(?:番号|会員|顧客|注文|[Nn]o\\.?|№|ID|[Oo]rder|[Nn]umber)(?:[はがのを:：#＃]|\\s|is\\s){0,4})${D}{4,7}(?!${D}|\\s?(?:円|年|個|件|点))`,
  'gu',
);
/** Names that introduce themselves: 「山田太郎と申します」「名前は山田 太郎」 "my name is Taro Yamada". */
const INTRODUCED = [
  /[\p{Script=Han}々ァ-ヴー]{1,6}[ 　]?[\p{Script=Han}々ぁ-んァ-ヴー]{0,6}?(?=と(?:申|もう|言い|いい))/gu,
  /(?<=(?:名前|氏名|名義)(?:人|[はがの:：]|\s){1,3})[\p{Script=Han}々ァ-ヴー]{1,6}[ 　]?[\p{Script=Han}々ァ-ヴー]{0,6}/gu,
  /(?<=\bmy name(?:'s| is) )[A-Za-z]+(?: [A-Z][A-Za-z]+)?/giu,
];
const DATE = /^(?:19|20)\d{2}[-./ ]?(?:0?[1-9]|1[0-2])[-./ ]?(?:0?[1-9]|[12]\d|3[01])$/;
/** A name of one character, or of a letter or two, would take half of every sentence with it. */
const SHORTEST_NAME = 2;

const plain = (text: string): string => text.normalize('NFKC');
const digitsOf = (text: string): string => plain(text).replace(/[^0-9]/g, '');

/** Everything personal in a text, in order and without overlap. `names`: of the customer, as written and as read. */
export function findPersonal(text: string, names: readonly string[]): Find[] {
  const all = [
    ...finds(text, EMAIL, () => 'EMAIL'),
    ...finds(text, POSTAL, () => 'POSTAL'),
    ...finds(text, LONG_NUMBER, kindOfNumber),
    ...finds(text, HIDDEN_NUMBER, () => 'NUMBER'),
    ...finds(text, WORD, (word) => (isCode(plain(word)) ? 'NUMBER' : null)),
    ...finds(text, NAMED_NUMBER, () => 'NUMBER'),
    ...INTRODUCED.flatMap((pattern) => finds(text, pattern, () => 'NAME')),
    ...names.flatMap((name) => findName(text, name)),
  ];
  return withoutOverlap(all);
}

const finds = (text: string, pattern: RegExp, kindOf: (found: string) => PersonalKind | null): Find[] =>
  Array.from(text.matchAll(pattern)).flatMap((match) => {
    const kind = kindOf(match[0]);
    return kind ? [{ from: match.index, to: match.index + match[0].length, kind }] : [];
  });

function kindOfNumber(found: string): PersonalKind | null {
  if (DATE.test(plain(found))) return null;
  const digits = digitsOf(found);
  if (isCardNumber(digits)) return 'CARD';
  if (isMyNumber(digits)) return 'MYNUMBER';
  return /^\(?[+0]/.test(plain(found)) ? 'PHONE' : 'NUMBER';
}

function isCode(word: string): boolean {
  if (digitsOf(word).length < 4 || DATE.test(word)) return false;
  return word.startsWith('#') || /[A-Za-z]/.test(word);
}

/** 佐藤 花子, 佐藤花子, 佐藤, 花子; a reading in either kana; Latin names as whole words in any case. */
function findName(text: string, name: string): Find[] {
  const written = name.split(/\s+/u).filter(Boolean);
  const parts = written.map(literal);
  const spellings = [
    ...(parts.length > 1 ? [parts.join('[\\s　]*')] : []),
    ...parts.filter((_part, i) => written[i]!.length >= SHORTEST_NAME),
  ];
  return spellings.flatMap((spelling) => {
    const either = [...new Set([spelling, toHiragana(spelling), toKatakana(spelling)])];
    const word = /[A-Za-z]/.test(spelling) ? (one: string) => `(?<![A-Za-z])${one}(?![A-Za-z])` : (one: string) => one;
    return finds(text, new RegExp(either.map(word).join('|'), 'giu'), () => 'NAME');
  });
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Finds that touch the same characters become one; the longest says what it is. */
function withoutOverlap(all: readonly Find[]): Find[] {
  const sorted = [...all].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: Find[] = [];
  for (const find of sorted) {
    const last = kept.at(-1);
    if (!last || find.from >= last.to) kept.push({ ...find });
    else if (find.to > last.to) last.to = find.to;
  }
  return kept;
}
