import { expect, test } from 'vitest';
import { snippetOf } from '../show/highlight.rules.ts';
import { needlesOf } from '../show/needles.rules.ts';
import { LONGEST_QUERY, parseQuery } from './parse.rules.ts';
import { customersQuery, namedBy, talkQuery } from './tsquery.rules.ts';

const read = (q: string) => parseQuery(q).map((term) => ({ ...term, tokens: [], customerIds: [] }));
const brief = (q: string) => parseQuery(q).map(({ kind, text, isUnwanted }) => `${isUnwanted ? '-' : ''}${kind}:${text}`);

test.each([
  ['急須　割れ', ['words:急須', 'words:割れ']],
  ['“届かない” 急須', ['exact:届かない', 'words:急須']],
  ['「ほうじ茶」-返品', ['exact:ほうじ茶', '-words:返品']],
  ['#1042', ['number:#1042']],
  ['HZ-10234', ['number:hz10234']],
  ['090-1234-5678', ['phone:+819012345678']],
  ['(075) 123 4567', ['phone:+81751234567']],
  ['hanako.sato@mail.example', ['words:hanako.sato@mail.example']],
  ['2026年', ['words:2026年']],
  ['返品 返品', ['words:返品']],
  ['の', []],
  ['-急須', []],
  ['" 。！', []],
])('%s', (q, expected) => {
  expect(brief(q)).toEqual(expected);
});

test('whatever is typed, it is taken apart without an error and never becomes endless', () => {
  const signs = [
    '"',
    "'",
    '\\',
    '-',
    '#',
    '(',
    ')',
    '|',
    '&',
    '!',
    ':*',
    '<->',
    ' ',
    '　',
    '急須',
    '届きません',
    'refunds',
    '茶',
    'の',
    '٣',
    '👩‍🏫',
    '\ud800',
    '\u0000',
    'é',
    'ｶﾞ',
    '090',
    '1042',
    '@',
    '%',
    '=',
    '…',
    '「',
    '」',
    '[',
    '*',
    '^',
    '~',
  ];
  let seed = 20261122;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let round = 0; round < 2000; round += 1) {
    const q = Array.from({ length: next(round % 50 === 0 ? 400 : 14) }, () => signs[next(signs.length)]).join('');
    const terms = read(q);
    expect(terms.length).toBeLessThanOrEqual(8);
    const asked = [talkQuery(terms), customersQuery(terms), ...terms.map(namedBy)];
    for (const one of asked) {
      if (one === null) continue;
      expect(one.length, q).toBeLessThan(60 * LONGEST_QUERY);
      // Only quoted terms and the operators between them.
      expect(one, q).toMatch(/^(?:'(?:[^'\\]|''|\\\\)+'|[ ()&|!])+$/);
    }
    const text = `前置き${q}あとがき`.repeat(3);
    const { text: shown, ranges } = snippetOf(text, needlesOf(terms));
    for (const [from, to] of ranges) expect(from >= 0 && from < to && to <= shown.length, q).toBe(true);
  }
});
