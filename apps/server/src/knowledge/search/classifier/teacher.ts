import type { Classifier } from './classifier.rules.ts';
import { startTraining, type Training } from './classifier-thread.ts';
import { type Curriculum, curriculumOf, isSameLesson, type Lesson } from './lessons.rules.ts';
import { forget, type Learned } from './recall.rules.ts';

export type Teacher = {
  /** Takes in changed lessons (null: the entry is gone), forgets at once what they make untrue, and trains anew in the background. */
  teach: (changes: ReadonlyMap<number, Lesson | null>) => void;
  /** What is known now and true of the lessons as they are. */
  learned: () => Learned | null;
  /** Resolves when there is nothing left to learn. */
  settled: () => Promise<void>;
  /** A teacher who knows what this one does, and learns on by itself. */
  copy: (onChange: () => void) => Teacher;
};

type Known = { lessons: ReadonlyMap<number, Lesson>; learned: Learned | null };

/**
 * `onChange` is called when a training has ended. One that fails warns, and the next change tries again; until then what was
 * learned before, or the words alone, must do.
 */
export function createTeacher(onChange: () => void, before: Known = { lessons: new Map(), learned: null }): Teacher {
  const lessons = new Map(before.lessons);
  let { learned } = before;
  /** Units changed since the last training began. */
  let changed = new Set<number>();
  let running: Promise<void> | null = null;
  let training: Training | null = null;
  let isHeld = false;

  async function train(): Promise<void> {
    while (changed.size > 0) {
      changed = new Set();
      const curriculum = curriculumOf(lessons);
      training = curriculum && startTraining(curriculum.samples, curriculum.classes);
      if (isHeld) training?.hold();
      try {
        const classifier = await training?.classifier;
        learned = classifier && curriculum ? forget(learnedFrom(classifier, curriculum), changed) : null;
      } catch (error) {
        process.emitWarning(error as Error);
      }
      onChange();
    }
  }

  return {
    teach: (changes) => {
      for (const [unit, lesson] of changes) {
        if (isSameLesson(lessons.get(unit), lesson ?? undefined)) continue;
        if (lesson) lessons.set(unit, lesson);
        else lessons.delete(unit);
        changed.add(unit);
      }
      if (changed.size === 0) return;
      learned = learned && forget(learned, changed);
      running ??= train().finally(() => {
        running = null;
        training = null;
      });
    },
    learned: () => learned,
    settled: async () => {
      isHeld = true;
      training?.hold();
      await running;
      isHeld = false;
    },
    copy: (onCopyChange) => createTeacher(onCopyChange, { lessons, learned }),
  };
}

const learnedFrom = (classifier: Classifier, { samples, units, classes }: Curriculum): Learned => ({
  classifier,
  units,
  examples: samples.length / classes,
});
