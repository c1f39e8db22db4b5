import { describe, expect, test } from 'vitest';
import { followKeys, isComposing, type KeyPress, nameOfPress } from './match-keys.ts';

const press = (key: string, over: Partial<KeyPress> = {}): KeyPress => ({
  key,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...over,
});

test('⌘ and Ctrl are the same chord; shift is named only where the sign does not tell it', () => {
  expect(nameOfPress(press('k', { metaKey: true }))).toBe('mod+k');
  expect(nameOfPress(press('Enter', { ctrlKey: true, shiftKey: true }))).toBe('mod+shift+enter');
  expect(nameOfPress(press('?', { shiftKey: true }))).toBe('?');
  expect(nameOfPress(press('A', { shiftKey: true }))).toBe('shift+a');
  expect(nameOfPress(press('j'))).toBe('j');
});

describe('sequences', () => {
  const known = new Set(['g n', 'g w', 'w', 'e', 'mod+k']);

  test('g, then a letter', () => {
    expect(followKeys(null, press('g'), known)).toEqual({ keys: null, pending: 'g' });
    expect(followKeys('g', press('w'), known)).toEqual({ keys: 'g w', pending: null });
  });

  test('the same letter alone means its own action', () => {
    expect(followKeys(null, press('w'), known)).toEqual({ keys: 'w', pending: null });
  });

  test('a sequence that leads nowhere is dropped, and the second key still does its own work', () => {
    expect(followKeys('g', press('e'), known)).toEqual({ keys: 'e', pending: null });
    expect(followKeys('g', press('x'), known)).toEqual({ keys: null, pending: null });
  });
});

test('keys of an input method belong to the writing, also Safari’s last one', () => {
  expect(isComposing({ isComposing: true })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
});
