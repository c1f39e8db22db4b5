import { cutText, foldText } from '../../../platform/text/fold.ts';
import type { Entry } from '../search.types.ts';
import { type Classifier, classify, type Sample } from './classifier.rules.ts';
import { trainInThread } from './classifier-thread.ts';

/** From this many examples on, learning beats looking up (measured with 3, 5, 10, 30 and 100 examples per entry). */
const ENOUGH_EXAMPLES = 3;
/** How much of an answer shows what its entry is about. */
const LEAD_CHARACTERS = 200;
/** Texts of entries that are not learned: enough to know what to keep out of. */
const MAX_STRANGERS = 2_000;

/** The texts an entry is learned from, folded: its question and examples; for want of examples its answer's beginning. */
export type Lesson = { texts: string[]; isLearned: boolean };

/** The entries with enough examples are classes in the order of `units`; all others together are one class more: none of these. */
export type Learned = { classifier: Classifier; units: number[] };

export function lessonOf({ question, answer, examples = [] }: Entry): Lesson {
  const asked = examples.map(foldText).filter((text) => text !== '');
  const isLearned = asked.length >= ENOUGH_EXAMPLES;
  const texts = [foldText(question), ...asked, ...(isLearned ? [] : [foldText(cutText(answer, LEAD_CHARACTERS))])];
  return { texts: texts.filter((text) => text !== ''), isLearned };
}

export function isSameLesson(a: Lesson | undefined, b: Lesson | undefined): boolean {
  if (!a || !b) return a === b;
  return a.isLearned === b.isLearned && a.texts.length === b.texts.length && a.texts.every((text, i) => text === b.texts[i]);
}

/** Null when there is nothing to tell apart. `lessons` by unit. */
export async function learn(lessons: ReadonlyMap<number, Lesson>): Promise<Learned | null> {
  const units: number[] = [];
  const samples: Sample[] = [];
  const strangers: string[] = [];
  for (const [unit, { texts, isLearned }] of lessons) {
    if (!isLearned) strangers.push(...texts);
    else {
      for (const text of texts) samples.push({ text, class: units.length });
      units.push(unit);
    }
  }
  const classes = units.length + Math.min(1, strangers.length);
  if (units.length === 0 || classes < 2) return null;
  const every = Math.max(1, Math.ceil(strangers.length / MAX_STRANGERS));
  for (let i = 0; i < strangers.length; i += every) samples.push({ text: strangers[i]!, class: units.length });
  const classifier = await trainInThread(samples, classes);
  return classifier && { classifier, units };
}

/**
 * By unit: how probably the question is of its kind. Entries that were not learned get the probability of "none of these", but no
 * more than the likeliest learned one: it may take the classifier's vote back, not vote for entries it knows nothing of.
 * Null when the question has nothing in common with any example.
 */
export function recall({ classifier, units }: Learned, folded: string, unitCount: number): Float64Array | null {
  const ofClasses = classify(classifier, folded);
  if (!ofClasses) return null;
  let likeliest = 0;
  for (let at = 0; at < units.length; at++) likeliest = Math.max(likeliest, ofClasses[at]!);
  const probabilities = new Float64Array(unitCount).fill(Math.min(likeliest, ofClasses[units.length] ?? 0));
  for (const [at, unit] of units.entries()) probabilities[unit] = ofClasses[at]!;
  return probabilities;
}
