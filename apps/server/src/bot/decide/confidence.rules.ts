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
 * For hits with examples to learn from. Fitted in the same way to two sets of English customer messages, with 3, 5, 10, 30 and all
 * of their examples per entry, by themselves and among entries without examples, and to one of Japanese utterances.
 */
export const SHIPPED_MODELS_LEARNED: Models = {
  scope: {
    mainScore: 4.51,
    fineScore: 5.36,
    coverage: 0.43,
    known: 0.91,
    margin: -1.74,
    agreement: 1.13,
    evidence: 0.51,
    length: 1.43,
    learned: 4.88,
    bias: -7.22,
  },
  correct: {
    mainScore: 0.59,
    fineScore: -0.3,
    coverage: 0.15,
    known: -0.03,
    margin: 3.33,
    agreement: 0.71,
    evidence: 0.92,
    length: 0.3,
    learned: 2.59,
    bias: -4.19,
  },
};

/** The model's probability for these features. */
export function probabilityOf(model: LogisticModel, features: Features): number {
  let sum = model.bias;
  for (const name of Object.keys(features) as (keyof Features)[]) sum += model[name] * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
