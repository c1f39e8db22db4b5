import { expect, test } from 'vitest';
import { begin, change, redo, undo } from './history.ts';

test('what is typed in one go is taken back in one go', () => {
  let typed = begin('');
  for (const [at, text] of ['返', '返品', '返品の'].entries()) typed = change(typed, text, 'name', 1000 + at * 200);
  typed = change(typed, '返品の受付', 'name', 9000);
  expect(undo(typed).now).toBe('返品の');
  expect(undo(undo(typed)).now).toBe('');
  expect(undo(undo(undo(typed))).now).toBe('');
});

test('another field, or a change without a key, is a step of its own', () => {
  const now = change(change(change(begin('a'), 'b', 'one', 10), 'c', 'two', 20), 'd', null, 30);
  expect(now.past).toEqual(['a', 'b', 'c']);
  expect(change(now, 'e', null, 31).past).toEqual(['a', 'b', 'c', 'd']);
});

test('what was taken back returns, until something new is done', () => {
  const back = undo(change(begin('a'), 'b', null, 1));
  expect(redo(back).now).toBe('b');
  expect(redo(change(back, 'c', null, 2)).now).toBe('c');
  expect(redo(begin('a')).now).toBe('a');
});

test('typing on after undo does not join what was before it', () => {
  const typed = change(change(begin('a'), 'b', 'name', 10), 'c', null, 20);
  expect(change(undo(typed), 'd', 'name', 30).past).toEqual(['a', 'b']);
});

test('the same once more is no change', () => {
  const before = begin('a');
  expect(change(before, 'a', null, 1)).toBe(before);
});
