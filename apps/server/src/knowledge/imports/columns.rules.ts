// Pure: what the columns of a table mean.
import { foldText } from '../../platform/text/fold.ts';
import { splitExamples } from './example-lines.rules.ts';
import type { RawFields } from './import.types.ts';

type Column = keyof RawFields;

const NAMES: Record<Column, readonly string[]> = {
  question: ['質問', '質問文', '質問内容', '問い', '問', 'ご質問', 'q', 'question', 'title', 'タイトル'],
  answer: ['回答', '回答文', '回答内容', '答え', '答', 'ご回答', 'a', 'answer', '本文'],
  category: ['カテゴリ', 'カテゴリー', '分類', 'category'],
  examples: ['例', '質問例', '言い換え', '言いかえ', '類似質問', '類義質問', 'example', 'examples'],
  id: ['id', '番号', 'no', 'no.', '管理番号', 'external_id'],
  locale: ['言語', 'locale', 'language', 'lang'],
  status: ['状態', '公開状態', 'status'],
  audience: ['読める人', 'audience'],
  brands: ['ブランド', 'brands', 'brand'],
};
const COLUMN_OF = new Map(Object.entries(NAMES).flatMap(([column, names]) => names.map((name) => [name, column as Column] as const)));

/** By position what a column holds; null for one nobody asked for. */
export type Columns = readonly (Column | null)[];

/** What the first row says about the columns; null when it is no header but already a question and its answer. */
export function columnsOf(firstRow: readonly string[]): Columns | null {
  const seen = new Set<Column>();
  const columns = firstRow.map((cell) => {
    const column = COLUMN_OF.get(foldText(cell)) ?? null;
    if (column === null || seen.has(column)) return null;
    seen.add(column);
    return column;
  });
  if (seen.has('question') && seen.has('answer')) return columns;
  // One letter alone proves nothing: an answer may be "A".
  const isNamed = firstRow.some((cell, at) => (columns[at] === 'question' || columns[at] === 'answer') && foldText(cell).length > 1);
  return isNamed ? columns : null;
}

export const WITHOUT_HEADER: Columns = ['question', 'answer'];

/** A row by the names of its columns; several examples stand in one cell on lines of their own or between bars. */
export function fieldsOf(cells: readonly string[], columns: Columns): RawFields {
  const fields: RawFields = {};
  for (const [at, column] of columns.entries()) {
    // An apostrophe keeps a spreadsheet from running what looks like a formula: it is no part of the text.
    const cell = (cells[at] ?? '').replace(/^'(?='*[=+\-@])/, '');
    if (column === 'examples') fields.examples = splitExamples(cell);
    else if (column !== null) fields[column] = cell;
  }
  return fields;
}
