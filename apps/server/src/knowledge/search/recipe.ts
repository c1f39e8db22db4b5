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

/** What each counts, against 1 for all views together. The first two tell most of long paragraphs, the last of answers whose question is not written down. */
export type CloserLook = {
  /** Share of the question's words, by rarity, that the entry has. */
  coverage: number;
  /** Length of the longest stretch of the question that stands in the entry ÷ that of the question. */
  stretch: number;
  /** Share of the question's parts of words, by rarity, that the beginning of the answer has. */
  lead: number;
};

/**
 * The second look at what the views found first. English views look at whole words and their order of letters already; through a dictionary
 * there is no stretch to find.
 */
const JAPANESE_CLOSER: CloserLook = { coverage: 0.4, stretch: 0.4, lead: 0.2 };
export const CLOSER_LOOKS: Record<QuestionKind, CloserLook | null> = {
  japanese: JAPANESE_CLOSER,
  kana: JAPANESE_CLOSER,
  sound: JAPANESE_CLOSER,
  english: { coverage: 0, stretch: 0.2, lead: 0 },
  cross: null,
};

/**
 * A classifier's probability against the views together, which give 0..1: where there are examples, they decide, and the more of them there
 * are for an entry, the less the views have to add. `examples`: per learned entry, on average.
 */
export const learnedWeight = (examples: number): number => Math.min(20, Math.max(3, 2 * Math.sqrt(examples)));
/** The weight with which the confidence was fitted. */
export const FITTED_LEARNED_WEIGHT = 3;
