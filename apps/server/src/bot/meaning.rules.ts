// Pure: how far a decision made by words holds when an embedding model took part in the order of the hits.
import type { SearchResult } from '../knowledge/search/search.types.ts';
import type { Decision } from './decide/decide.types.ts';

const MOST_CHOICES = 3;

/**
 * How near two texts are has not been measured against right answers, so nearness alone never answers: a person chooses.
 * An answer whose article is no longer the first becomes a choice that still holds it; where words would give up, what the model finds is
 * offered. Without a model, or where nothing stood out to it, the decision stays as it is.
 */
export function withMeaning(decision: Decision, { hits, meaning }: SearchResult): Decision {
  if (!meaning || decision.decision === 'clarify') return decision;
  if (decision.decision === 'handoff') return offering(decision, hits.slice(0, MOST_CHOICES));
  const { firstByWords } = meaning;
  if (hits[0]?.id === firstByWords) return decision;
  const others = hits.filter(({ id }) => id !== firstByWords);
  const sure = hits.filter(({ id }) => id === firstByWords);
  // In the order of the hits, and with the one that words were sure of.
  const choices = new Set([...others.slice(0, MOST_CHOICES - sure.length), ...sure]);
  return offering(
    decision,
    hits.filter((hit) => choices.has(hit)),
  );
}

const offering = (decision: Decision, candidates: Decision['candidates']): Decision => ({
  ...decision,
  decision: 'clarify',
  candidates,
  because: 'several_possible',
});
