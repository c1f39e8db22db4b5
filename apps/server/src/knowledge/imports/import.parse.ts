import { foldText } from '../../platform/text/fold.ts';
import { csvRows } from './csv-rows.ts';
import type { FileReason, ImportRow, LineReason, PageText, ParsedFile, RawFields, RawRow, RefusedLine } from './import.types.ts';
import { jsonlRows } from './jsonl-rows.ts';
import { helpCenterRows, htmlRows, markdownRows } from './page-rows.ts';
import { decodeText, encodingOf } from './text-file.ts';

export const importLimits = {
  bytes: 20 * 1024 * 1024,
  rows: 20_000,
  /** In one import. */
  files: 500,
  /** Of lines that are no rows at all; more, and it is another kind of file. */
  brokenLines: 1000,
  questionCharacters: 500,
  answerCharacters: 50_000,
  categoryCharacters: 100,
  examples: 300,
  exampleCharacters: 500,
  idCharacters: 200,
} as const;

const READERS: Readonly<Record<string, (text: string) => ReturnType<typeof csvRows>>> = {
  csv: csvRows,
  tsv: csvRows,
  jsonl: jsonlRows,
  md: markdownRows,
  markdown: markdownRows,
  html: htmlRows,
  htm: htmlRows,
  json: helpCenterRows,
};
/** Beginnings of files that are not text: zip (xlsx, numbers), the older Office files, pdf. */
const NOT_TEXT = ['504b0304', 'd0cf11e0', '25504446'];

type Steps = Generator<string | undefined, ParsedFile | FileReason, PageText | LineReason | undefined>;

/**
 * Reads a file of questions and answers: .csv or .tsv (with a header in Japanese or English, or question and answer first) or .jsonl; one
 * article as .md or .html; or the .json export of another help center.
 * A line that cannot be taken is named with its reason, the others go on. Pure, and never throws, whatever the bytes.
 * It yields now and then, so that reading a large file lets other work pass; when it yields a page of HTML, it goes on with what was read of it.
 */
export function* parseImport(fileName: string, bytes: Uint8Array): Steps {
  if (bytes.length > importLimits.bytes) return 'file.too_large';
  const read = READERS[/\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''];
  if (!read || NOT_TEXT.includes(Buffer.from(bytes.subarray(0, 4)).toString('hex'))) return 'file.type_unknown';
  const encoding = encodingOf(bytes);
  const text = yield* decodeText(bytes, encoding);
  const rows: ImportRow[] = [];
  const refused: RefusedLine[] = [];
  const isRepeated = makeRepetitionCheck();
  let broken = 0;
  for (const raw of read(text)) {
    if (raw === null) {
      yield undefined;
      continue;
    }
    const fields = yield* fieldsOf(raw);
    const row = typeof fields === 'string' ? fields : checkRow(raw.line, fields);
    const outcome = typeof row !== 'string' && isRepeated(row) ? 'question.repeated' : row;
    if (typeof outcome !== 'string') rows.push(outcome);
    else refused.push({ line: raw.line, reason: outcome, text: raw.text.toWellFormed().replaceAll('\0', '\ufffd') });
    if (outcome === 'row.broken') broken += 1;
    if (broken > importLimits.brokenLines) return 'file.unreadable';
    if (rows.length + refused.length > importLimits.rows) return 'file.too_many_rows';
  }
  return rows.length + refused.length === 0 ? 'file.empty' : { encoding, rows, refused };
}

function* fieldsOf(raw: RawRow): Generator<string, RawFields | LineReason, PageText | LineReason | undefined> {
  if ('reason' in raw) return raw.reason;
  if ('fields' in raw) return raw.fields;
  const page = yield raw.html;
  return typeof page === 'object' ? raw.fieldsOf(page) : (page ?? 'row.broken');
}

function checkRow(line: number, fields: RawFields): ImportRow | LineReason {
  const row: ImportRow = {
    line,
    externalId: fields.id?.trim() || null,
    question: (fields.question ?? '').trim(),
    answer: (fields.answer ?? '').replaceAll('\r\n', '\n').trim(),
    category: fields.category === undefined ? null : fields.category.trim(),
    examples: fields.examples ? [...new Set(fields.examples.map((example) => example.trim()).filter(Boolean))] : null,
    locale: localeOf(fields.locale),
    ...(/^(draft|archived|下書き|アーカイブ)$/i.test(fields.status?.trim() ?? '') ? { isDraft: true } : {}),
    ...(/^(internal|社内)$/i.test(fields.audience?.trim() ?? '') ? { isInternal: true } : {}),
    ...(fields.brands?.trim() ? { brandKeys: keysIn(fields.brands) } : {}),
  };
  const texts = [row.externalId ?? '', row.question, row.answer, row.category ?? '', ...(row.examples ?? [])];
  if (texts.some(isMalformed)) return 'text.malformed';
  // An entry of another system that has a number but no title of its own is titled by how its answer begins.
  if (row.question === '' && row.externalId !== null) row.question = beginningOf(row.answer);
  if (row.question === '') return 'question.missing';
  if (row.question.length > importLimits.questionCharacters) return 'question.too_long';
  // A question with examples and no answer is a draft to be written, and stays one.
  if (row.answer === '' && !row.examples?.length) return 'answer.missing';
  if (row.answer.length > importLimits.answerCharacters) return 'answer.too_long';
  return isTooLong(row) ? 'row.too_long' : row;
}

/** What can be the key of a brand; the rest names none. */
const keysIn = (text: string): string[] => [...new Set(text.match(/(?<![^\s,、])[a-z0-9-]{1,40}(?![^\s,、])/g) ?? [])].slice(0, 50);

const TITLE_CHARACTERS = 60;

/** The first sentence of an answer, at most 60 characters, without what marks up a heading. */
function beginningOf(answer: string): string {
  const line = answer.split('\n').find((one) => /[\p{L}\p{N}]/u.test(one)) ?? '';
  const sentence = /^.*?[。！？!?]|^.*/u.exec(line.replace(/^[#>*\-\s]+/, ''))?.[0] ?? '';
  const characters = [...sentence.trim()];
  return characters.length > TITLE_CHARACTERS ? `${characters.slice(0, TITLE_CHARACTERS - 1).join('')}…` : characters.join('');
}

/** What PostgreSQL cannot hold, and bytes that were no text. */
const isMalformed = (text: string): boolean => text.includes('\0') || text.includes('\ufffd') || !text.isWellFormed();

const isTooLong = ({ externalId, category, examples }: ImportRow): boolean =>
  (externalId ?? '').length > importLimits.idCharacters ||
  (category ?? '').length > importLimits.categoryCharacters ||
  (examples ?? []).length > importLimits.examples ||
  (examples ?? []).some((example) => example.length > importLimits.exampleCharacters);

function localeOf(text: string | undefined): ImportRow['locale'] {
  const folded = foldText(text ?? '');
  if (/^(ja|jp|日本語|japanese)/.test(folded)) return 'ja';
  return /^(en|英語|english)/.test(folded) ? 'en' : null;
}

/** Rows are told apart by their id, and by their question where one of them has none. */
function makeRepetitionCheck(): (row: ImportRow) => boolean {
  const ids = new Set<string>();
  const questions = new Set<string>();
  const questionsWithoutId = new Set<string>();
  return ({ externalId, question }) => {
    const known = externalId === null ? questions.has(question) : ids.has(externalId) || questionsWithoutId.has(question);
    if (known) return true;
    if (externalId === null) questionsWithoutId.add(question);
    else ids.add(externalId);
    questions.add(question);
    return false;
  };
}
