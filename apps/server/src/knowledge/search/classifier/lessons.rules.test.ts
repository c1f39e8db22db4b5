import { describe, expect, test } from 'vitest';
import { curriculumOf, isSameLesson, lessonOf } from './lessons.rules.ts';

const entry = (question: string, examples: string[] = [], answer = 'Ｙｅｓ.') => ({ id: question, question, answer, examples });

describe('what an entry teaches', () => {
  test('with three examples its question and examples, folded', () => {
    expect(lessonOf(entry('送料', ['いくら？', 'ＦＲＥＥ', '無料']))).toEqual({
      texts: ['送料', 'いくら?', 'free', '無料'],
      isLearned: true,
    });
  });

  test('with fewer only what it is about', () => {
    expect(lessonOf(entry('送料', ['いくら', ' ']))).toEqual({ texts: ['送料', 'いくら', 'yes.'], isLearned: false });
  });

  test('an edited answer is no news to a learned entry', () => {
    const examples = ['a', 'b', 'c'];
    expect(isSameLesson(lessonOf(entry('q', examples, 'old')), lessonOf(entry('q', examples, 'new')))).toBe(true);
    expect(isSameLesson(lessonOf(entry('q', examples)), lessonOf(entry('q', ['a', 'b', 'd'])))).toBe(false);
    expect(isSameLesson(undefined, lessonOf(entry('q')))).toBe(false);
    expect(isSameLesson(undefined, undefined)).toBe(true);
  });
});

describe('what there is to learn', () => {
  const returns = lessonOf(entry('返品', ['返したい', '送り返す', '戻したい']));
  const delivery = lessonOf(entry('配送', ['届かない', 'いつ届く', '遅い']));
  const hours = lessonOf(entry('営業時間'));

  test('each entry with enough examples is a class, all others one more', () => {
    const { classes, units, samples } = curriculumOf(
      new Map([
        [4, returns],
        [7, hours],
        [9, delivery],
      ]),
    )!;
    expect({ classes, units }).toEqual({ classes: 3, units: [4, 9] });
    expect(samples.filter((sample) => sample.class === 2).map(({ text }) => text)).toEqual(['営業時間', 'yes.']);
    expect(samples.filter((sample) => sample.class === 1).map(({ text }) => text)).toContain('届かない');
  });

  test('nothing, when there are no examples or nothing to tell them from', () => {
    expect(curriculumOf(new Map([[0, hours]]))).toBeNull();
    expect(curriculumOf(new Map([[0, returns]]))).toBeNull();
    expect(curriculumOf(new Map())).toBeNull();
  });

  test('of very many others a sample', () => {
    const many = new Map([...Array(5000).keys()].map((unit) => [unit, hours] as const));
    const { samples } = curriculumOf(many.set(5000, returns))!;
    expect(samples.length).toBeLessThan(2100);
  });
});
