import { expect, test } from 'vitest';
import { parseQuery } from '../query/parse.rules.ts';
import { markAll, snippetOf } from './highlight.rules.ts';
import { needlesOf } from './needles.rules.ts';

const shown = (q: string, text: string) => {
  const { text: piece, ranges } = snippetOf(text, needlesOf(parseQuery(q).map((term) => ({ ...term, tokens: [], customerIds: [] }))));
  return ranges.map(([from, to]) => piece.slice(from, to));
};

test.each([
  ['カード', 'ｸﾚｼﾞｯﾄｶｰﾄﾞで', ['ｶｰﾄﾞ']],
  ['refund', 'REFUNDS, refunded; prerefund', ['REFUNDS', 'refunded']],
  ['09012345678', '電話は０９０－１２３４－５６７８です', ['０９０－１２３４－５６７８']],
  ['hz10234', '番号: HZ-10234', ['HZ-10234']],
  ['急須 茶', '急須でお茶を', ['急須', '茶']],
  ['cafe', 'Cafe\u0301', ['Cafe\u0301']],
])('%s in %s', (q, text, found) => {
  expect(shown(q, text)).toEqual(found);
});

test('the piece around the first place, on one line, no character cut in two', () => {
  const text = `${'👩‍🏫 はじめに\n'.repeat(60)}急須が割れました${'🍵'.repeat(200)}`;
  const { text: piece, ranges } = snippetOf(text, /急須/giu);
  expect(ranges.map(([from, to]) => piece.slice(from, to))).toEqual(['急須']);
  expect(piece.isWellFormed() && !piece.includes('\n') && piece.startsWith('…') && piece.endsWith('…')).toBe(true);
  expect(piece.length).toBeLessThan(190);
});

test('nothing to be shown leaves a text as it is', () => {
  expect(markAll('急須', null)).toEqual({ text: '急須', ranges: [] });
});
