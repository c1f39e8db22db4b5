// Pure: what retrieval found, as a decision. Two logistic models over the features of the first hit.
import type { Features, Hit, SearchResult } from '../../knowledge/search/search.types.ts';

export type Policy = { answer: { correct: number; scope: number }; clarify: { correct: number; scope: number } };
export type Decision = { decision: 'answer' | 'clarify' | 'handoff'; confidence: number; candidates: Hit[]; why: string };

export const SHIPPED_POLICY: Policy = { answer: { correct: 0.6, scope: 0.54 }, clarify: { correct: 0.2, scope: 0.32 } };

type Weights = Record<keyof Features, number> & { bias: number };
const SCOPE: Weights = {
  mainScore: 6.67,
  fineScore: 9.41,
  coverage: 2.32,
  known: 2.52,
  margin: -0.42,
  agreement: 2.1,
  evidence: 0.89,
  length: -1.16,
  bias: -6.44,
};
const CORRECT: Weights = {
  mainScore: -1.41,
  fineScore: 5.54,
  coverage: -0.05,
  known: 0.8,
  margin: 4.44,
  agreement: 1.62,
  evidence: 1.86,
  length: -1.12,
  bias: -6.8,
};

const logistic = (features: Features, { bias, ...weights }: Weights) =>
  1 / (1 + Math.exp(-Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * features[name as keyof Features], bias)));

/** Whether to answer, ask back or hand off. `confidence`: how likely the first hit is right. */
export function decide({ hits, features }: SearchResult, policy: Policy = SHIPPED_POLICY): Decision {
  if (!features) return { decision: 'handoff', confidence: 0, candidates: [], why: 'nothing found' };
  const correct = logistic(features, CORRECT);
  const scope = logistic(features, SCOPE);
  const passes = (bar: { correct: number; scope: number }) => correct >= bar.correct && scope >= bar.scope;
  const decision = passes(policy.answer) ? 'answer' : passes(policy.clarify) ? 'clarify' : 'handoff';
  const why = `right ${correct.toFixed(2)}, in scope ${scope.toFixed(2)}`;
  return { decision, confidence: correct, candidates: hits.slice(0, 3), why };
}
