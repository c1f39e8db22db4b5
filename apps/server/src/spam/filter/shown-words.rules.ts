// Pure: what spoke for spam, as a person reads it.
import { foldText } from '../../platform/text/fold.ts';
import { isWord, linkOf } from './tokens.rules.ts';

/** Shown to people; they read no more. */
const MOST_WORDS = 8;
const KANJI = /\p{Script=Han}+[\u3041-\u309f]?/gu;

/**
 * The words and sites that spoke for it, the strongest first. Bigrams that follow one another in the text are one word again (無料 料登 登録 →
 * 無料登録), and what lies within a word already named is left out.
 */
export function shownWords(forSpam: readonly string[], text: string): string[] {
  const telling = new Set(forSpam);
  const whole = new Map<string, string>();
  for (const [run] of foldText(text).matchAll(KANJI))
    for (const word of joined([...run], telling)) for (const gram of gramsOf(word)) whole.set(gram, word);
  const words: string[] = [];
  for (const token of forSpam) {
    const word = linkOf(token) ?? (isWord(token) ? (whole.get(token) ?? token) : null);
    if (word && words.length < MOST_WORDS && !words.some((one) => one.includes(word))) words.push(word);
  }
  return words;
}

/** The stretches of a run whose every bigram is telling. */
function joined(run: readonly string[], telling: ReadonlySet<string>): string[] {
  const words: string[] = [];
  let word = '';
  for (let n = 1; n < run.length; n += 1) {
    const gram = `${run[n - 1]}${run[n]}`;
    if (telling.has(gram)) word = word === '' ? gram : `${word}${run[n]}`;
    else {
      if (word !== '') words.push(word);
      word = '';
    }
  }
  return word === '' ? words : [...words, word];
}

const gramsOf = (word: string): string[] => [...word].slice(1).map((character, n) => `${[...word][n]}${character}`);
