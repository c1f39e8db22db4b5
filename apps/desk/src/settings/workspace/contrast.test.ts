import { expect, test } from 'vitest';
import { workspace } from '../../../../../fixtures/workspace.ts';
import { contrast, inkOn, isColor } from './contrast.ts';

test('black on white is 21, a color on itself 1, as WCAG defines it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#777777')).toBe(1);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test("white stands on the shop's green, black on a light yellow", () => {
  expect(inkOn(workspace.color)).toBe('#ffffff');
  expect(inkOn('#ffd43b')).toBe('#000000');
});

test('only six hexadecimal digits are a color', () => {
  expect([workspace.color, '#FFD43B', '#fff', 'green', ''].map(isColor)).toEqual([true, true, false, false, false]);
});
