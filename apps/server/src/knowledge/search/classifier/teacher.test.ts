import { expect, test } from 'vitest';
import type { Lesson } from './lessons.rules.ts';
import { recall } from './recall.rules.ts';
import { createTeacher, type Teacher } from './teacher.ts';

const lesson = (...texts: string[]): Lesson => ({ texts, isLearned: true });
const returns = lesson('return an item', 'send it back', 'i want to return this', 'returning');
const delivery = lesson('where is my parcel', 'track my order', 'it has not arrived', 'delivery');
const password = lesson('forgot my password', 'reset the password', 'cannot log in', 'password');
const bestUnit = (teacher: Teacher, question: string): number | undefined =>
  [...recall(teacher.learned()!, question)!.byUnit].sort((a, b) => b[1] - a[1])[0]?.[0];

test('what is taught is learned in the background, and told when it is', async () => {
  let told = 0;
  const teacher = createTeacher(() => {
    told += 1;
  });
  teacher.teach(
    new Map([
      [0, returns],
      [1, delivery],
    ]),
  );
  expect(teacher.learned()).toBeNull();
  await teacher.settled();
  expect(told).toBe(1);
  expect(bestUnit(teacher, 'track it')).toBe(1);
  expect(teacher.learned()!.examples).toBe(4);
});

test('what changes is forgotten at once and learned anew; what comes during a training is learned after it', async () => {
  const teacher = createTeacher(() => undefined);
  teacher.teach(
    new Map([
      [0, returns],
      [1, delivery],
    ]),
  );
  await teacher.settled();
  teacher.teach(new Map([[1, password]]));
  expect(teacher.learned()!.units).toEqual([0, null]);
  teacher.teach(new Map([[2, delivery]]));
  await teacher.settled();
  expect(bestUnit(teacher, 'reset it')).toBe(1);
  expect(bestUnit(teacher, 'track it')).toBe(2);
});

test('the same lesson again is no work', async () => {
  let told = 0;
  const teacher = createTeacher(() => {
    told += 1;
  });
  teacher.teach(
    new Map([
      [0, returns],
      [1, delivery],
    ]),
  );
  await teacher.settled();
  teacher.teach(new Map([[0, lesson(...returns.texts)]]));
  await teacher.settled();
  expect(told).toBe(1);
});

test('when the last but one is gone there is nothing to tell apart', async () => {
  const teacher = createTeacher(() => undefined);
  teacher.teach(
    new Map([
      [0, returns],
      [1, delivery],
    ]),
  );
  await teacher.settled();
  teacher.teach(new Map([[1, null]]));
  await teacher.settled();
  expect(teacher.learned()).toBeNull();
});
