// The one configuration: which views are looked at for which kind of question, and what each counts. Found by measuring
// on Japanese product FAQs, encyclopedia paragraphs and English help threads, where hand-set weights did as well as learned ones.
import type { QuestionKind, Stream } from './search.types.ts';
import type { FieldWeights } from './stream-index.ts';

/** A stream is seen in two ways: `all` = the whole entry; `asked` = how it is asked, without its answer. */
export type Scope = 'all' | 'asked';
export const SCOPES: readonly Scope[] = ['all', 'asked'];
/** Weights of an entry's question, answer, category and examples, its fields in this order: an example is as good as the question. */
export const SCOPE_WEIGHTS: Record<Scope, FieldWeights> = { all: [3, 1, 0.5, 3], asked: [1, 0, 0, 1] };

export type RecipeView = { stream: Stream; scope: Scope; weight: number };

/** Confidence is read from the first view (words) and the second (parts of words). */
export type Recipe = readonly [main: RecipeView, fine: RecipeView, ...others: RecipeView[]];

const JAPANESE: Recipe = [
  { stream: 'meanings', scope: 'all', weight: 1 },
  { stream: 'chars', scope: 'all', weight: 0.8 },
  { stream: 'words', scope: 'all', weight: 0.5 },
  { stream: 'meanings', scope: 'asked', weight: 0.4 },
  { stream: 'chars', scope: 'asked', weight: 0.4 },
  { stream: 'words', scope: 'asked', weight: 0.2 },
];

export const RECIPES: Record<QuestionKind, Recipe> = {
  japanese: JAPANESE,
  kana: [...JAPANESE, { stream: 'readings', scope: 'all', weight: 0.4 }, { stream: 'readings', scope: 'asked', weight: 0.3 }],
  sound: [{ stream: 'readings', scope: 'all', weight: 2 }, ...JAPANESE, { stream: 'readings', scope: 'asked', weight: 1 }],
  english: [
    { stream: 'latin', scope: 'all', weight: 1 },
    { stream: 'grams', scope: 'all', weight: 1 },
    { stream: 'latin', scope: 'asked', weight: 1 },
    { stream: 'grams', scope: 'asked', weight: 1 },
    { stream: 'meanings', scope: 'all', weight: 1 },
    { stream: 'meanings', scope: 'asked', weight: 0.5 },
  ],
  // Glosses are words already and have no parts worth a view: one view is main and fine.
  cross: [
    { stream: 'gloss', scope: 'all', weight: 0.5 },
    { stream: 'gloss', scope: 'all', weight: 0.5 },
    { stream: 'gloss', scope: 'asked', weight: 1 },
    { stream: 'grams', scope: 'all', weight: 0.3 },
  ],
};

/** A question in hiragana whose words are known to this share is read as it stands, otherwise by its sound. */
export const WORDS_KNOWN = 0.7;

/** With this share of entries in Japanese an English question is taken through the dictionary. */
export const MOSTLY_JAPANESE = 0.8;

/** A classifier's probability against the views together, which give 0..1: where there are examples, they decide. */
export const LEARNED_WEIGHT = 3;
