import { readHtml } from './html-text.ts';
import { parseImport } from './import.parse.ts';
import type { FileReason, ParsedFile } from './import.types.ts';

/** Reads a file in one go, its pages too. */
export function parseAtOnce(fileName: string, bytes: Uint8Array): ParsedFile | FileReason {
  const steps = parseImport(fileName, bytes);
  let step = steps.next();
  while (!step.done) step = steps.next(step.value === undefined ? undefined : readHtml(step.value));
  return step.value;
}
