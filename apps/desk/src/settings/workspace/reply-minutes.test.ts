import { expect, test } from 'vitest';
import { replyChoices, spanOf } from './reply-minutes.ts';

test('a time that somebody set elsewhere stays choosable, in its place', () => {
  expect(replyChoices(45)).toEqual([2, 5, 10, 30, 45, 60, 180, 360, 1440, 2880]);
  expect(replyChoices(10)).toHaveLength(9);
});

test('minutes are told in the largest unit that fits', () => {
  expect(spanOf(90)).toEqual({ word: 'span.minutes', count: 90 });
  expect(spanOf(180)).toEqual({ word: 'span.hours', count: 3 });
  expect(spanOf(2880)).toEqual({ word: 'span.days', count: 2 });
});
