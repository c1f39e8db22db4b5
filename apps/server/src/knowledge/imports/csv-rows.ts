import { CsvError, parse } from 'csv-parse/sync';
import { cutText } from '../../platform/text/fold.ts';
import { type Columns, columnsOf, fieldsOf, WITHOUT_HEADER } from './columns.rules.ts';
import type { RawRow } from './import.types.ts';

/** Rows read before the caller gets a turn. */
const AT_A_TIME = 100;
/** More than a row can hold and still be taken; also how far an unclosed quote is followed. */
const ROW_BYTES = 400_000;
/** Looked at in one go; more than the longest row, so that there is always a whole one or a broken one in it. */
const WINDOW_BYTES = 600_000;
const SHOWN = 200;

type Cells = { line: number; text: string } & ({ cells: string[] } | { reason: 'row.broken' });

/** The rows of a table with comma, tab or semicolon between the cells. Never throws. */
export function* csvRows(text: string): Generator<RawRow | null> {
  let columns: Columns | null = null;
  for (const row of cellRows(text)) {
    if (row === null || 'reason' in row) yield row;
    else if (row.cells.every((cell) => cell.trim() === '')) continue;
    else if (columns === null) {
      columns = columnsOf(row.cells);
      if (columns === null) {
        columns = WITHOUT_HEADER;
        yield { line: row.line, text: row.text, fields: fieldsOf(row.cells, columns) };
      }
    } else yield { line: row.line, text: row.text, fields: fieldsOf(row.cells, columns) };
  }
}

/**
 * A quote that is never closed would swallow the rows below it, and one closed too early ends the parser: then the line is left out,
 * and reading goes on with the next.
 */
function* cellRows(text: string): Generator<Cells | null> {
  const bytes = Buffer.from(text);
  const delimiter = delimiterOf(text);
  let at = 0;
  let line = 1;
  for (;;) {
    // Empty lines are passed over here: the parser would make a row of each.
    for (; bytes[at] === 10 || bytes[at] === 13; at += 1) if (isLineEnd(bytes, at)) line += 1;
    if (at >= bytes.length) return;
    const { rows, end, broken } = readSome(bytes.subarray(at, at + WINDOW_BYTES), delimiter, at + WINDOW_BYTES < bytes.length);
    for (const [i, { cells, to }] of rows.entries()) {
      const part = bytes.subarray(at + (rows[i - 1]?.to ?? 0), at + to);
      yield { line, text: shown(part), cells };
      line += lineEnds(part);
    }
    at += end;
    yield null;
    if (!broken) continue;
    const next = endOfLine(bytes, at);
    yield { line, text: shown(bytes.subarray(at, next)), reason: 'row.broken' };
    line += 1;
    at = next;
  }
}

type Some = { rows: { cells: string[]; to: number }[]; end: number; broken: boolean };

function readSome(bytes: Buffer, delimiter: string, isCut: boolean): Some {
  const rows: Some['rows'] = [];
  let broken = false;
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      trim: true,
      to: AT_A_TIME,
      max_record_size: ROW_BYTES,
      on_record: (cells: string[], { bytes: to }) => {
        rows.push({ cells, to });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    broken = true;
  }
  // The last row of a window may go on behind it: it is read again from its beginning.
  if (isCut && rows.at(-1)?.to === bytes.length) rows.pop();
  const end = rows.at(-1)?.to ?? 0;
  if (isCut && rows.length > 0 && bytes.length - end <= ROW_BYTES) broken = false;
  // Nothing read and nothing wrong: only what the parser passes over was left.
  return { rows, end: rows.length === 0 && !broken ? bytes.length : end, broken };
}

/** What stands between the cells of the first line: Excel writes commas, its "Unicode text" tabs, some countries' semicolons. */
function delimiterOf(text: string): string {
  const first = cutText(text, 4000).split(/[\r\n]/, 1)[0] ?? '';
  if (first.includes('\t')) return '\t';
  return !first.includes(',') && first.includes(';') ? ';' : ',';
}

const isLineEnd = (bytes: Buffer, at: number) => bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10);

function endOfLine(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at += 1) if (isLineEnd(bytes, at)) return at + 1;
  return bytes.length;
}

function lineEnds(bytes: Buffer): number {
  let found = 0;
  for (let at = 0; at < bytes.length; at += 1) if (isLineEnd(bytes, at)) found += 1;
  return found;
}

const shown = (bytes: Buffer): string =>
  cutText(
    bytes
      .subarray(0, SHOWN * 4)
      .toString('utf8')
      .trim(),
    SHOWN,
  );
