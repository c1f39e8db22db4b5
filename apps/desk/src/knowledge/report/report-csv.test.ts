import { expect, test } from 'vitest';
import { tableCsv } from './report-csv.ts';

test('a table opens in Excel as it was on screen', () => {
  expect(tableCsv(['検索した言葉', '回数'], [['ふた, "単品"', 3]])).toBe('\uFEFF"検索した言葉","回数"\r\n"ふた, ""単品""","3"\r\n');
});

test('what customers typed is never a formula, and numbers stay numbers', () => {
  expect(tableCsv(['q', 'n'], [['=HYPERLINK("http://x.example")', -1]])).toBe(
    '\uFEFF"q","n"\r\n"\'=HYPERLINK(""http://x.example"")","-1"\r\n',
  );
});
