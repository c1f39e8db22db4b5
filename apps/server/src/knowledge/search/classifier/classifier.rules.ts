// Pure: multinomial logistic regression, trained by stochastic gradient descent. Each time a sample is seen, half of its terms are
// left out, so that no class comes to lean on a single word (Wager, Wang, Liang 2013: dropout as adaptive regularization).
import { fitVectorizer, type SparseVector, type Vectorizer, vectorOf } from './vectors.rules.ts';

/** A folded text and the class (0 … classes − 1) it belongs to. */
export type Sample = { text: string; class: number };

export type Classifier = {
  vectorizer: Vectorizer;
  classes: number;
  /** term × classes. */
  weights: Float32Array;
  bias: Float32Array;
};

/** Numbers a classifier may hold: 64 MB. */
const MAX_WEIGHTS = 16_000_000;
/** Rarest terms are dropped until it fits; a classifier that still does not fit is not worth its memory. */
const MAX_MINIMUM = 4;
const LEARNING_RATE = 2;
const BIAS_RATE = 0.1;
/** Share of terms left out; the others count as much more. */
const LEFT_OUT = 0.5;
/** Classes this sure to be wrong learn nothing from a sample; leaving them out halves the time. */
const NEGLIGIBLE = 0.001;

/** Seconds of CPU for ten thousand samples: call it in a thread. The same samples give the same classifier. Null when too large. */
export function trainClassifier(samples: Sample[], classes: number): Classifier | null {
  const vectorizer = fittingVectorizer(
    samples.map(({ text }) => text),
    classes,
  );
  if (!vectorizer) return null;
  const vectors = samples.map(({ text }) => vectorOf(vectorizer, text));
  const classifier = { vectorizer, classes, weights: new Float32Array(vectorizer.size * classes), bias: new Float32Array(classes) };
  const steps = epochsFor(samples.length, classes) * samples.length;
  const random = randomNumbers(1);
  const order = Uint32Array.from(samples.keys());
  for (let step = 0; step < steps; step++) {
    const turn = step % samples.length;
    if (turn === 0) shuffle(order, random);
    const at = order[turn]!;
    learn(classifier, thinned(vectors[at]!, random), samples[at]!.class, LEARNING_RATE * (1 - step / steps));
  }
  return classifier;
}

/** The probability of each class, or null when the text has no term the classifier knows. */
export function classify(classifier: Classifier, folded: string): Float32Array | null {
  const vector = vectorOf(classifier.vectorizer, folded);
  return vector.ids.length === 0 ? null : probabilities(classifier, vector);
}

/** Few samples need many rounds; many make do with twelve. */
function epochsFor(samples: number, classes: number): number {
  const perClass = samples / classes;
  if (perClass >= 100) return 12;
  const epochs = perClass <= 10 ? Math.max(24, Math.ceil(120 / perClass)) : 24;
  return samples < 500 ? Math.max(epochs, 50) : epochs;
}

function thinned({ ids, values }: SparseVector, random: () => number): SparseVector {
  const kept = ids.map((_, i) => i).filter(() => random() >= LEFT_OUT);
  return { ids: kept.map((i) => ids[i]!), values: Float32Array.from(kept, (i) => values[i]! / (1 - LEFT_OUT)) };
}

function fittingVectorizer(texts: string[], classes: number): Vectorizer | null {
  for (let minimum = 1; minimum <= MAX_MINIMUM; minimum++) {
    const vectorizer = fitVectorizer(texts, minimum);
    if (vectorizer.size * classes <= MAX_WEIGHTS) return vectorizer;
  }
  return null;
}

function learn({ classes, weights, bias, vectorizer }: Classifier, vector: SparseVector, right: number, rate: number): void {
  const error = probabilities({ classes, weights, bias, vectorizer }, vector);
  error[right]! -= 1;
  const learning: number[] = [];
  for (let k = 0; k < classes; k++) if (Math.abs(error[k]!) > NEGLIGIBLE) learning.push(k);
  for (let i = 0; i < vector.ids.length; i++) {
    const row = vector.ids[i]! * classes;
    const step = rate * vector.values[i]!;
    for (const k of learning) weights[row + k]! -= step * error[k]!;
  }
  for (const k of learning) bias[k]! -= rate * BIAS_RATE * error[k]!;
}

function probabilities({ classes, weights, bias }: Classifier, { ids, values }: SparseVector): Float32Array {
  const logits = Float32Array.from(bias);
  for (let i = 0; i < ids.length; i++) {
    const row = ids[i]! * classes;
    const value = values[i]!;
    for (let k = 0; k < classes; k++) logits[k]! += weights[row + k]! * value;
  }
  let highest = -Infinity;
  for (const logit of logits) highest = Math.max(highest, logit);
  let sum = 0;
  for (let k = 0; k < classes; k++) sum += logits[k] = Math.exp(logits[k]! - highest);
  for (let k = 0; k < classes; k++) logits[k]! /= sum;
  return logits;
}

/** Numbers in 0..1 that are the same every time (linear congruential, Numerical Recipes). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const swapped = order[i]!;
    order[i] = order[j]!;
    order[j] = swapped;
  }
}
