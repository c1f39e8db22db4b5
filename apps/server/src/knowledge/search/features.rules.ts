// Pure: what the scores say about how far the first entry can be trusted.
import type { QueryTerm, ScoredView } from './score-view.ts';
import type { Features } from './search.types.ts';

/** A view of the question with the terms that the first entry has, in the order of `terms`. */
export type ViewEvidence = { view: ScoredView; terms: QueryTerm[]; isInTop: boolean[]; weight: number };

/** `views[0]` words, `views[1]` parts of words. `second` is 0 when only one entry was found; `learned` as in Features. */
export function featuresOf(
  views: ViewEvidence[],
  top: number,
  scores: { first: number; second: number },
  learned: number | null,
): Features {
  const [main, fine] = views;
  if (!main || !fine) throw new RangeError('confidence needs a view of words and a view of their parts');
  const mainMass = mass(main.terms);
  return {
    mainScore: share(main.view.scores[top] ?? 0, main.view.ideal),
    fineScore: share(fine.view.scores[top] ?? 0, fine.view.ideal),
    coverage: share(mass(fine.terms, fine.isInTop), mass(fine.terms)),
    known: knownShare(main.terms),
    margin: share(scores.first - scores.second, scores.first),
    agreement: agreement(views, top),
    evidence: Math.log(1 + mass(main.terms, main.isInTop)),
    length: Math.log(1 + mainMass / 8),
    learned,
  };
}

/** Mass of the terms that occur anywhere ÷ mass of all, 0..1. */
export function knownShare(terms: QueryTerm[]): number {
  const isKnown = terms.map((term) => term.isKnown);
  return share(mass(terms, isKnown), mass(terms));
}

function agreement(views: ViewEvidence[], top: number): number {
  let agreeing = 0;
  let all = 0;
  for (const { view, weight } of views) {
    if (view.best <= 0) continue;
    all += weight;
    if (view.bestUnit === top) agreeing += weight;
  }
  return share(agreeing, all);
}

function mass(terms: QueryTerm[], keep?: boolean[]): number {
  return terms.reduce((sum, term, i) => sum + (keep === undefined || keep[i] ? term.idf : 0), 0);
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 0;
}
