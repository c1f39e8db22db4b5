import type { ScoredView } from './score-view.ts';

/** Units that a question must not find: as if nothing in them matched. */
export type Hidden = ReadonlySet<number>;

/** The view without them, in place. */
export function hideInView(view: ScoredView, hidden: Hidden | undefined): ScoredView {
  if (!hidden || hidden.size === 0) return view;
  hideIn(view.scores, hidden);
  if (!hidden.has(view.bestUnit)) return view;
  const best = view.scores.reduce((most, score) => Math.max(most, score), 0);
  return { ...view, best, bestUnit: best > 0 ? view.scores.indexOf(best) : -1 };
}

/** Scores by unit without theirs, in place. */
export function hideIn(scores: Float64Array, hidden: Hidden | undefined): Float64Array {
  for (const unit of hidden ?? []) if (unit < scores.length) scores[unit] = 0;
  return scores;
}
