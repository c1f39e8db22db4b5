import type { Locale } from '@madoguchi/contract/common.ts';
import type { ImportPreview } from '@madoguchi/contract/knowledge.ts';

/** One question and answer of a file. Null where the file does not speak of it: then what is stored stays. */
export type ImportRow = {
  /** Where it begins in the file, from 1. */
  line: number;
  externalId: string | null;
  question: string;
  answer: string;
  category: string | null;
  examples: string[] | null;
  locale: Locale | null;
};

/** Why a line was left out; screens turn it into words. */
export type LineReason =
  | 'row.broken'
  | 'row.too_long'
  | 'question.missing'
  | 'question.too_long'
  | 'question.repeated'
  | 'answer.missing'
  | 'answer.too_long'
  | 'text.malformed';
export type RefusedLine = { line: number; reason: LineReason; text: string };

/** Why a whole file was left out. */
export type FileReason = 'file.empty' | 'file.too_large' | 'file.too_many_rows' | 'file.type_unknown' | 'file.unreadable';

export type Encoding = 'UTF-8' | 'Shift_JIS' | 'UTF-16LE' | 'UTF-16BE';
export type ParsedFile = { encoding: Encoding; rows: ImportRow[]; refused: RefusedLine[] };

/** What a reader of one format makes of a line: the named cells, or why not. Between rows it says null when others may have their turn. */
export type RawRow = { line: number; text: string } & ({ fields: RawFields } | { reason: LineReason });
export type RawFields = {
  id?: string;
  question?: string;
  answer?: string;
  category?: string;
  examples?: string[];
  locale?: string;
};

export type Change = ImportPreview['sample'][number]['change'];
