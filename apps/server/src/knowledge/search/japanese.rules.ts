// Pure: the tokenizer's words or a folded text → terms of Japanese (and other CJK) writing.
import { bigramsOf, isAllHiragana } from '../../platform/text/bigrams.ts';
import { dropFinalLongVowel, foldReading } from '../../platform/text/kana.ts';
import { hasCjk, splitScripts } from '../../platform/text/scripts.ts';
import type { Token } from '../../platform/text/tokens.ts';
import { LIGHT_WORDS } from './light-words.ts';

const READING_GRAM = 3;

/** Dictionary forms of nouns, verbs, adjectives and adverbs that carry the matter; カタカナ words without their last ー. */
export function contentWords(tokens: Token[]): string[] {
  const words: string[] = [];
  for (const token of tokens) {
    if (!isContent(token) || LIGHT_WORDS.has(token.base) || !hasCjk(token.surface)) continue;
    if (token.detail === '未知') {
      for (const run of splitScripts(token.surface)) if (run.script === 'cjk') words.push(dropFinalLongVowel(run.text));
    } else words.push(dropFinalLongVowel(token.base));
  }
  return words;
}

function isContent({ pos, detail }: Token): boolean {
  if (pos === '名詞') return detail !== '非自立' && detail !== '代名詞';
  if (pos === '動詞' || pos === '形容詞') return detail === '自立';
  return pos === '副詞';
}

/** Character bigrams of every CJK run, without those of hiragana alone. */
export function cjkBigrams(folded: string): string[] {
  const grams: string[] = [];
  for (const run of splitScripts(folded)) {
    if (run.script === 'cjk') for (const gram of bigramsOf(run.text)) if (!isAllHiragana(gram)) grams.push(gram);
  }
  return grams;
}

/** Trigrams of the sound of every unbroken stretch of CJK words, interjections left out: かーど, カード and ｶｰﾄﾞ alike. */
export function readingTrigrams(tokens: Token[]): string[] {
  const grams: string[] = [];
  let sound = '';
  const flush = (): void => {
    if (sound.length > 0 && sound.length < READING_GRAM) grams.push(sound);
    for (let from = 0; from + READING_GRAM <= sound.length; from++) grams.push(sound.slice(from, from + READING_GRAM));
    sound = '';
  };
  for (const token of tokens) {
    if (hasCjk(token.surface) && !isInterjection(token)) sound += foldReading(token.reading || token.surface);
    else flush();
  }
  flush();
  return grams;
}

/** こんにちは, ありがとう, えーと: politeness that would find every text that is polite. */
function isInterjection({ pos }: Token): boolean {
  return pos === '感動詞' || pos === 'フィラー';
}
