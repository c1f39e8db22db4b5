import type { SearchIndex } from './search/search.types.ts';
import { buildIndex } from './search/search-index.ts';

/** A short text that is no article, to be found by what a customer wrote. */
export type FindableText = { id: string; title: string; text: string };
export type TextIndex = {
  /** The ids of those that fit, best first; none when no word fits, or only words that fit nearly everything. */
  find: (question: string, options: { limit: number; hidden: ReadonlySet<string> }) => Promise<string[]>;
  update: (change: { put: FindableText[]; remove: string[] }) => Promise<void>;
};

/** Below this share of what was said, weighed by rarity, a text fits by accident. */
const LEAST_COVERAGE = 0.12;
/** Far behind the first one, the others are noise. */
const LEAST_OF_BEST = 0.4;

/** An index over texts of one's own, by the same retrieval that finds articles. Building takes about 20 µs a character, in the tokenizer's thread. */
export async function indexTexts(texts: readonly FindableText[]): Promise<TextIndex> {
  const index: SearchIndex = await buildIndex(texts.map(toEntry));
  return {
    find: async (question, { limit, hidden }) => {
      const { hits, features } = await index.search(question, { limit, hidden });
      const [first] = hits;
      if (!first || !features || features.coverage < LEAST_COVERAGE) return [];
      return hits.filter(({ score }) => score >= first.score * LEAST_OF_BEST).map(({ id }) => id);
    },
    update: ({ put, remove }) => index.update({ put: put.map(toEntry), remove }),
  };
}

const toEntry = ({ id, title, text }: FindableText) => ({ id, question: title, answer: text });
