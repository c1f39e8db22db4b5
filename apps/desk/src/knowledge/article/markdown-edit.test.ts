import { expect, test } from 'vitest';
import { applied, around, eachLine, linked } from './markdown-edit.ts';

const selecting = (text: string, part: string) => ({ text, from: text.indexOf(part), to: text.indexOf(part) + part.length });

test('bold is put on and taken off again, and the words stay selected', () => {
  const plain = selecting('送料は550円です。', '550円');
  const edit = around(plain, '**');
  const bold = applied(plain.text, edit);
  expect(bold).toBe('送料は**550円**です。');
  expect(bold.slice(...edit.select)).toBe('550円');
  expect(applied(bold, around({ text: bold, from: edit.select[0], to: edit.select[1] }, '**'))).toBe(plain.text);
});

test('half a selected line is made an item as a whole; a list becomes numbered without keeping its dashes', () => {
  const steps = selecting('手順\nマイページを開く\n保存する\n以上', 'ページを開く\n保存');
  const list = applied(steps.text, eachLine(steps, '- '));
  expect(list).toBe('手順\n- マイページを開く\n- 保存する\n以上');
  const numbered = applied(list, eachLine(selecting(list, '- マイページを開く\n- 保存する'), '1. '));
  expect(numbered).toBe('手順\n1. マイページを開く\n2. 保存する\n以上');
  expect(applied(numbered, eachLine(selecting(numbered, '1. マイページを開く\n2. 保存する'), '1. '))).toBe(steps.text);
});

test('a link keeps the selected words and selects the address to be typed', () => {
  const words = selecting('詳しくは返品ページへ', '返品ページ');
  const edit = linked(words, 'リンク');
  const text = applied(words.text, edit);
  expect(text).toBe('詳しくは[返品ページ](https://)へ');
  expect(text.slice(...edit.select)).toBe('https://');
  expect(applied('', linked({ text: '', from: 0, to: 0 }, 'リンク'))).toBe('[リンク](https://)');
});
