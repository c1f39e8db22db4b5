import type { AnswerKind } from '@madoguchi/contract/flows.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer } from './answers.rules.ts';

const TODAY = '2026-11-24';
const read = (kind: AnswerKind, text: string) => readAnswer(kind, text, TODAY);

describe('a day', () => {
  test.each([
    ['2026-11-22', '2026-11-22'],
    ['2026/11/22', '2026-11-22'],
    ['２０２６／１１／２', '2026-11-02'],
    ['2026.1.5', '2026-01-05'],
    ['20261122', '2026-11-22'],
    ['2026年11月22日', '2026-11-22'],
    ['2026年11月22日(日)', '2026-11-22'],
    ['2026 年 11 月 22 日です。', '2026-11-22'],
    ['令和8年11月22日', '2026-11-22'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['昭和64年1月7日', '1989-01-07'],
    ['R8.11.22', '2026-11-22'],
    ['r8/11/22', '2026-11-22'],
    ['11月22日', '2026-11-22'],
    ['11/22', '2026-11-22'],
    ['1月5日', '2027-01-05'],
    ['8月1日', '2026-08-01'],
    ['Nov 22, 2026', '2026-11-22'],
    ['November 22nd 2026', '2026-11-22'],
    ['22 Nov 2026', '2026-11-22'],
    ['22nd of November', '2026-11-22'],
    ['Sunday, Nov 22', '2026-11-22'],
    ['Sept 3', '2026-09-03'],
    ['今日', '2026-11-24'],
    ['昨日です', '2026-11-23'],
    ['tomorrow', '2026-11-25'],
    ['2028-02-29', '2028-02-29'],
  ])('%s is %s', (text, day) => expect(read('date', text)).toBe(day));

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026/11/32',
    '11月',
    '2月30日',
    '来週あたり',
    '22',
    'Foo 22',
    '0000-01-01',
    '令和0年1月1日',
    '',
    '1234567890',
  ])('%s is none', (text) => expect(read('date', text)).toBeNull());

  test('whatever is read is a day of the calendar, and reads as itself', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-').map(Number);
        expect(read('date', iso)).toBe(iso);
        expect(read('date', `${year}年${month}月${day}日`)).toBe(iso);
      }),
    );
  });
});

test.each([
  ['email', 'sato@mail.example', 'sato@mail.example'],
  ['email', ' ｓａｔｏ＠ｍａｉｌ．ｅｘａｍｐｌｅ ', 'sato@mail.example'],
  ['email', 'first.last+tag@sub.mail.example', 'first.last+tag@sub.mail.example'],
  ['phone', '090-1234-5678', '09012345678'],
  ['phone', '０３（１２３４）５６７８', '0312345678'],
  ['phone', '03ー1234ー5678', '0312345678'],
  ['phone', '+81 90 1234 5678', '+819012345678'],
  ['phone', '+1 (415) 555-0100', '+14155550100'],
  ['number', '１，２００円', '1200'],
  ['number', '3個', '3'],
  ['number', '-1.50', '-1.5'],
  ['number', '¥12,345,678', '12345678'],
  ['order_number', 'HS-20261101', 'HS-20261101'],
  ['order_number', '＃ＨＳ－１２３', 'HS-123'],
  ['order_number', 'No. 12345', '12345'],
  ['text', ' 色が違いました ', '色が違いました'],
] as const)('%s: 「%s」 is kept as %s', (kind, text, kept) => expect(read(kind, text)).toBe(kept));

test.each([
  [
    'email',
    'sato',
    'sato@mail',
    'a b@mail.example',
    '@mail.example',
    'sato@-mail.example',
    '<sato@mail.example>',
    `${'a'.repeat(65)}@mail.example`,
  ],
  ['phone', '1234', '12345678901234567890', '090-1234', '+0123456789', '電話はありません', '00-1234-5678'],
  ['number', '三', '1,2', '1.2.3', 'abc', '1e5', '9'.repeat(16), 'Infinity'],
  ['order_number', 'A1', 'A'.repeat(41), '注文番号123', 'HS 123', '---'],
  ['text', '', '   '],
] as const)('%s: what is none', (kind, ...texts) => {
  for (const text of texts) expect(read(kind, text), text).toBeNull();
});

test.each(['__proto__', 'constructor', 'toString'])('%s is no day', (text) => {
  expect(read('date', text)).toBeNull();
});

test('nothing that is typed breaks the reading of any kind', () => {
  const kind = fc.constantFrom<AnswerKind>('text', 'email', 'phone', 'number', 'date', 'order_number');
  fc.assert(
    fc.property(kind, fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (one, text) => {
      const kept = read(one, text);
      if (kept !== null && one !== 'text') expect(read(one, kept)).toBe(kept);
    }),
    { numRuns: 2000 },
  );
});
