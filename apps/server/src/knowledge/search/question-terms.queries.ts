import { cutText, foldText } from '../../platform/text/fold.ts';
import { toHiragana } from '../../platform/text/kana.ts';
import { romajiToKatakana } from '../../platform/text/romaji.ts';
import { hasCjk } from '../../platform/text/scripts.ts';
import { sharedTokenizer } from '../../platform/text/tokenizer.ts';
import { meaningsFor } from './meanings.ts';
import { type QuestionTerm, questionTerms } from './question-terms.rules.ts';

/** Of a letter, the beginning says what it is about. */
const ANALYZED = 200;
/** Questions whose terms are kept: analyzing takes about half a millisecond each, and lists of them are asked for again and again. */
const KEPT = 10_000;
const known = new Map<string, QuestionTerm[]>();

/** What each text is about, in the order of the texts. Rejects with TokenizerStopped; asking again is safe. */
export async function termsOfQuestions(texts: readonly string[]): Promise<QuestionTerm[][]> {
  const cut = texts.map((text) => cutText(text, ANALYZED));
  const unknown = [...new Set(cut.filter((text) => !known.has(text)))];
  if (unknown.length === 0) return cut.map((text) => known.get(text)!);
  const tokenizer = sharedTokenizer();
  const meanings = await meaningsFor(tokenizer);
  const folded = unknown.map((text) => inKana(foldText(text)));
  const tokens = await tokenizer.analyseAll(folded.map((text) => (hasCjk(text) ? text : '')));
  const fresh = new Map(unknown.map((text, i) => [text, questionTerms(folded[i]!, tokens[i]!, meanings)]));
  const terms = cut.map((text) => fresh.get(text) ?? known.get(text)!);
  if (known.size + fresh.size > KEPT) known.clear();
  for (const [text, its] of fresh) known.set(text, its);
  return terms;
}

/** Japanese in Latin letters, as it sounds. */
function inKana(folded: string): string {
  const kana = hasCjk(folded) ? null : romajiToKatakana(folded);
  return kana ? toHiragana(kana) : folded;
}
