// What the two sides of a comparison must not differ in: width, case, hyphens, quotes, white space, invisible characters.

/** Zero-width characters, soft hyphen, variation selectors, marks of writing direction: seen by nobody, compared by everybody. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const SINGLE_QUOTES = /[\u0060\u00b4\u2018-\u201b\u2032\u2035]/g;
const DOUBLE_QUOTES = /[\u201c-\u201f\u2033\u2036\u301d-\u301f]/g;
const HYPHENS = /[\u2010-\u2015\u2043\u2212\u2500\u2501\ufe58\ufe63\uff0d]/g;
/** サ-バ-: a hyphen typed for the long vowel mark. データ-1 and API-キー keep theirs. */
const HYPHEN_IN_KATAKANA = /(?<=[\u30a1-\u30fa\u30fc])-(?![\p{Script=Latin}\p{N}-])/gu;
/** White space, control characters, and what stands for broken input (lone surrogates become U+FFFD). */
const BLANK = /[\p{White_Space}\p{Cc}\ufffd]+/gu;

/**
 * One spelling for texts that read alike: NFKC, lower case, plain hyphens and quotes, single spaces, trimmed.
 * Never throws, also not on lone surrogates; folding twice changes nothing. The result is for comparing, not for showing.
 */
export function foldText(text: string): string {
  let folded = foldOnce(text);
  // Lower-casing can make a sequence that NFKC composes, and composing one that lower-cases: a second pass settles it.
  for (let next = foldOnce(folded); next !== folded; next = foldOnce(folded)) folded = next;
  return folded;
}

function foldOnce(text: string): string {
  return text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(SINGLE_QUOTES, "'") // before NFKC, which takes ´ apart into a space and an accent
    .replace(DOUBLE_QUOTES, '"')
    .normalize('NFKC')
    .toLowerCase()
    .replace(HYPHENS, '-')
    .replace(/\u301c/g, '~')
    .replace(HYPHEN_IN_KATAKANA, 'ー')
    .replace(BLANK, ' ')
    .trim();
}

/** The first `limit` UTF-16 units without cutting a character in two. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const unit = text.charCodeAt(limit - 1);
  const isHighSurrogate = unit >= 0xd800 && unit <= 0xdbff;
  return text.slice(0, isHighSurrogate ? limit - 1 : limit);
}
