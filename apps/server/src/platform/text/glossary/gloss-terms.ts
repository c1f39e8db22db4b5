// Pure: a word's glosses → weighted English stems.
import { latinStems } from '../latin.ts';
import type { DictionaryEntry } from './edict.ts';

/** An English stem and how much it counts, 0..1. */
export type GlossTerm = { stem: string; weight: number };

/** Glosses stand in the order of their use; the eleventh meaning of 取る is not what a help article is about. */
const rankWeight = (rank: number): number => (rank < 3 ? 1 : rank < 8 ? 0.7 : 0.4);
const MOST_GLOSSES = 12;
/** A gloss of many words explains rather than translates. */
const LENGTH_POWER = 0.7;
const RARE_WORD = 0.6;

/** Each stem once, with the highest weight it has in any gloss. Common entries first. */
export function termsOfGlosses(entries: readonly DictionaryEntry[]): GlossTerm[] {
  const weights = new Map<string, number>();
  let rank = 0;
  for (const { glosses, isCommon } of entries) {
    for (const gloss of glosses) {
      if (rank >= MOST_GLOSSES) break;
      const stems = latinStems(gloss.toLowerCase(), 'questions');
      const weight = (rankWeight(rank) * (isCommon ? 1 : RARE_WORD)) / Math.max(1, stems.length) ** LENGTH_POWER;
      for (const stem of stems) weights.set(stem, Math.max(weights.get(stem) ?? 0, weight));
      rank += 1;
    }
  }
  return Array.from(weights, ([stem, weight]) => ({ stem, weight }));
}
