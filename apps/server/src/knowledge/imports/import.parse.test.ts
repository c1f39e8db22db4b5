import Encoding from 'encoding-japanese';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importLimits } from './import.parse.ts';
import type { ParsedFile } from './import.types.ts';
import { parseAtOnce } from './parse.testkit.ts';

const utf8 = (text: string) => Buffer.from(text);
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
/** As Excel for Windows in Japan writes a CSV. */
const shiftJis = (text: string) => Buffer.from(Encoding.convert(Encoding.stringToCode(text), { from: 'UNICODE', to: 'SJIS' }));

function read(name: string, bytes: Buffer): ParsedFile {
  const file = parseAtOnce(name, bytes);
  if (typeof file === 'string') throw new Error(`the whole file was refused: ${file}`);
  return file;
}
const pairs = (file: ParsedFile) => file.rows.map(({ line, question, answer }) => [line, question, answer]);
const refusals = (file: ParsedFile) => file.refused.map(({ line, reason }) => [line, reason]);

describe('the encoding of a table', () => {
  const table = '質問,回答\r\n送料は?,①全国一律㈱〜660円です。\r\n髙橋様あてにできますか,はい－できます。\r\n';
  test.each([
    ['UTF-8', utf8(table), 'UTF-8'],
    ['UTF-8 with a byte order mark, as newer Excel', utf8(`\ufeff${table}`), 'UTF-8'],
    ['Shift_JIS with the vendor characters of Windows, as Excel', shiftJis(table), 'Shift_JIS'],
    ['UTF-16LE, as "Unicode text"', utf16(table.replaceAll(',', '\t')), 'UTF-16LE'],
  ])('%s is recognized', (_story, bytes, encoding) => {
    const file = read('faq.csv', bytes);
    expect(file.encoding).toBe(encoding);
    expect(file.refused).toEqual([]);
    expect(pairs(file)).toEqual([
      [2, '送料は?', encoding === 'Shift_JIS' ? '①全国一律㈱～660円です。' : '①全国一律㈱〜660円です。'],
      [3, '髙橋様あてにできますか', 'はい－できます。'],
    ]);
  });

  test('one broken line does not turn a UTF-8 file into Shift_JIS', () => {
    const bytes = Buffer.concat([
      utf8('質問,回答\n送料は,660円\n返品は,'),
      Buffer.from([0xed, 0xa0, 0x80]),
      utf8('できます\n退会は,マイページから\n'),
    ]);
    const file = read('faq.csv', bytes);
    expect(file.encoding).toBe('UTF-8');
    expect(refusals(file)).toEqual([[3, 'text.malformed']]);
    expect(file.rows.map((row) => row.question)).toEqual(['送料は', '退会は']);
  });

  test('one broken line does not spoil a Shift_JIS file', () => {
    const bytes = Buffer.concat([
      shiftJis('質問,回答\r\n送料は,660円\r\n返品は,で'),
      Buffer.from([0x82]),
      shiftJis('\r\n退会は,マイページから\r\n'),
    ]);
    const file = read('faq.csv', bytes);
    expect(file.encoding).toBe('Shift_JIS');
    expect(refusals(file)).toEqual([[3, 'text.malformed']]);
    expect(file.rows.map((row) => row.question)).toEqual(['送料は', '退会は']);
  });
});

