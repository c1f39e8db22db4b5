import { describe, expect, test } from 'vitest';
import { isSafeHref, markdownToText, parseInline, parseMarkdown } from './markdown.ts';

describe('reading an answer', () => {
  test('paragraphs, numbered steps and points', () => {
    const read = parseMarkdown('未使用なら返品できます。\n\n1. 申し込む\n2. 送る\n\n- 着払い不可\n- 8日以内');
    expect(read.map((paragraph) => paragraph.type)).toEqual(['p', 'list', 'list']);
    expect(read[1]).toMatchObject({ ordered: true, start: 1, items: [[{ text: '申し込む' }], [{ text: '送る' }]] });
    expect(read[2]).toMatchObject({ ordered: false });
  });

  test('steps with a blank line between them are one list', () => {
    expect(parseMarkdown('1. 一\n\n2. 二\n\n3. 三')).toHaveLength(1);
  });

  test('a table stays a table, and as text its rows are lines', () => {
    const source =
      'お届け先による送料です。\n\n| お届け先 | 送料 |\n| --- | ---: |\n| 北海道 | **1,210円** |\n| 東北 | 880円 |\n\n以上です。';
    const [, table, end] = parseMarkdown(source);
    expect(table).toMatchObject({ type: 'table', head: [[{ text: 'お届け先' }], [{ text: '送料' }]] });
    expect(table?.type === 'table' && table.rows).toHaveLength(2);
    expect(end).toMatchObject({ type: 'p' });
    expect(markdownToText(source)).toBe('お届け先による送料です。\n\nお届け先　送料\n北海道　1,210円\n東北　880円\n\n以上です。');
  });

  test('a callout is a quote without its mark, and an image is a link to it', () => {
    expect(parseMarkdown('> [!WARNING]\n> 割れ物です。\n> お気をつけください。')).toEqual([
      { type: 'quote', inline: [{ type: 'text', text: '割れ物です。\nお気をつけください。' }] },
    ]);
    expect(parseInline('![急須](/help/files/fil_1/kyusu.png)')).toEqual([
      { type: 'link', text: '急須', href: '/help/files/fil_1/kyusu.png' },
    ]);
  });

  test('strong words, code, links and bare addresses', () => {
    expect(parseInline('**8日以内**に`A-1`を[こちら](/help/returns)かhttps://shop.example/r。')).toEqual([
      { type: 'strong', text: '8日以内' },
      { type: 'text', text: 'に' },
      { type: 'code', text: 'A-1' },
      { type: 'text', text: 'を' },
      { type: 'link', text: 'こちら', href: '/help/returns' },
      { type: 'text', text: 'か' },
      { type: 'link', text: 'https://shop.example/r', href: 'https://shop.example/r' },
      { type: 'text', text: '。' },
    ]);
  });

  test('signs in ordinary sentences stay signs', () => {
    expect(parseInline('2*3*4 と snake_case_name と 5 * 6')).toEqual([{ type: 'text', text: '2*3*4 と snake_case_name と 5 * 6' }]);
  });

  test('a fence keeps everything inside as it is', () => {
    expect(parseMarkdown('```\n# no heading\n- no list\n```')).toEqual([{ type: 'code', text: '# no heading\n- no list' }]);
  });
});

describe('an address that must not become a link', () => {
  test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', ' https://x.example', 'vbscript:x'])('%s', (href) => {
    expect(isSafeHref(href)).toBe(false);
  });

  test('its words stay as text', () => {
    expect(parseInline('[押す](javascript:alert(1))').every((part) => part.type === 'text')).toBe(true);
  });
});

test('as plain text nothing is lost: steps keep their numbers, links their address', () => {
  expect(markdownToText('## 返品\n\n**未使用**に限ります。\n\n1. 申し込む\n2. [ラベル](https://shop.example/l)を貼る\n\n- 箱\n- 紙')).toBe(
    '返品\n\n未使用に限ります。\n\n1. 申し込む\n2. ラベル (https://shop.example/l)を貼る\n\n・箱\n・紙',
  );
});
