// Pure: which words of customers mean what the articles call otherwise.
import { contentWords } from '../../knowledge/search/japanese.rules.ts';
import { STOP_WORDS } from '../../platform/text/stop-words.ts';
import type { Token } from '../../platform/text/tokens.ts';

/** A question in vain, and what answered it. Words as they are compared (see namesIn). */
export type Lesson = {
  conversationId: string;
  asked: readonly string[];
  /** The customer's second wording; null when an agent answered the first. */
  rephrased: readonly string[] | null;
  /** The title and examples of the article that answered, folded, and their words. */
  article: { folded: string; words: readonly string[] };
};
export type Pair = { asked: string; written: string; conversationIds: string[] };

/** One conversation proves nothing: the customer may have changed the subject. */
const FEWEST_CONVERSATIONS = 2;
const SHORTEST = 2;
const LATIN_WORD = /[a-z][a-z0-9-]{2,39}/g;

/** The names of things in a folded text: nouns and what they make together (冷凍, 便 and 冷凍便), and English words. Each once. */
export function namesIn(folded: string, tokens: readonly Token[]): string[] {
  const names = new Set<string>();
  let run: string[] = [];
  const flush = () => {
    for (const name of run.length > 1 ? [run.join(''), ...run] : run) if ([...name].length >= SHORTEST) names.add(name);
    run = [];
  };
  for (const token of tokens) {
    if (token.pos === '名詞' && token.detail !== '数' && contentWords([token]).length > 0) run.push(token.surface);
    else flush();
  }
  flush();
  for (const [word] of folded.matchAll(LATIN_WORD)) if (!STOP_WORDS.has(word)) names.add(word);
  return [...names];
}

/**
 * Pairs of a customers' word and the articles' word for it, those of most conversations first: the word led nowhere, then the other one
 * did. One pair for each customers' word; of 冷え配送 and 配送 in the same conversations, the whole one.
 */
export function proposePairs(lessons: readonly Lesson[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { conversationId, asked, rephrased, article } of lessons) {
    const written = (rephrased ?? article.words).filter((word) => article.folded.includes(word) && !asked.includes(word));
    for (const one of asked) {
      if (article.folded.includes(one)) continue;
      for (const other of written) {
        if (one.includes(other) || other.includes(one)) continue;
        const pair = pairs.get(`${one}\n${other}`) ?? { asked: one, written: other, conversationIds: [] };
        if (!pair.conversationIds.includes(conversationId)) pair.conversationIds.push(conversationId);
        pairs.set(`${one}\n${other}`, pair);
      }
    }
  }
  const seen = [...pairs.values()].filter(({ conversationIds }) => conversationIds.length >= FEWEST_CONVERSATIONS);
  const best = [...Map.groupBy(seen.sort(betterFirst), ({ asked }) => asked).values()].map(([first]) => first!);
  return best.filter((pair) => !best.some((other) => isPartOf(pair, other)));
}

const betterFirst = (a: Pair, b: Pair): number =>
  b.conversationIds.length - a.conversationIds.length || b.written.length - a.written.length || b.asked.length - a.asked.length;

const isPartOf = (pair: Pair, whole: Pair): boolean =>
  whole !== pair && whole.asked.includes(pair.asked) && whole.conversationIds.length >= pair.conversationIds.length;