describe('a table', () => {
  test('takes its columns from a Japanese header, in any order', () => {
    const { rows } = read(
      'faq.csv',
      utf8('カテゴリー,ID,回 答,Ｑｕｅｓｔｉｏｎ,言い換え,言語,回答\n配送,7,x,送料は,"いくら?\n送料無料|配送料",英語,660円\n'),
    );
    expect(rows).toEqual([
      {
        line: 2,
        externalId: '7',
        question: '送料は',
        answer: '660円',
        category: '配送',
        examples: ['いくら?', '送料無料', '配送料'],
        locale: 'en',
      },
    ]);
  });

  test('without a header has the question first and the answer second', () => {
    const file = read('faq.csv', utf8('送料は,660円,これは読まれません\n返品は,できます\n'));
    expect(pairs(file)).toEqual([
      [1, '送料は', '660円'],
      [2, '返品は', 'できます'],
    ]);
    expect(file.rows[0]).toMatchObject({ category: null, examples: null, externalId: null, locale: null });
  });

  test('may have quotes, commas and line ends inside its cells, and any line ends between its rows', () => {
    const file = read('faq.csv', utf8('question,answer\r\n"a ""b""","1,\r\n2\r\n3"\n\r\n , "x" \rlast,"end"'));
    expect(pairs(file)).toEqual([
      [2, 'a "b"', '1,\n2\n3'],
      [7, 'last', 'end'],
    ]);
    expect(refusals(file)).toEqual([[6, 'question.missing']]);
  });

  test.each([
    ['a quote that is never closed', 'ない,"閉じ'],
    ['a quote that another line closes', '"ない,閉じ'],
    ['words after a closing quote', '"ない"です,はい'],
    ['a quote in the middle of a cell', 'これは"ない,はい'],
  ])('with %s in the middle loses that line alone', (_story, broken) => {
    const file = read('faq.csv', utf8(`質問,回答\n一,1\n"二","2\n2"\n${broken}\n三,"3"\n四,4\n`));
    expect(refusals(file)).toEqual([[5, 'row.broken']]);
    expect(file.refused[0]?.text).toBe(broken);
    expect(file.rows.map((row) => row.question)).toEqual(['一', '二', '三', '四']);
    expect(file.rows.at(-1)?.line).toBe(7);
  });

  test('names what is wrong with a row', () => {
    const long = 'あ'.repeat(501);
    const rows = [
      '質問,回答,カテゴリ,例',
      ',答え,,',
      '問い,,,',
      `${long},答え,,`,
      `問い,${'a'.repeat(50_001)},,`,
      '問い,a\0b,,',
      `問い,答え,${'c'.repeat(101)},`,
    ];
    const file = read('faq.csv', utf8([...rows, '問い,答え,,', '問い,別の答え,,'].join('\n')));
    expect(refusals(file)).toEqual([
      [2, 'question.missing'],
      [3, 'answer.missing'],
      [4, 'question.too_long'],
      [5, 'answer.too_long'],
      [6, 'text.malformed'],
      [7, 'row.too_long'],
      [9, 'question.repeated'],
    ]);
    expect(pairs(file)).toEqual([[8, '問い', '答え']]);
  });

  test('of megabytes is read whole, row by row and line by line', () => {
    const answer = (n: number) => `${n}\n${'長い回答、"引用"。'.repeat((n * 7919) % 900)}\nおわり`;
    const rows = Array.from({ length: 400 }, (_, n) => `質問${n},"${answer(n).replaceAll('"', '""')}"`);
    rows.splice(200, 0, '壊れた,"閉じ');
    const file = read('faq.csv', utf8(['質問,回答', ...rows].join('\r\n')));
    expect(file.rows.map((row) => row.answer)).toEqual(Array.from({ length: 400 }, (_, n) => answer(n)));
    expect(file.rows.map((row) => row.line)).toEqual(Array.from({ length: 400 }, (_, n) => 2 + n * 3 + (n < 200 ? 0 : 1)));
    expect(refusals(file)).toEqual([[602, 'row.broken']]);
  });

  test('with a cell that goes on for ever loses the line where it begins', () => {
    const endless = `問い,"${'a'.repeat(700_000)}`;
    const file = read('faq.csv', utf8(`質問,回答\n一,1\n${endless}\n二,2\n`));
    expect(refusals(file)).toEqual([[3, 'row.broken']]);
    expect(pairs(file).map(([line]) => line)).toEqual([2, 4]);
  });

  test('of 20,000 rows of unclosed quotes is given up as another kind of file', () => {
    expect(parseAtOnce('faq.csv', utf8('a,"b\n'.repeat(20_000)))).toBe('file.unreadable');
  });
});

describe('a JSONL file', () => {
  test('gives its rows, and loses broken lines alone', () => {
    const lines = [
      '{"id":"a","question":"送料は","answer":"660円","category":"配送","examples":["いくら"," いくら ",""]}',
      '{"id":"b","question":"途中で',
      '',
      '["question","answer"]',
      '{"question":"数",  "answer":5}',
      '{"question":"\\ud800","answer":"x"}',
      '{"question":"nul","answer":"a\\u0000b"}',
      '{"question":"答えなし"}',
      '{"id":"a","question":"別の質問","answer":"同じid"}',
      '{"id":9,"question":"送料は","answer":"同じ質問、別のid","category":null}',
    ];
    const file = read('faq.jsonl', utf8(lines.join('\r\n')));
    expect(refusals(file)).toEqual([
      [2, 'row.broken'],
      [4, 'row.broken'],
      [5, 'row.broken'],
      [6, 'text.malformed'],
      [7, 'text.malformed'],
      [8, 'answer.missing'],
      [9, 'question.repeated'],
    ]);
    expect(file.rows).toEqual([
      { line: 1, externalId: 'a', question: '送料は', answer: '660円', category: '配送', examples: ['いくら'], locale: null },
      { line: 10, externalId: '9', question: '送料は', answer: '同じ質問、別のid', category: null, examples: null, locale: null },
    ]);
  });
});

