// Japanese in Latin letters, as people type it who have no Japanese keyboard: Hepburn and Kunrei mixed, long vowels or not.

const ROWS: Record<string, string> = {
  '': 'アイウエオ',
  k: 'カキクケコ',
  s: 'サシスセソ',
  t: 'タチツテト',
  n: 'ナニヌネノ',
  h: 'ハヒフヘホ',
  m: 'マミムメモ',
  r: 'ラリルレロ',
  g: 'ガギグゲゴ',
  z: 'ザジズゼゾ',
  d: 'ダヂヅデド',
  b: 'バビブベボ',
  p: 'パピプペポ',
};
const VOWELS = 'aiueo';
/** Consonants that join with ゃゅょ, and the kana before it. */
const GLIDES: Record<string, string> = {
  ky: 'キ',
  sy: 'シ',
  sh: 'シ',
  ty: 'チ',
  ch: 'チ',
  cy: 'チ',
  ny: 'ニ',
  hy: 'ヒ',
  my: 'ミ',
  ry: 'リ',
  gy: 'ギ',
  zy: 'ジ',
  jy: 'ジ',
  j: 'ジ',
  by: 'ビ',
  py: 'ピ',
};
const SMALL = { a: 'ャ', u: 'ュ', e: 'ェ', o: 'ョ' };
const OTHERS: Record<string, string> = {
  shi: 'シ',
  chi: 'チ',
  tsu: 'ツ',
  fu: 'フ',
  ji: 'ジ',
  ya: 'ヤ',
  yu: 'ユ',
  yo: 'ヨ',
  wa: 'ワ',
  wo: 'ヲ',
  fa: 'ファ',
  fi: 'フィ',
  fe: 'フェ',
  fo: 'フォ',
  ti: 'ティ',
  di: 'ディ',
  va: 'ヴァ',
  vi: 'ヴィ',
  vu: 'ヴ',
  ve: 'ヴェ',
  vo: 'ヴォ',
  che: 'チェ',
  she: 'シェ',
  je: 'ジェ',
};

const SYLLABLES = new Map<string, string>([
  ...Object.entries(ROWS).flatMap(([consonant, kana]) => [...VOWELS].map((vowel, i) => [consonant + vowel, kana[i]!] as const)),
  ...Object.entries(GLIDES).flatMap(([consonant, kana]) =>
    Object.entries(SMALL).map(([vowel, small]) => [consonant + vowel, kana + small] as const),
  ),
  ...Object.entries(OTHERS),
]);
const LONGEST = 3;

/** A folded text of Latin words as katakana without spaces; null when a word of it cannot be Japanese (soryo can, shipping cannot). */
export function romajiToKatakana(folded: string): string | null {
  const words = folded.match(/[a-z'-]+/g) ?? [];
  if (words.length === 0 || /[^a-z0-9\s.,!?'~-]/.test(folded)) return null;
  let kana = '';
  for (const word of words) {
    const read = readWord(word.replaceAll('-', ''));
    if (read === null) return null;
    kana += read;
  }
  return kana;
}

function readWord(word: string): string | null {
  let kana = '';
  for (let at = 0; at < word.length; ) {
    const size = [LONGEST, 2, 1].find((length) => SYLLABLES.has(word.slice(at, at + length)));
    if (size) {
      kana += SYLLABLES.get(word.slice(at, at + size));
      at += size;
      continue;
    }
    const [letter, next = ''] = [word[at]!, word[at + 1]];
    // shin'you: the mark only keeps ん and よ apart.
    if (letter === "'") {
      at += 1;
      continue;
    }
    // ん before a consonant or at the end (shinbun, shimbun); っ before the same consonant, or tch.
    if (letter === 'n' || (letter === 'm' && /[bp]/.test(next))) kana += 'ン';
    else if (/[bcdfghjkmprstvwyz]/.test(letter) && (letter === next || (letter === 't' && next === 'c'))) kana += 'ッ';
    else return null;
    at += 1;
  }
  return kana;
}
