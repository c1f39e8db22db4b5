// Pure: which of the two languages we speak a text is in.

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /[A-Za-z][A-Za-z'’]*/g;

/**
 * `ja` or `en` by script; undefined where neither can be told. Two or three characters weigh as much as an English word; addresses are
 * words of no language.
 */
export function localeOfText(text: string): 'ja' | 'en' | undefined {
  const words = text.slice(0, 5000).replace(/\S+@\S+|https?:\S+/g, ' ');
  const kana = words.match(KANA)?.length ?? 0;
  const han = words.match(HAN)?.length ?? 0;
  const latin = words.match(LATIN_WORD)?.length ?? 0;
  // A name in Chinese characters under an English mail does not make it Japanese.
  if (kana === 0 && latin > han) return latin >= 3 ? 'en' : undefined;
  if (kana + han === 0) return latin >= 3 ? 'en' : undefined;
  return (kana + han) / 2.5 >= latin ? 'ja' : 'en';
}
