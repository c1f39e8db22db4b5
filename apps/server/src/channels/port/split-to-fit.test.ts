import { expect, test } from 'vitest';
import { splitToFit } from './split-to-fit.rules.ts';

const bytes = (most: number) => (part: string) => Buffer.byteLength(part) <= most;

test('what fits stays whole; what does not is cut where a reader would pause', () => {
  expect(splitToFit('お茶が届きました。', 100, bytes(100))).toEqual(['お茶が届きました。']);
  expect(splitToFit('最初の文です。次の文です。終わり', 100, bytes(40))).toEqual(['最初の文です。次の文です。', '終わり']);
});

test('every part fits, nothing is lost, no character is torn', () => {
  for (const text of ['🍵'.repeat(200), 'あ'.repeat(999), `${'x'.repeat(300)}${'髙'.repeat(300)}`])
    for (const most of [30, 100, 333]) {
      const parts = splitToFit(text, 200, bytes(most));
      expect(parts.join('')).toBe(text);
      expect(parts.every((part) => bytes(most)(part) && part.length <= 200 && part.isWellFormed())).toBe(true);
    }
});
