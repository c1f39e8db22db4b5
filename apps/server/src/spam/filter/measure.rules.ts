// Pure: how well the filter does on what it learned from, each lesson judged as if it had never been learned.
import type { Class, Corpus, Counts } from '../spam.types.ts';
import { judge, knowsEnough, LEAST_THRESHOLD, learn, unlearn } from './score.rules.ts';

export type Lesson = { class: Class; tokens: string[] };
/** `caught`: of the spam; `wrong`: of the ham, taken for spam. */
export type Measured = Counts & { caught: number; wrong: number; threshold: number };

/** Of what people answered, at most this share may be taken for spam: with fewer than 200 known, none. */
const MOST_WRONG = 0.005;

/**
 * Leave-one-out over lessons, which sets the score from which the filter acts: the least one, not below LEAST_THRESHOLD, at which no more than
 * MOST_WRONG of the ham would be taken for spam. Above 1 where no score is good enough: then it never acts. Null as long as it knows too little.
 */
export function measure(corpus: Corpus, lessons: readonly Lesson[]): Measured | null {
  if (!knowsEnough(corpus.lessons)) return null;
  const scores: Record<Class, number[]> = { spam: [], ham: [] };
  for (const lesson of lessons) {
    unlearn(corpus, lesson.class, lesson.tokens);
    scores[lesson.class].push(judge(corpus, lesson.tokens).score);
    learn(corpus, lesson.class, lesson.tokens);
  }
  const { spam, ham } = scores;
  const threshold = thresholdFor(ham);
  const taken = (of: readonly number[]) => of.filter((score) => score >= threshold).length;
  return { spam: spam.length, ham: ham.length, caught: taken(spam), wrong: taken(ham), threshold };
}

function thresholdFor(ham: readonly number[]): number {
  const mayBeWrong = Math.floor(ham.length * MOST_WRONG);
  const worst = ham.toSorted((a, b) => b - a)[mayBeWrong] ?? 0;
  // Half-way between the worst that must pass and certainty: what comes next may be a little worse.
  return worst < LEAST_THRESHOLD ? LEAST_THRESHOLD : worst >= 1 ? 2 : (worst + 1) / 2;
}
