import { setImmediate } from 'node:timers/promises';
import { fileRefused } from './import.errors.ts';
import { importLimits, parseImport } from './import.parse.ts';
import type { FileReason, ImportRow, ParsedFile, RefusedFile, RefusedLine } from './import.types.ts';
import { type PageThread, pageThread } from './page-thread.ts';

export type GivenFile = { name: string; bytes: Uint8Array };
export type ParsedFiles = { encoding: string; rows: ImportRow[]; refused: (RefusedLine | RefusedFile)[] };

/**
 * Reads the files of one import, as one. A file alone that cannot be read is refused as a whole; among others it is named with its reason,
 * and they go on. The same id or question in two files counts once. @throws fileRefused
 */
export async function parseFiles(files: readonly GivenFile[]): Promise<ParsedFiles> {
  const pages = pageThread();
  try {
    return await parseAll(files, pages);
  } finally {
    pages.close();
  }
}

async function parseAll(files: readonly GivenFile[], pages: PageThread): Promise<ParsedFiles> {
  const [first] = files;
  if (files.length === 1 && first) {
    const parsed = await parse(first, pages);
    if (typeof parsed === 'string') throw fileRefused(parsed, { limits: importLimits });
    return parsed;
  }
  const all: ParsedFiles = { encoding: '', rows: [], refused: [] };
  const encodings = new Set<string>();
  const seen = new Set<string>();
  for (const file of files) {
    const parsed = await parse(file, pages);
    if (typeof parsed === 'string') {
      all.refused.push({ file: file.name, line: 0, reason: parsed, text: '' });
      continue;
    }
    encodings.add(parsed.encoding);
    for (const one of parsed.refused) all.refused.push({ ...one, file: file.name });
    for (const row of parsed.rows) {
      const names = [`?${row.locale} ${row.question}`, ...(row.externalId === null ? [] : [`#${row.externalId}`])];
      if (names.some((name) => seen.has(name)))
        all.refused.push({ file: file.name, line: row.line, reason: 'question.repeated', text: row.question });
      else all.rows.push({ ...row, file: file.name });
      for (const name of names) seen.add(name);
    }
    if (all.rows.length > importLimits.rows) throw fileRefused('file.too_many_rows', { limits: importLimits });
  }
  return { ...all, encoding: [...encodings].join(' · ') };
}

async function parse({ name, bytes }: GivenFile, pages: PageThread): Promise<ParsedFile | FileReason> {
  const steps = parseImport(name, bytes);
  let step = steps.next();
  while (!step.done) {
    const html = step.value;
    if (html === undefined) await setImmediate();
    step = steps.next(html === undefined ? undefined : await pages.read(html));
  }
  return step.value;
}
