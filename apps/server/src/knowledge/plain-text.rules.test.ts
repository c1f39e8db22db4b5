import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from './plain-text.rules.ts';

describe('the words of a Markdown text', () => {
  test.each([
    ['emphasis', '商品代金が**5,500円（税込）以上**で*送料無料*です', '商品代金が5,500円（税込）以上で送料無料です'],
    ['headings, quotes and lists', '# 返品\n\n> 未開封に限ります\n\n- 一\n* 二\n1. 三', '返品\n未開封に限ります\n一\n二\n三'],
    [
      'links and pictures',
      '[返品の申し込み](https://a.example/r_(1) "title")と![写真](a.png)、<https://b.example>',
      '返品の申し込みと写真、',
    ],
    ['a table', '| お届け先 | 送料 |\n| --- | ---: |\n| 北海道 | 1,210円 |', 'お届け先 送料\n北海道 1,210円'],
    ['callouts', '> [!WARNING]\n> 熱湯に注意', '熱湯に注意'],
    ['code', '```sh\nnpm start\n```\n`a_b`です', 'npm start\na_bです'],
    ['HTML', 'a<br>b<!-- 秘密 --><b class="x">c</b>', 'a b c'],
    ['what only looks like a mark', '3 * 4 * 5, snake_case_name, 1 < 2 > 0, \\*星\\*', '3 * 4 * 5, snake_case_name, 1 < 2 > 0, *星*'],
  ])('without %s', (_story, markdown, words) => {
    expect(plainText(markdown)).toBe(words);
  });

  test('long runs of marks take no time worth speaking of', () => {
    for (const mark of ['*', '[', '<', '|', '`', '![](', '|-', '<a ', '_ ', '> ', '\\', '<!--', '[a](b', '- ', '*a']) {
      const started = performance.now();
      plainText(mark.repeat(50_000 / mark.length));
      expect(performance.now() - started, mark).toBeLessThan(1000);
    }
  });

  test('add nothing', () => {
    const marked = fc.string({
      unit: fc.constantFrom('*', '_', '[', ']', '(', ')', '<', '>', '`', '|', '-', '\\', '#', ' ', '\n', 'a', 'あ', '1', '.'),
    });
    fc.assert(fc.property(marked, (text) => plainText(text).length <= text.length));
  });
});
