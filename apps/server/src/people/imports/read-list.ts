import { CsvError, parse } from 'csv-parse/sync';
import { listRefused } from '../people.errors.ts';

type Encoding = 'UTF-8' | 'Shift_JIS';
export const LIMITS = { bytes: 20 * 1024 * 1024, rows: 50_000, columns: 100 } as const;

/** The cells of a list, its first line being the headings. @throws listRefused: file.empty, file.quote_open, file.unreadable, file.too_many_rows */
export function readList(bytes: Buffer): { encoding: Encoding; columns: string[]; rows: string[][] } {
  const { encoding, text } = decode(bytes);
  const first = text.slice(0, 4000).split(/[\r\n]/, 1)[0] ?? '';
  const delimiter = first.includes('\t') ? '\t' : !first.includes(',') && first.includes(';') ? ';' : ',';
  let cells: string[][];
  try {
    const options = { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true, to: LIMITS.rows + 2 };
    cells = parse(text, options) as string[][];
  } catch (error) {
    if (error instanceof CsvError)
      throw listRefused(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'file.quote_open' : 'file.unreadable', { line: error.lines });
    throw error;
  }
  const [columns = [], ...rows] = cells;
  if (rows.length === 0) throw listRefused('file.empty');
  if (rows.length > LIMITS.rows || columns.length > LIMITS.columns) throw listRefused('file.too_many_rows', { limits: LIMITS });
  return { encoding, columns, rows };
}

/** UTF-8, unless the bytes are none: then Shift_JIS as Windows writes it. */
function decode(bytes: Buffer): { encoding: Encoding; text: string } {
  try {
    return { encoding: 'UTF-8', text: wellFormed(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { encoding: 'Shift_JIS', text: wellFormed(new TextDecoder('shift_jis').decode(bytes)) };
  }
}

const wellFormed = (text: string): string => text.replaceAll('\u0000', '');
