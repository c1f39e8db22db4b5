// Text is cut by script before anything else: Japanese has no spaces and wants a dictionary or character bigrams,
// Latin words are words already. Bigrams across Latin words only make noise.

/** Scripts written without spaces between words (Hangul has some, but its words carry their particles: bigrams serve it best). */
const CJK =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}々〆ー';
const CJK_CHARACTER = new RegExp(`[${CJK}]`, 'u');
const RUN = new RegExp(
  `(?<cjk>[${CJK}]+)|(?<word>(?:(?![${CJK}])[\\p{L}\\p{N}\\p{M}])+(?:[-.'_+&@/#](?:(?![${CJK}])[\\p{L}\\p{N}\\p{M}])+)*[+#]*)`,
  'gu',
);
const HIRAGANA = /[\u3041-\u309f]/;
const KANA = /[\u3041-\u309f\u30a1-\u30ff]/;

/** `word` runs keep the joints of compounds (node.js, e-mail, don't, c++); `cjk` runs hold letters only. */
export type Run = { script: 'cjk' | 'word'; text: string };

/** The runs of a folded text in order. Punctuation, symbols and emoji belong to none and part the runs. */
export function splitScripts(folded: string): Run[] {
  const runs: Run[] = [];
  for (const match of folded.matchAll(RUN)) {
    runs.push(match.groups?.cjk ? { script: 'cjk', text: match[0] } : { script: 'word', text: match[0] });
  }
  return runs;
}

/** Whether a character of a script without spaces occurs. */
export function hasCjk(text: string): boolean {
  return CJK_CHARACTER.test(text);
}

/** What of a text's CJK characters is kana, and what hiragana, 0..1; 0 when there are none. */
export type KanaShares = { kana: number; hiragana: number };

/** Near 1, words that usually have kanji were written by their sound. */
export function kanaShares(folded: string): KanaShares {
  const characters = splitScripts(folded).flatMap(({ script, text }) => (script === 'cjk' ? Array.from(text) : []));
  if (characters.length === 0) return { kana: 0, hiragana: 0 };
  const share = (kind: RegExp): number => characters.filter((character) => kind.test(character)).length / characters.length;
  return { kana: share(KANA), hiragana: share(HIRAGANA) };
}
