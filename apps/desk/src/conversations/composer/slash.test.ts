import { describe, expect, test } from 'vitest';
import { findCanned, slashAt } from './slash.ts';

describe('where a slash begins a canned response', () => {
  test.each([
    ['/', { from: 0, to: 1, query: '' }],
    ['/返', { from: 0, to: 2, query: '返' }],
    ['お待たせしました。\n/お礼', { from: 10, to: 13, query: 'お礼' }],
    ['はい　/thanks', { from: 3, to: 10, query: 'thanks' }],
  ])('%j opens the menu', (text, slash) => {
    expect(slashAt(text, text.length)).toEqual(slash);
  });

  test.each(['1/2', 'https://shop.example/help', '24/7', '/返品 ', '/a/b', ''])('%j does not', (text) => {
    expect(slashAt(text, text.length)).toBeNull();
  });

  test('only what stands before the caret counts', () => {
    expect(slashAt('/返品です', 2)).toEqual({ from: 0, to: 2, query: '返' });
    expect(slashAt('返品 /お礼', 2)).toBeNull();
  });
});

describe('which responses match', () => {
  const thanks = { shortcut: 'お礼', title: 'お問い合わせのお礼', text: 'ありがとうございます。' };
  const returns = { shortcut: '返品', title: '返品の手順', text: 'お礼とともにご案内します。' };
  const english = { shortcut: 'Thanks', title: 'Thank you', text: 'Thank you for writing.' };
  const all = [returns, thanks, english];

  test('a shortcut that begins with it comes before a text that only contains it', () => {
    expect(findCanned(all, 'お礼')).toEqual([thanks, returns]);
  });

  test('width and case do not matter', () => {
    expect(findCanned(all, 'ｔｈａｎ')).toEqual([english]);
  });

  test('a bare slash offers everything, a stranger’s word nothing', () => {
    expect(findCanned(all, '')).toEqual(all);
    expect(findCanned(all, '配送')).toEqual([]);
  });
});
