import { describe, expect, test } from 'vitest';
import { parseMarkdown } from './markdown.ts';

const read = (text: string) => parseMarkdown(text, 'https://desk.example/help/');
const p = (...of: unknown[]) => ({ kind: 'p', of });

describe('an answer in Markdown', () => {
  test('keeps the line breaks a writer made and parts paragraphs at blank lines', () => {
    expect(read('返品できます。\r\n30日以内です。\n\n送料は<br>不要です。')).toEqual([
      p('返品できます。\n30日以内です。'),
      p('送料は', '\n', '不要です。'),
    ]);
  });

  test('a callout is read as its words', () => {
    expect(read('> [!WARNING]\n> 熱湯に注意')).toEqual([p('熱湯に注意')]);
  });

  test('numbered steps keep their numbers, with points below a step', () => {
    const points = { kind: 'ul', start: 1, items: [[p('パソコン')], [p('スマートフォン')]] };
    expect(read('3. 注文履歴を開く\n   - パソコン\n   - スマートフォン\n4. 返品を選ぶ')).toEqual([
      { kind: 'ol', start: 3, items: [[p('注文履歴を開く'), points], [p('返品を選ぶ')]] },
    ]);
  });

  test('blank lines between steps do not start the count anew', () => {
    expect(read('1. a\n\n2. b\n\n次の段落')).toEqual([{ kind: 'ol', start: 1, items: [[p('a')], [p('b')]] }, p('次の段落')]);
  });

  test('a second paragraph of a step stays in the step', () => {
    expect(read('1. 開く\n\n   設定にあります。\n2. 閉じる')).toEqual([
      { kind: 'ol', start: 1, items: [[p('開く'), p('設定にあります。')], [p('閉じる')]] },
    ]);
  });

  test('a list may follow its introduction without a blank line', () => {
    expect(read('必要なもの:\n- 箱\n- 伝票').map((block) => block.kind)).toEqual(['p', 'ul']);
  });

  test('a table has a head and rows; a row that is too long is cut', () => {
    expect(read('| 地域 | 日数 |\n|---|:-:|\n| 関東 | **1日** |\n| 沖縄 | 3日 | x |\n後の文')).toEqual([
      {
        kind: 'table',
        head: [['地域'], ['日数']],
        rows: [
          [['関東'], [{ href: null, of: ['1日'] }]],
          [['沖縄'], ['3日']],
        ],
      },
      p('後の文'),
    ]);
  });

  test('bold, code, links and images', () => {
    expect(read('**大切** `A-1` [手順](returns) ![図](/f/1.png) https://a.example')).toEqual([
      p(
        { href: null, of: ['大切'] },
        ' ',
        'A-1',
        ' ',
        { href: 'https://desk.example/help/returns', of: ['手順'] },
        ' ',
        { href: 'https://desk.example/f/1.png', of: ['図'], image: true },
        ' ',
        { href: 'https://a.example/', of: ['https://a.example'] },
      ),
    ]);
  });

  test('of quotes, code and rules the words are shown', () => {
    expect(read('## 送料\n---\n> 注意\n```\nA-1\n```')).toEqual([{ kind: 'h3', of: ['送料'] }, p('注意'), p('A-1')]);
  });

  test('HTML stays text and a link that would run code loses its target', () => {
    expect(read('<img src=x onerror=alert(1)> [x](javascript:alert(1))')).toEqual([p('<img src=x onerror=alert(1)> ', 'x')]);
  });

  test('a multiplication is no emphasis, an escaped star stays a star', () => {
    expect(read('2 * 3 * 4 \\*必須')).toEqual([p('2 * 3 * 4 ', '*', '必須')]);
  });

  test('very deep nesting is read without falling over', () => {
    expect(read('> '.repeat(5000)).length).toBe(1);
    expect(read('* - '.repeat(5000)).length).toBe(1);
  });
});
