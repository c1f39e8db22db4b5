import { expect, test } from 'vitest';
import { addExamples } from './example-lines.ts';

test('a pasted list becomes one example a line, without bullets, blanks and repetitions', () => {
  const pasted = '・いつ届きますか\n\n- まだ届かない\r\n　いつ届きますか\n配送日数';
  expect(addExamples(['配送日数'], pasted)).toEqual(['配送日数', 'いつ届きますか', 'まだ届かない']);
});

test('an article holds a hundred examples and no more', () => {
  const many = Array.from({ length: 130 }, (_, index) => `言い方${index}`).join('\n');
  expect(addExamples([], many)).toHaveLength(100);
});
