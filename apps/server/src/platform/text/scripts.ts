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

/** The share of kana among the CJK characters, 0..1; 0 when there is none. Near 1, kanji words were written by their sound. */
export function kanaShare(folded: string): number {
  let all = 0;
  let kana = 0;
  for (const run of splitScripts(folded)) {
    if (run.script !== 'cjk') continue;
    for (const character of run.text) {
      all += 1;
      if (KANA.test(character)) kana += 1;
    }
  }
  return all === 0 ? 0 : kana / all;
}
