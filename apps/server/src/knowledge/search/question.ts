import { cutText, foldText } from '../../platform/text/fold.ts';
import { toHiragana } from '../../platform/text/kana.ts';
import { romajiToKatakana } from '../../platform/text/romaji.ts';
import { hasCjk, kanaShares } from '../../platform/text/scripts.ts';
import type { Tokenizer } from '../../platform/text/tokenizer.ts';
import { englishMeanings, japaneseMeanings, type Meanings } from './meanings.rules.ts';
import { meaningsFor } from './meanings.ts';
import type { QuestionKind } from './search.types.ts';
import type { AnalysedText } from './terms.rules.ts';

/** Characters looked at: a long letter, several times over what people write in a chat. Bounds the work of one search. */
const MAX_CHARACTERS = 3_000;
/** Characters looked up in the Japanese dictionary, the costly part (about 30 µs each); the rest is still seen by bigrams. */
const MAX_ANALYSED = 600;
/** NFKC can make one character eighteen; cutting first keeps folding itself bounded. */
export const MAX_RAW = 2 * MAX_CHARACTERS;
/** Shares of a question's CJK characters (measured on questions as people wrote them and on the same by ear). */
const MOSTLY_KANA = 0.85;
const MOSTLY_HIRAGANA = 0.8;
/** Longer than a question: a letter, whose small words are noise. */
const LETTER_WORDS = 40;

export type Question = AnalysedText & {
  kind: QuestionKind;
  isLetter: boolean;
  /** The same in kana, when it may be Japanese in Latin letters. */
  inKana: Question | null;
};

/** Cuts, folds and analyses what the customer wrote. */
export async function readQuestion(text: string, tokenizer: Tokenizer): Promise<Question> {
  const folded = cutText(foldText(cutText(text, MAX_RAW)), MAX_CHARACTERS);
  const isLetter = folded.split(' ').length > LETTER_WORDS;
  if (hasCjk(folded)) return readJapanese(folded, tokenizer, kindOfJapanese(folded), isLetter);
  const kana = romajiToKatakana(folded);
  const inKana = kana && (await readJapanese(toHiragana(kana), tokenizer, 'sound', isLetter));
  const meanings = await meaningsFor(tokenizer);
  return { ...withMeanings({ folded, tokens: [] }, meanings), kind: 'english', isLetter, inKana: inKana || null };
}

async function readJapanese(folded: string, tokenizer: Tokenizer, kind: QuestionKind, isLetter: boolean): Promise<Question> {
  const tokens = await tokenizer.analyse(cutText(folded, MAX_ANALYSED));
  return { ...withMeanings({ folded, tokens }, await meaningsFor(tokenizer)), kind, isLetter, inKana: null };
}

/** A text with what its words and phrases mean in customer support. */
export const withMeanings = <T extends Omit<AnalysedText, 'meanings'>>(text: T, meanings: Meanings): T & AnalysedText => ({
  ...text,
  meanings: [...japaneseMeanings(meanings, text.tokens), ...englishMeanings(meanings, text.folded)],
});

function kindOfJapanese(folded: string): QuestionKind {
  const { kana, hiragana } = kanaShares(folded);
  if (kana < MOSTLY_KANA) return 'japanese';
  return hiragana >= MOSTLY_HIRAGANA ? 'sound' : 'kana';
}
