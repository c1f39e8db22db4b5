import { ideal, idf, saturate } from './bm25.rules.ts';
import { countOf, MAX_FIELDS } from './field-counts.ts';
import type { Terms } from './search.types.ts';
import type { StreamIndex, View } from './stream-index.ts';

/** A term of the question as the index knows it. */
export type QueryTerm = { id: number; times: number; idf: number; isKnown: boolean };

export type ScoredView = {
  /** By unit; 0 where nothing matches. */
  scores: Float64Array;
  best: number;
  bestUnit: number;
  /** What a unit with every term in plenty would get: terms nobody used counted at their rarity. */
  ideal: number;
};

/** The question's distinct terms with their rarity in this view among `unitCount` units. */
export function queryTerms(stream: StreamIndex, view: View, terms: Terms, unitCount: number): QueryTerm[] {
  const times = new Map<string, number>();
  for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
  return Array.from(times, ([term, count]) => {
    const id = stream.vocabulary.get(term) ?? -1;
    const documents = view.documents[id] ?? 0;
    return { id, times: count, idf: idf(documents, unitCount), isKnown: documents > 0 };
  });
}

export function scoreView({ postings }: StreamIndex, view: View, terms: QueryTerm[]): ScoredView {
  const { starts, units, counts } = postings;
  const { weights, mask } = view;
  const scores = new Float64Array(weights.length / MAX_FIELDS);
  let bestPossible = 0;
  for (const term of terms) {
    const factor = term.times * term.idf;
    bestPossible += ideal(factor);
    if (!term.isKnown) continue;
    for (let i = starts[term.id]!; i < starts[term.id + 1]!; i++) {
      const count = counts[i]! & mask;
      if (count === 0) continue;
      const at = units[i]! * MAX_FIELDS;
      let weighted = 0;
      for (let field = 0; field < MAX_FIELDS; field++) weighted += countOf(count, field) * weights[at + field]!;
      scores[units[i]!]! += factor * saturate(weighted);
    }
  }
  let bestUnit = -1;
  let best = 0;
  for (let unit = 0; unit < scores.length; unit++) {
    if (scores[unit]! > best) {
      best = scores[unit]!;
      bestUnit = unit;
    }
  }
  return { scores, best, bestUnit, ideal: bestPossible };
}

/** Which of the terms the unit has, in the same order. */
export function termsOfUnit(stream: StreamIndex, terms: QueryTerm[], unit: number): boolean[] {
  const { starts, units } = stream.postings;
  return terms.map(({ id, isKnown }) => isKnown && units.subarray(starts[id]!, starts[id + 1]!).includes(unit));
}
