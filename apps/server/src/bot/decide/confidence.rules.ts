// Pure: what the features of the first hit are worth.
import type { Features } from '../../knowledge/search/search.types.ts';
import type { LogisticModel, Models } from './decide.types.ts';

/**
 * For hits found by their words alone. Fitted to Japanese product FAQs, encyclopedia paragraphs, English help threads and
 * questions that had no answer there, each set weighing the same; a model trained without a set was tested on it.
 */
export const SHIPPED_MODELS: Models = {
  scope: {
    mainScore: 6.67,
    fineScore: 9.41,
    coverage: 2.32,
    known: 2.52,
    margin: -0.42,
    agreement: 2.1,
    evidence: 0.89,
    length: -1.16,
    learned: 0,
    bias: -6.44,
  },
  correct: {
    mainScore: -1.41,
    fineScore: 5.54,
    coverage: -0.05,
    known: 0.8,
    margin: 4.44,
    agreement: 1.62,
    evidence: 1.86,
    length: -1.12,
    learned: 0,
    bias: -6.8,
  },
};

/**
 * For hits with examples to learn from. Fitted in the same way to two sets of English customer messages with 3, 5, 10, 30 and all
 * of their examples per entry, and one of Japanese utterances.
 */
export const SHIPPED_MODELS_LEARNED: Models = {
  scope: {
    mainScore: 4.85,
    fineScore: 6.57,
    coverage: -0.27,
    known: 1.43,
    margin: -1.72,
    agreement: -0.18,
    evidence: 1.51,
    length: 1.45,
    learned: 5.52,
    bias: -8.22,
  },
  correct: {
    mainScore: 0.49,
    fineScore: -0.07,
    coverage: -0.02,
    known: -0.07,
    margin: 3.22,
    agreement: 0.45,
    evidence: 1.17,
    length: 0.24,
    learned: 3.09,
    bias: -4.38,
  },
};

/** The model's probability for these features. */
export function probabilityOf(model: LogisticModel, features: Features): number {
  let sum = model.bias;
  for (const name of Object.keys(features) as (keyof Features)[]) sum += model[name] * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
