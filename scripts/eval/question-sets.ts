// Sets of entries and questions as the evaluations read them: one JSON object a line.
import { readFileSync } from 'node:fs';
import type { Entry } from '../../apps/server/src/knowledge/search/search.types.ts';

/** `relevant`: the entries that answer it; none: it is out of scope. Not needed where nothing is scored. */
export type Query = { id: string; query: string; relevant?: string[] };

/** A mistake in what the caller gave: told in one line, without a stack. */
export class InputError extends Error {}

/** @throws InputError naming the line */
export const readEntries = (path: string): Entry[] => readLines<Entry>(path, entryProblem);
/** @throws InputError naming the line */
export const readQueries = (path: string): Query[] => readLines<Query>(path, queryProblem);

/** The file's lines as `T`; empty lines are passed over. `problem` says what a value lacks, or null. */
function readLines<T>(path: string, problem: (value: Record<string, unknown>) => string | null): T[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError(`cannot read ${path}: ${messageOf(error)}`);
  }
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const where = `${path} line ${at + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      throw new InputError(`${where}: not JSON (${messageOf(error)})`);
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InputError(`${where}: not an object`);
    const wrong = problem(value as Record<string, unknown>);
    if (wrong) throw new InputError(`${where}: ${wrong}`);
    return [value as T];
  });
}

function entryProblem({ id, question, answer, category, examples }: Record<string, unknown>): string | null {
  if (typeof id !== 'string' || id === '') return '"id" must be a text';
  if (typeof question !== 'string' || typeof answer !== 'string') return '"question" and "answer" must be texts';
  if (category !== undefined && typeof category !== 'string') return '"category" must be a text';
  const areTexts = examples === undefined || (Array.isArray(examples) && examples.every((example) => typeof example === 'string'));
  return areTexts ? null : '"examples" must be a list of texts';
}

function queryProblem({ id, query }: Record<string, unknown>): string | null {
  if (typeof id !== 'string' || id === '') return '"id" must be a text';
  return typeof query === 'string' ? null : '"query" must be a text';
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