describe('a whole file is refused', () => {
  test.each([
    ['file.empty', 'faq.csv', utf8('')],
    ['file.empty', 'faq.csv', utf8('\r\n , \r\n\r\n')],
    ['file.empty', 'faq.csv', utf8('質問,回答\n')],
    ['file.empty', 'faq.jsonl', utf8('\n\n')],
    ['file.type_unknown', 'faq.xlsx', utf8('a,b')],
    ['file.type_unknown', 'csv', utf8('a,b')],
    ['file.type_unknown', 'faq.csv', Buffer.from('504b030414000600', 'hex')],
    ['file.too_many_rows', 'faq.csv', utf8(Array.from({ length: 20_001 }, (_, n) => `q${n},a`).join('\n'))],
    ['file.too_large', 'faq.csv', Buffer.alloc(importLimits.bytes + 1, 'a')],
  ])('%s: %s', (reason, name, bytes) => {
    expect(parseAtOnce(name, bytes)).toBe(reason);
  });
});

describe('for any file', () => {
  const fileName = fc.constantFrom('a.csv', 'a.jsonl', 'a.tsv');

  test('reading ends, and what it gives can be kept', () => {
    const anyBytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .string({
          unit: fc.constantFrom('"', ',', '\n', '\r', '\t', ';', ' ', 'a', 'あ', '\0', '\ud800', '{', '}', ':', '\\'),
          maxLength: 200,
        })
        .map(utf8),
    );
    fc.assert(
      fc.property(fileName, anyBytes, (name, bytes) => {
        const file = parseAtOnce(name, bytes);
        if (typeof file === 'string') return;
        for (const row of file.rows) {
          expect(row.question).not.toBe('');
          expect(row.answer).not.toBe('');
          expect(JSON.stringify(row)).not.toMatch(/\\u0000|\\ud[89a-f]/);
        }
        const lines = [...file.rows, ...file.refused].map(({ line }) => line);
        expect(new Set(lines).size).toBe(lines.length);
        expect(Math.max(0, ...lines)).toBeLessThanOrEqual(
          Buffer.from(bytes)
            .toString('latin1')
            .split(/\r\n|\n|\r/).length,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('what a spreadsheet writes is read back cell by cell', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('あ', 'い', 'a', '"', ',', '\n', '、', '|', ' '), minLength: 1, maxLength: 12 })
      .filter((text) => text.trim() !== '');
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(cell, cell), { minLength: 1, maxLength: 20, selector: ([question]) => question.trim() }),
        (rows) => {
          const text = ['質問,回答', ...rows.map((row) => row.map(quoted).join(','))].join('\r\n');
          const file = read('faq.csv', utf8(text));
          expect(file.refused).toEqual([]);
          expect(file.rows.map(({ question, answer }) => [question, answer])).toEqual(rows.map((row) => row.map((one) => one.trim())));
        },
      ),
    );
  });

  test('a broken JSON line never costs another', () => {
    const good = fc.uniqueArray(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        good,
        fc.nat(),
        fc.constantFrom('{', '"', '{"question":1}', '[]', 'null', '{"question":"a"'),
        (numbers, place, broken) => {
          const lines = numbers.map((n) => JSON.stringify({ question: `q${n}`, answer: 'a' }));
          const at = place % (lines.length + 1);
          lines.splice(at, 0, broken);
          const file = read('a.jsonl', utf8(lines.join('\n')));
          expect(file.rows.map(({ question }) => question)).toEqual(numbers.map((n) => `q${n}`));
          expect(file.refused.map(({ line }) => line)).toEqual([at + 1]);
        },
      ),
    );
  });
});

describe('entries that other systems leave half written', () => {
  test('an answer with a number but no question is titled by its first sentence', () => {
    const file = read('faq.jsonl', utf8(JSON.stringify({ id: 'a1', question: '', answer: '## はい。できます。\n続きがあります。' })));
    expect(pairs(file)).toEqual([[1, 'はい。', '## はい。できます。\n続きがあります。']]);
    const long = read('faq.jsonl', utf8(JSON.stringify({ id: 'a1', question: '', answer: 'あ'.repeat(100) })));
    expect([...long.rows[0]!.question]).toHaveLength(60);
  });

  test('a question with examples and no answer is kept', () => {
    const file = read(
      'faq.jsonl',
      utf8(JSON.stringify({ id: 'refund', question: 'Refund not showing up', answer: '', examples: ['Where is my refund?'] })),
    );
    expect(file.rows[0]).toMatchObject({ question: 'Refund not showing up', answer: '', examples: ['Where is my refund?'] });
    expect(refusals(file)).toEqual([]);
  });
});
