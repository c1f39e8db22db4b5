// Pure: an analysed question → what it is about, so that two questions in other words can be seen to be the same matter.
import { foldReading } from '../../platform/text/kana.ts';
import { latinStems } from '../../platform/text/latin.ts';
import type { Token } from '../../platform/text/tokens.ts';
import { contentWords } from './japanese.rules.ts';
import { englishMeanings, japaneseMeanings, type Meanings } from './meanings.rules.ts';

/** What a question is about; `weight` 1: it names the matter, below 1: it says what is wished of it. */
export type QuestionTerm = { term: string; weight: number };

/** Words of doing and of kind tell less about the matter than its name: 「ふたを買える」 and 「ふたが欲しい」. */
const WISH = 0.7;
/** What one says who wants to buy; the shipped meanings know 購入. */
const WANTING = new Set(['買う', '買える', '欲しい', 'ほしい', '売る']);
const PURCHASE = { surface: '購入', base: '購入', reading: 'コウニュウ', pos: '名詞', detail: 'サ変接続' } satisfies Token;
const PURCHASE_EN = { stems: new Set(['bui', 'sell', 'purchas', 'sold']), term: 'purchas' };
/** Every question may have them. English ones as stems. */
const VAGUE = new Set(['可能', '希望', '質問', '大丈夫', '場合', 'just', 'onli', 'possibl', 'question', 'pleas', 'want', 'need']);

/** Each term once. Nouns go by their sound, so that 蓋 and ふた are one; words and phrases of one shipped meaning are one. */
export function questionTerms(folded: string, tokens: readonly Token[], meanings: Meanings): QuestionTerm[] {
  const words = tokens.filter(({ base }) => !VAGUE.has(base)).map((token) => (WANTING.has(token.base) ? PURCHASE : token));
  const terms = new Map<string, number>();
  const kept = new Set<string>();
  for (const meaning of japaneseMeanings(meanings, words, { parts: false })) {
    if (meaning.startsWith('§')) terms.set(meaning, 1);
    else kept.add(meaning);
  }
  for (const token of words) {
    const [word] = contentWords([token]);
    if (word !== undefined && kept.has(word)) terms.set(soundOf(token, word), namesIt(token) ? 1 : WISH);
  }
  for (const meaning of englishMeanings(meanings, folded)) terms.set(meaning, 1);
  for (const stem of latinStems(folded, false)) {
    if (PURCHASE_EN.stems.has(stem)) terms.set(PURCHASE_EN.term, WISH);
    else if (!VAGUE.has(stem)) terms.set(stem, 1);
  }
  return Array.from(terms, ([term, weight]) => ({ term, weight }));
}

const namesIt = ({ pos, detail }: Token): boolean => pos === '名詞' && detail !== '形容動詞語幹' && detail !== '数';

/** A noun of two sounds or more; shorter ones have too many of the same sound. */
function soundOf({ pos, reading }: Token, word: string): string {
  const sound = pos === '名詞' && reading !== '' ? foldReading(reading) : '';
  return sound.length > 1 ? sound : word;
}
