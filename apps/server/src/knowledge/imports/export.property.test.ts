import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidyContent } from '../knowledge.rules.ts';
import { joinExamples, splitExamples } from './example-lines.rules.ts';
import { EXPORTS } from './export.rules.ts';
import { parseAtOnce } from './parse.testkit.ts';

/** What breaks tables: bars, quotes, delimiters, ends of lines, backslashes, and what a spreadsheet would run. */
const awkward = fc.constantFrom(
  '|',
  '｜',
  '\\',
  '\n',
  '\r\n',
  '"',
  ',',
  ';',
  '\t',
  "'",
  '=',
  '+',
  '-',
  '@',
  ' ',
  '　',
  '送料',
  'a',
  'ｶﾞ',
  '😀',
);
const text = fc.array(awkward, { maxLength: 12 }).map((parts) => parts.join(''));
const line = text.map((some) => some.replace(/[\r\n]+/g, ' '));
const content = fc
  .record({
    question: line,
    answer: text,
    category: line,
    examples: fc.array(text, { maxLength: 5 }),
    locale: fc.constantFrom('ja' as const, 'en' as const),
  })
  .map(tidyContent)
  .filter(({ question, answer }) => question !== '' && answer !== '');

const about = { id: 'art_00000000000000000000000001', external_id: null, status: 'published', audience: 'public', slug: 'a' } as const;

test('whatever an article says, as CSV and back it says the same', () => {
  fc.assert(
    fc.property(content, (said) => {
      const file = parseAtOnce('export.csv', Buffer.from(EXPORTS.csv.head + EXPORTS.csv.of({ ...about, ...said })));
      if (typeof file === 'string') throw new Error(file);
      expect(file.refused).toEqual([]);
      expect(file.rows).toMatchObject([said]);
    }),
    { numRuns: 500 },
  );
});

test('bars between examples still part them, and a backslash alone is only itself', () => {
  expect(splitExamples('送料は|配送料｜C:\\店\\値段\n返品')).toEqual(['送料は', '配送料', 'C:\\店\\値段', '返品']);
  expect(splitExamples(joinExamples(['A|Bどちら', '税込\\', '一\n二']))).toEqual(['A|Bどちら', '税込\\', '一\n二']);
});
