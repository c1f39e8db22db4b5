import { expect, test } from 'vitest';
import { splitText } from './split-text.rules.ts';

test('a short text is one part, an empty one none', () => {
  expect(splitText('お茶が届きました。', 100)).toEqual(['お茶が届きました。']);
  expect(splitText('  \n', 100)).toEqual([]);
});

test('paragraphs before sentences, sentences before words', () => {
  expect(splitText('一段落目です。続きます。\n\n二段落目です。', 18)).toEqual(['一段落目です。続きます。', '二段落目です。']);
  expect(splitText('最初の文です。次の文です。終わり', 14)).toEqual(['最初の文です。次の文です。', '終わり']);
  expect(splitText('one two three four', 10)).toEqual(['one two', 'three four']);
});

test('nothing is lost, nothing is too long, and no character is torn', () => {
  const texts = ['🍵'.repeat(50), '👨‍👩‍👧‍👦'.repeat(20), 'あ'.repeat(99), `${'x'.repeat(30)}。${'髙'.repeat(31)}`];
  for (const text of texts)
    for (const longest of [12, 13, 25]) {
      const parts = splitText(text, longest);
      expect(parts.join('')).toBe(text);
      expect(parts.every((part) => part.length <= longest && part.isWellFormed())).toBe(true);
    }
  expect(splitText('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 12)).toEqual(['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']);
});
