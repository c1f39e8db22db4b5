// Pure: what the examples say to a question.
import { type Classifier, classify } from './classifier.rules.ts';

/** A trained classifier and the unit of each class; null for entries changed or gone since, and nothing for "none of these". `examples`: samples per class. */
export type Learned = { classifier: Classifier; units: (number | null)[]; examples: number };

/** `byUnit`: how probably the question is of a learned entry's kind. `others`: the same for every entry that was not learned. */
export type Recall = { byUnit: Map<number, number>; others: number };

/**
 * `others` is the probability of "none of these", but no more than the likeliest learned entry has: it may take the classifier's
 * vote back, not vote for entries it knows nothing of. Null when the question has nothing in common with any example.
 */
export function recall({ classifier, units }: Learned, folded: string): Recall | null {
  const ofClasses = classify(classifier, folded);
  if (!ofClasses) return null;
  const byUnit = new Map<number, number>();
  for (const [at, unit] of units.entries()) if (unit !== null) byUnit.set(unit, ofClasses[at]!);
  return { byUnit, others: Math.min(Math.max(0, ...byUnit.values()), ofClasses[units.length] ?? 0) };
}

/** What is still true when these units are something else now. */
export function forget(learned: Learned, changed: ReadonlySet<number>): Learned {
  return { ...learned, units: learned.units.map((unit) => (unit !== null && changed.has(unit) ? null : unit)) };
}
