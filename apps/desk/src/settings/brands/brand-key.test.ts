import { expect, test } from 'vitest';
import { isKey, keyFrom } from './brand-key.ts';

test.each([
  ['Hazuki & Spoon', 'hazuki-spoon'],
  ['Ｍｏｎｏ ２', 'mono-2'],
  ['Café Été', 'cafe-ete'],
  ['葉月のうつわ', ''],
  [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
])('%s gives %j', (name, key) => {
  expect(keyFrom(name)).toBe(key);
  expect(isKey(key)).toBe(key !== '');
});

test.each(['Two', 'a--b', '-a', 'a-', 'あ', 'a b', 'x'.repeat(41)])('%s is none', (key) => {
  expect(isKey(key)).toBe(false);
});
