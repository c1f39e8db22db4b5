import { describe, expect, test } from 'vitest';
import { faqEn } from '../../../../../../../fixtures/faq/en.ts';
import { faqJa } from '../../../../../../../fixtures/faq/ja.ts';
import { holds } from './holds.ts';
import { parseDoc } from './parse.ts';
import { meaningOf } from './reader.ts';
import { writeDoc } from './write.ts';

const roundTrip = (markdown: string) => writeDoc(parseDoc(markdown));

test('every answer of the shop means the same after a visit to the visual editor, and a second visit changes nothing', () => {
  const answers = [...faqJa, ...faqEn];
  expect(answers.length).toBe(108);
  for (const { slug, answer } of answers) {
    const once = roundTrip(answer);
    expect(meaningOf(once), slug).toBe(meaningOf(answer));
    expect(roundTrip(once), slug).toBe(once);
  }
});

describe('what an editor writes comes back as it was written', () => {
  test.each([
    ['a line break', '平日 10時〜18時\n土日 休み'],
    ['bold without blanks around it', '**「返品」**は**8日以内**に'],
    ['steps with a list in one', '1. かごを開く\n   - 数を確かめる\n   - 色を確かめる\n2. 進む'],
    ['steps that do not begin at one', '3. 三\n4. 四'],
    ['an item of two paragraphs', '- 一\n\n  続き\n\n- 二'],
    ['two lists in a row', '- 一\n\n* 二'],
    ['a table with alignment, a line break, and a bar', '| 先 | 送料 |\n| --- | ---: |\n| 北海道<br>沖縄 | 1,210円 \\| 税込 |'],
    ['a callout with a list', '> [!WARNING]\n> お湯に注意\n>\n> - 熱い\n> - 重い'],
    ['a quote', '> 一行目\n> 二行目\n>\n> 次の段落'],
    ['code with fences in it', '````md\n```\ncode\n```\n````'],
    ['an image between words', 'ボタン ![歯車](/help/files/x/a.png) を押す'],
    ['a video with a title', '[急須の洗い方](https://www.youtube.com/watch?v=dQw4w9WgXcQ)'],
    ['a link to another article', '[返品の送料](/help/articles/return-fee)は別です'],
    ['an address by itself', '<https://kiln.example/a_b> を見る'],
    ['words that only look like marks', '1\\. 二 \\* 三 \\[四\\] \\<b> 5\\~6日 info\\@shop.example C:\\Users'],
  ])('%s', (_story, markdown) => {
    expect(roundTrip(markdown)).toBe(markdown);
  });
});

test.each([
  ['a folded part', '<details><summary>もっと</summary>中身</details>'],
  ['a list of tasks', '- [x] 済み\n- [ ] まだ'],
  ['HTML among words', '<kbd>Ctrl</kbd>を押す'],
  ['an unknown entity', 'A &sect; B'],
])('%s has no form in the visual editor, which says so', (_story, markdown) => {
  expect(holds(markdown)).toBe(false);
});
