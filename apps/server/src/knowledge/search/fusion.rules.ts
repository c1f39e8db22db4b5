// Pure: several opinions on one question → one score per entry.
import type { Recall } from './classifier/recall.rules.ts';
import type { ScoredView } from './score-view.ts';

export type WeighedView = { weight: number; view: ScoredView };

/**
 * Σ weight × (score ÷ the view's own best) ÷ Σ weight, so 0..1. It keeps the gaps between entries, which fusion by rank throws
 * away, and a view that finds nothing takes no part.
 */
export function fuse(views: WeighedView[], unitCount: number): Float64Array {
  const fused = new Float64Array(unitCount);
  const heard = views.filter(({ view }) => view.best > 0);
  const all = heard.reduce((sum, { weight }) => sum + weight, 0);
  for (const { weight, view } of heard) {
    const factor = weight / (all * view.best);
    for (let unit = 0; unit < view.scores.length; unit++) fused[unit]! += factor * view.scores[unit]!;
  }
  return fused;
}

/** Adds weight × probability, in place: to every learned entry, and to the others that any word speaks for. */
export function addProbabilities(fused: Float64Array, { byUnit, others }: Recall, weight: number): Float64Array {
  for (let unit = 0; unit < fused.length; unit++) {
    const probability = byUnit.get(unit) ?? (fused[unit]! > 0 ? others : 0);
    fused[unit]! += weight * probability;
  }
  return fused;
}

/** The units with the highest scores above 0, best first; equal scores by unit number, so that the order is always the same. */
export function bestUnits(scores: Float64Array, limit: number): number[] {
  const best: number[] = [];
  for (let unit = 0; unit < scores.length; unit++) {
    const score = scores[unit]!;
    if (score <= 0 || (best.length === limit && score <= scores[best[limit - 1]!]!)) continue;
    let at = best.length;
    while (at > 0 && scores[best[at - 1]!]! < score) at -= 1;
    best.splice(at, 0, unit);
    if (best.length > limit) best.pop();
  }
  return best;
}
