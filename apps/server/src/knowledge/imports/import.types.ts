import type { Locale } from '@madoguchi/contract/common.ts';
import type { ImportPreview } from '@madoguchi/contract/knowledge.ts';

/** One question and answer of a file. Null where the file does not speak of it: then what is stored stays. */
export type ImportRow = {
  /** Which of several files; rows of a file alone have none. */
  file?: string;
  /** Where it begins in the file, from 1. */
  line: number;
  externalId: string | null;
  question: string;
  answer: string;
  category: string | null;
  examples: string[] | null;
  locale: Locale | null;
  /** It was no published article where it comes from: a new one stays a draft. */
  isDraft?: boolean;
  /** It was for the house only: a new one is too. */
  isInternal?: boolean;
  /** Keys of the brands it was for; left out: of all. */
  brandKeys?: string[];
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
  | 'page.too_large'
  | 'page.too_slow'
  | 'text.malformed';
export type RefusedLine = { file?: string; line: number; reason: LineReason; text: string };

/** A file among others of which nothing was taken; its line is 0. */
export type RefusedFile = { file: string; line: number; reason: FileReason; text: string };

/** Why a whole file was left out. */
export type FileReason = 'file.empty' | 'file.too_large' | 'file.too_many_rows' | 'file.type_unknown' | 'file.unreadable';

export type Encoding = 'UTF-8' | 'Shift_JIS' | 'UTF-16LE' | 'UTF-16BE';
export type ParsedFile = { encoding: Encoding; rows: ImportRow[]; refused: RefusedLine[] };

/** What an HTML page says: Markdown without scripts, styles and the site around it. `title`: its first heading, else its title; '' for none. */
export type PageText = { title: string; text: string };

/**
 * What a reader of one format makes of a line: the named cells, or why not, or a page that is to be read first. Between rows it says null
 * when others may have their turn.
 */
export type RawRow = { line: number; text: string } & (
  | { fields: RawFields }
  | { reason: LineReason }
  | { html: string; fieldsOf: (page: PageText) => RawFields }
);
export type RawFields = {
  id?: string;
  question?: string;
  answer?: string;
  category?: string;
  examples?: string[];
  locale?: string;
  status?: string;
  audience?: string;
  brands?: string;
};

export type Change = ImportPreview['sample'][number]['change'];
