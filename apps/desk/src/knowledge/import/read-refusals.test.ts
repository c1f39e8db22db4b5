import { expect, test } from 'vitest';
import { reasonWord, refusalsCsv } from './read-refusals.ts';

const head = ['行', '理由', '内容'] as const;

test('refused lines become a CSV that Excel reads: BOM, CRLF, quotes doubled, line breaks inside kept', () => {
  const csv = refusalsCsv([{ line: 12, reason: 'row.broken', text: '"送料は?,"550円"\nです' }], head, () => '読めません');
  expect(csv).toBe('\uFEFF"行","理由","内容"\r\n12,"読めません","""送料は?,""550円""\nです"\r\n');
});

test('a line that begins like a formula is not run by the spreadsheet', () => {
  const csv = refusalsCsv([{ line: 2, reason: 'answer.missing', text: '=HYPERLINK("https://evil.example")' }], head, () => '回答なし');
  expect(csv).toContain(`2,"回答なし","'=HYPERLINK(""https://evil.example"")"`);
});

test('a reason of a newer server is still said in words', () => {
  expect(reasonWord('question.repeated')).toBe('refused.question_repeated');
  expect(reasonWord('row.haunted')).toBe('refused.other');
});
