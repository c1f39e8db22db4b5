import type { Preference } from './preference.rules.ts';

/** What can be found: an FAQ entry or article. Texts may be empty; the answer may be Markdown. */
export type Entry = {
  id: string;
  question: string;
  answer: string;
  category?: string;
  /** Other ways customers ask the same. */
  examples?: string[];
};

/**
 * One way of cutting a text into terms: words = dictionary forms of content words · chars = character bigrams ·
 * readings = trigrams of the sound · latin = English word stems, stop words kept · grams = parts of Latin words,
 * for typing errors and endings · gloss = a Japanese text's words in English, by a dictionary. The first three carry Latin stems as
 * well, for the English words in Japanese texts · meanings = words, with those that mean the same in customer support taken as one.
 */
export type Stream = 'words' | 'chars' | 'readings' | 'latin' | 'grams' | 'gloss' | 'meanings';

/** The terms of one text in one stream; a term that occurs twice stands twice. */
export type Terms = string[];

/**
 * english: no CJK letters · japanese: some · kana: nearly all of them kana, so a word may be spelled by ear · sound: most of them
 * hiragana, so many are · cross: english, asked of a knowledge base in Japanese.
 */
export type QuestionKind = 'english' | 'japanese' | 'kana' | 'sound' | 'cross';

/**
 * `score` is the fused score, comparable within one result only. `preferred`: it stands before one that fits the question as well or a trace
 * better, because of what else speaks for it (see preference.rules.ts).
 */
export type Hit = { id: string; score: number; preferred?: true };

/**
 * What the result says about its first hit, comparable between questions and, but for the last two, between knowledge
 * bases of any size. "Mass" is rarity (idf) summed over distinct terms; words nobody used count at the rarity of an unseen word.
 */
export type Features = {
  /** Score in the view of words ÷ the best a text could reach, 0..1. */
  mainScore: number;
  /** The same in the view of parts of words. */
  fineScore: number;
  /** Mass of the question's parts of words that the hit has ÷ all, 0..1. */
  coverage: number;
  /** Mass of the question's words that occur anywhere in this knowledge base ÷ all, 0..1. */
  known: number;
  /** (first − second) ÷ first of the fused score, 0..1. */
  margin: number;
  /** Weight of the views whose own best is this hit ÷ weight of all views that found anything, 0..1. */
  agreement: number;
  /** ln(1 + mass of the question's words that the hit has): evidence in absolute terms. */
  evidence: number;
  /** ln(1 + mass of the question's words ÷ 8): how much was said at all. */
  length: number;
  /** Probability that the question is of the same kind as the hit's examples; null when the hit has too few to learn from. */
  learned: number | null;
};

/** `firstByWords`: the entry that `features` speak of. `lift`: how far the nearest by meaning stands out from the others, 0..1. */
export type Meaning = { firstByWords: string | null; lift: number };

/**
 * `hits` best first. `features` is null exactly when no word found anything. `terms` 0 means the question held no word at all.
 * `meaning` is there when an embedding model took part in the order of the hits; without it everything is by words.
 */
export type SearchResult = { hits: Hit[]; features: Features | null; terms: number; meaning?: Meaning };

/** `hidden`: entries that are looked over as if nothing in them matched. */
export type SearchOptions = { limit: number; hidden?: ReadonlySet<string> };

export type SearchIndex = {
  /** Entries that can be found now. */
  readonly size: number;
  /** Whether an entry can be found now. */
  has: (id: string) => boolean;
  /**
   * The best entries for a question in the customer's own words, any string at all: what goes beyond the limits of
   * question.ts is not looked at. Rejects only when the tokenizer stops (TokenizerStopped); asking again is safe.
   */
  search: (question: string, options: SearchOptions) => Promise<SearchResult>;
  /**
   * Puts entries (new, or in place of those with the same id) and takes others out. Searches go on meanwhile and see either
   * all of the change or none. Changes made at the same time are carried out one after the other.
   */
  update: (change: { put?: Entry[]; remove?: string[] }) => Promise<void>;
  /** The company's own groups of words that mean the same, for every question from now on; in place of those set before. */
  setSynonyms: (groups: readonly (readonly string[])[]) => Promise<void>;
  /** What speaks for entries apart from their words, asked for at every question: it must answer at once. Forks ask the same. */
  setPreference: (preference: () => Preference) => void;
  /** An index like this one that can be changed by itself, to see what a change would do. Cheap: what neither changes, both share. */
  fork: () => Promise<SearchIndex>;
  /** How many of the first entries had to be analysed because they were not in what was kept of an earlier index. */
  readonly analysedAnew: number;
  /** The index as bytes, for the next start. */
  freeze: () => Promise<Buffer[]>;
  /** Resolves when everything put so far is found as well as it can be: what examples teach is learned in the background. */
  settled: () => Promise<void>;
};
