// Pure: which entries are learned, and from what.
import { cutText, foldText } from '../../../platform/text/fold.ts';
import type { Entry } from '../search.types.ts';
import type { Sample } from './classifier.rules.ts';

/** From this many examples on, learning beats looking up (measured with 3, 5, 10, 30 and 100 examples per entry). */
const ENOUGH_EXAMPLES = 3;
/** How much of an answer shows what its entry is about. */
const LEAD_CHARACTERS = 200;
/** Texts of entries that are not learned: enough to know what to keep out of. */
const MAX_STRANGERS = 2_000;

/** The texts an entry is learned from, folded: its question and examples; for want of examples its answer's beginning. */
export type Lesson = { texts: string[]; isLearned: boolean };

/** Samples of classes: entries with enough examples in the order of `units`; all others together are one class more, none of these. */
export type Curriculum = { samples: Sample[]; classes: number; units: number[] };

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
export function curriculumOf(lessons: ReadonlyMap<number, Lesson>): Curriculum | null {
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
  return { samples, classes, units };
}
