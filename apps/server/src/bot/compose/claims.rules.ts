// Pure: what in a statement must not be got wrong: numbers with their units, addresses, yes or no, and the words that turn a rule around.

const KANJI_DIGITS = '〇一二三四五六七八九';
const KANJI_STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const UNITS =
  '営業日|週間|時間|か月|ヶ月|カ月|ケ月|ヵ月|年間|日間|分間|万円|円|%|年|月|日|時|分|秒|個|点|件|回|枚|本|袋|箱|名|人|歳|倍|割|度|つ|kg|mg|g|ml|l|cm|mm|km|m|gb|mb|business days?|working days?|days?|weeks?|months?|years?|hours?|minutes?|seconds?|yen|dollars?|percent|times?|items?';
const NUMBER = new RegExp(`([¥$€£])?\\s?(\\d+(?:\\.\\d+)?)\\s?-?(${UNITS})?(?![a-z])`, 'giu');
const KANJI_NUMBER = new RegExp(`([${KANJI_DIGITS}十百千]{1,7})(?=${UNITS})`, 'gu');
const NUMBER_WORDS = 'zero two three four five six seven eight nine ten eleven twelve'.split(' ');
const NUMBER_WORD = new RegExp(`\\b(${NUMBER_WORDS.join('|')}|one(?=\\s(?:${UNITS})))\\b`, 'giu');
const SAME_UNIT: readonly (readonly [RegExp, string])[] = [
  [/^(円|yen|¥)$/, '円'],
  [/^(%|percent)$/, '%'],
  [/^(営業日|(business|working) days?)$/, '営業日'],
  [/^(日|日間|days?)$/, '日'],
  [/^(週間|weeks?)$/, '週'],
  [/^(か月|ヶ月|カ月|ケ月|ヵ月|months?)$/, 'か月'],
  [/^(年|年間|years?)$/, '年'],
  [/^(時間|hours?)$/, '時間'],
  [/^(分|分間|minutes?)$/, '分'],
  [/^(\$|dollars?)$/, '$'],
];

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** A folded text with its numbers written in digits: 三日 → 3日, 1,000 → 1000, three days → 3 days. */
export const withDigits = (text: string): string =>
  plain(text)
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(KANJI_NUMBER, (kanji) => String(kanjiValue(kanji)))
    .replace(NUMBER_WORD, (word) => (word === 'one' ? '1' : String(NUMBER_WORDS.indexOf(word) + (word === 'zero' ? 0 : 1))));

/** Every number of a text with its unit as one word, written alike: 1,000円, ¥1000 and 1000 yen are all 1000円. */
export function numbersOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, before, number = '', after] of withDigits(plain(text).replace(ADDRESS, ' ')).matchAll(NUMBER)) {
    const unit = after ?? before ?? '';
    found.add(String(Number(number)) + (SAME_UNIT.find(([spelling]) => spelling.test(unit))?.[1] ?? unit));
  }
  return found;
}

function kanjiValue(kanji: string): number {
  if (!/[十百千]/.test(kanji)) return Number(Array.from(kanji, (digit) => KANJI_DIGITS.indexOf(digit)).join(''));
  let value = 0;
  let digit = 0;
  for (const one of kanji) {
    const step = KANJI_STEPS[one];
    if (step === undefined) digit = KANJI_DIGITS.indexOf(one);
    else {
      value += (digit || 1) * step;
      digit = 0;
    }
  }
  return value + digit;
}

const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>()「」、。"']+|[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}|\b(?:[a-z0-9-]+\.)+(?:com|net|org|jp|example|io|dev|app|co|info|biz|shop)\b(?:\/[^\s<>()「」、。"']*)?/giu;

/** Addresses of pages and mailboxes, in lower case and without the mark that ends the sentence. */
export const addressesOf = (text: string): string[] =>
  (plain(text).match(ADDRESS) ?? []).map((address) => address.replace(/[.,;:!?/]+$/, ''));

const NEGATION =
  /ません|かね(?:ます|る)|(?<![少危])な(?:い|く|かっ|けれ)|(?<![必ま])ず(?:に|、|。|$)|\bnot\b|n't\b|\bno\b|\bnever\b|\bcannot\b|\bwithout\b|\bneither\b|\bnor\b|\bunable\b/giu;

/** How often a text says no. */
export const negationsOf = (text: string): number => (plain(text).match(NEGATION) ?? []).length;

/** Longer words first: 不可能 is not 可能. Each must stand where it is taken from, or a rule would be turned around. */
const HINGES =
  /不可能|不可|可能|不要|必要|必須|任意|無効|有効|無料|有料|無償|有償|以上|以下|以内|以降|以前|未満|超え|最大|最低|最短|最長|以外|のみ|(?<!いた)だけ|限り|禁止|お断り|必ず|毎[日週月年]|[月火水木金土日]曜|祝日|平日|休日|当日|翌日|翌営業日|前日|午前|午後|すべて|全て|全品|一部|\b(?:free|only|required|optional|before|after|until|within|at least|at most|up to|more than|less than|over|under|every|always|all|any|except|must|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)\b/giu;

/** The words of a text that a rule hangs on: 以上, 無料, のみ, within, Monday. */
export const hingesOf = (text: string): Set<string> => new Set(plain(text).match(HINGES) ?? []);

const JAPANESE = /[ぁ-んァ-ヶ一-龠]/u;

/**
 * Names, brands and technical words, which a paraphrase has no need to invent: Latin words and runs of katakana in a Japanese sentence,
 * words with a capital inside an English one. In lower case.
 */
export const namesIn = (sentence: string): string[] => {
  const text = sentence.normalize('NFKC');
  const names = JAPANESE.test(text)
    ? text.match(/[A-Za-z][A-Za-z0-9]+|[ァ-ヴー]{3,}/gu)
    : text.match(/(?<=[a-z0-9,;]['"]? ["']?)[A-Z][A-Za-z0-9]+/g);
  return (names ?? []).map((name) => name.toLowerCase());
};

const CONDITION = /場合|とき|時は|なら|れば|たら|限り|以内|以上|未満|\b(?:if|when|unless|provided|as long as|only|within)\b/iu;

/** Whether a clause says when the rest holds. */
export const isCondition = (clause: string): boolean => CONDITION.test(clause);
