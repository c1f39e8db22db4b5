import type { ImportPreview } from '@madoguchi/contract/knowledge.ts';
import type { AdminKey } from '../../admin/admin-words.ts';

export type Refused = ImportPreview['refused'][number];

const reasons: Record<string, AdminKey> = {
  'row.broken': 'refused.row_broken',
  'row.too_long': 'refused.row_too_long',
  'question.missing': 'refused.question_missing',
  'question.too_long': 'refused.question_too_long',
  'answer.missing': 'refused.answer_missing',
  'answer.too_long': 'refused.answer_too_long',
  'page.too_large': 'refused.page_too_large',
  'page.too_slow': 'refused.page_too_slow',
  'text.malformed': 'refused.text_malformed',
  'question.repeated': 'refused.question_repeated',
  'file.empty': 'problem.file_empty',
  'file.too_large': 'problem.file_too_large',
  'file.too_many_rows': 'problem.file_too_many_rows',
  'file.type_unknown': 'problem.file_type_unknown',
  'file.unreadable': 'problem.file_unreadable',
};

/** Why a line was refused, as a key of our words; a reason that this screen does not know is only said to be one. */
export const reasonWord = (reason: string): AdminKey => reasons[reason] ?? 'refused.other';

/** Spreadsheets take a cell that begins like this for a formula and would run it. */
const formula = /^[=+\-@\t\r]/;

const cell = (text: string) => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** Refused lines as CSV that Excel opens with the right letters (BOM, CRLF). `head` are the words of the first row. */
export function refusalsCsv(
  refused: readonly Refused[],
  head: readonly [string, string, string],
  wordOf: (reason: string) => string,
): string {
  const rows = refused.map(({ file, line, reason, text }) =>
    [file ? cell(`${file}:${line}`) : String(line), cell(wordOf(reason)), cell(text)].join(','),
  );
  return `\uFEFF${[head.map(cell).join(','), ...rows].join('\r\n')}\r\n`;
}
