import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractAnswer, OMITTED } from './extract.rules.ts';
import { blocksOf } from './markdown-blocks.rules.ts';

const filler = (about: string) => `${about}については、いつでもお気軽にご相談ください。`.repeat(9);
const article = [
  '# ご返品とご交換',
  '',
  filler('商品の品質'),
  '',
  '## 返品の手順',
  '次の手順で返品をお申し込みください。',
  '1. マイページを開く',
  '   注文番号をご用意ください。',
  '2. 「返品する」を押す',
  '',
  '3. 集荷を待つ',
  '',
  '![返品ボタンの位置](https://shop.example/return.png)',
  '',
  '## 送料の負担',
  '返品の送料は、理由によって異なります。',
  '',
  '| 理由 | 送料 |',
  '| --- | --- |',
  '| 不良品 | 当店負担 |',
  '| お客様の都合 | 550円 |',
  '',
  '## ギフト包装',
  filler('ギフト包装'),
].join('\n');

describe('what of a long article is quoted', () => {
  test('a short one is quoted whole', () => {
    expect(extractAnswer('送料は全国一律550円です。', '送料は?')).toEqual({ markdown: '送料は全国一律550円です。', whole: true });
  });

  test('the steps that answer stay steps, with the sentence that leads to them and their picture', () => {
    const { markdown, whole } = extractAnswer(article, '返品の手順を教えてください');
    expect(whole).toBe(false);
    for (const line of ['## 返品の手順', '次の手順で返品をお申し込みください。', '1. マイページを開く', '3. 集荷を待つ']) {
      expect(markdown.split('\n')).toContain(line);
    }
    expect(markdown).not.toContain('ギフト包装');
    expect(markdown.startsWith(OMITTED)).toBe(true);
    expect(markdown.endsWith(OMITTED)).toBe(true);
  });

  test('a table stays a table', () => {
    const { markdown } = extractAnswer(article, 'お客様の都合で送り返すときの送料は誰が負担しますか');
    expect(markdown).toContain('| 理由 | 送料 |\n| --- | --- |\n| 不良品 | 当店負担 |\n| お客様の都合 | 550円 |');
    expect(markdown).toContain('返品の送料は、理由によって異なります。');
  });

  test('a video stays with the sentence before it', () => {
    const video = `${filler('在庫')}\n\n急須の洗い方は動画をご覧ください。\n\nhttps://video.example/kyusu\n\n${filler('配送')}`;
    expect(extractAnswer(video, '急須の洗い方').markdown).toBe(
      `${OMITTED}\n\n急須の洗い方は動画をご覧ください。\n\nhttps://video.example/kyusu\n\n${OMITTED}`,
    );
  });

  test('English finds its paragraph', () => {
    const text = `${'We ship every weekday from Kyoto. '.repeat(9)}\n\nReturns are free within 30 days of delivery.\n\n${'Gift wrapping costs 300 yen. '.repeat(9)}`;
    expect(extractAnswer(text, 'Can I return it for free?').markdown).toBe(
      `${OMITTED}\n\nReturns are free within 30 days of delivery.\n\n${OMITTED}`,
    );
  });

  test('without a word in common it begins where the article begins', () => {
    expect(extractAnswer(article, '').markdown).toContain('# ご返品とご交換');
  });

  test('1 MB is read in a moment', () => {
    const began = performance.now();
    extractAnswer(`${article}\n\n`.repeat(1500), '返品の手順');
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('whatever the article', () => {
  const words = fc.constantFrom('返品の手順', '送料は550円', 'ギフト包装', 'お支払い方法', '届かないとき', 'delivery time');
  const long = fc.array(words, { minLength: 1, maxLength: 30 }).map((all) => all.join('、'));
  const block = fc.oneof(
    long,
    words.map((text) => `## ${text}`),
    fc.array(long, { minLength: 1, maxLength: 6 }).map((items) => items.map((item, i) => `${i + 1}. ${item}`).join('\n')),
    fc.array(words, { minLength: 1, maxLength: 6 }).map((items) => items.map((item) => `- ${item}\n\n  ${item}の続き`).join('\n')),
    fc
      .array(words, { minLength: 1, maxLength: 5 })
      .map((rows) => `| 項目 | 内容 |\n|---|---|\n${rows.map((row) => `| ${row} | ○ |`).join('\n')}`),
    words.map((text) => `![${text}](https://shop.example/a.png)`),
    words.map((text) => `\`\`\`\n${text}\n\n${text}\n\`\`\``),
    words.map((text) => `> ${text}\n> ${text}`),
  );
  const markdown = fc.array(block, { minLength: 1, maxLength: 20 }).map((blocks) => blocks.join('\n\n'));

  test('every line stands in it, in its order, and no block is cut', () => {
    fc.assert(
      fc.property(markdown, words, (text, question) => {
        const { markdown: extract, whole } = extractAnswer(text, question);
        if (whole) return void expect(extract).toBe(text);
        const lines = text.split('\n');
        const all = blocksOf(lines).map(({ from, to }) => lines.slice(from, to).join('\n'));
        let rest = extract.split('\n\n').join('\n');
        expect(rest).not.toBe('');
        // Taking the whole blocks away, one after the other in the order of the article, leaves nothing but the marks.
        for (const one of all) {
          const flat = one.split('\n\n').join('\n');
          if (rest.startsWith(`${OMITTED}\n`)) rest = rest.slice(2);
          if (rest === flat) rest = '';
          else if (rest.startsWith(`${flat}\n`)) rest = rest.slice(flat.length + 1);
        }
        expect(['', OMITTED]).toContain(rest);
      }),
    );
  });
});
