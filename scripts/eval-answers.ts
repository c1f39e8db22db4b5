// Asks a set of questions of a set of FAQ entries, through the very code that the bot runs, and writes what it would do.
//   npm run -s eval:answers -- --faq FAQ.jsonl --queries Q.jsonl --out RUN.jsonl
// FAQ lines: {id, question, answer, category?, examples?[]} · query lines: {id, query} · run lines: {id, ranked (10 ids, best
// first), confidence, decision, millis}. Times and memory go to stderr.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { decide } from '../apps/server/src/bot/decide/decide.rules.ts';
import type { Entry, SearchIndex } from '../apps/server/src/knowledge/search/search.types.ts';
import { buildIndex } from '../apps/server/src/knowledge/search/search-index.ts';
import { sharedTokenizer } from '../apps/server/src/platform/text/tokenizer.ts';

const USAGE = 'usage: npm run -s eval:answers -- --faq FAQ.jsonl --queries QUERIES.jsonl --out RUN.jsonl';
const RANKED = 10;

type Query = { id: string; query: string };
type RunLine = { id: string; ranked: string[]; confidence: number; decision: string; millis: number };

/** A mistake in what the caller gave: told in one line, without a stack. */
class InputError extends Error {}

function readOptions(): { faq: string; queries: string; out: string } {
  const options = { faq: { type: 'string' }, queries: { type: 'string' }, out: { type: 'string' } } as const;
  try {
    const { faq, queries, out } = parseArgs({ options }).values;
    if (faq && queries && out) return { faq, queries, out };
  } catch (error) {
    throw new InputError(`${messageOf(error)}\n${USAGE}`);
  }
  throw new InputError(USAGE);
}

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

async function ask(index: SearchIndex, { id, query }: Query): Promise<RunLine> {
  const startedAt = performance.now();
  const result = await index.search(query, { limit: RANKED });
  const { decision, confidence } = decide(result);
  const millis = performance.now() - startedAt;
  return { id, ranked: result.hits.map((hit) => hit.id), confidence: round(confidence, 6), decision, millis: round(millis, 3) };
}

async function main(): Promise<void> {
  const { faq, queries: queriesPath, out } = readOptions();
  const entries = readLines<Entry>(faq, entryProblem);
  const queries = readLines<Query>(queriesPath, queryProblem);

  const startedAt = performance.now();
  const index = await buildIndex(entries);
  const buildMillis = performance.now() - startedAt;
  const run: RunLine[] = [];
  for (const query of queries) run.push(await ask(index, query));
  try {
    writeFileSync(out, run.map((line) => `${JSON.stringify(line)}\n`).join(''));
  } catch (error) {
    throw new InputError(`cannot write ${out}: ${messageOf(error)}`);
  }

  const times = run.map(({ millis }) => millis).sort((a, b) => a - b);
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  console.error(`index: ${index.size} entries in ${round(buildMillis / 1000, 2)} s`);
  console.error(`questions: ${run.length}, p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms, most ${times.at(-1) ?? 0} ms`);
  console.error(`memory: ${megabytes(rss)} MB in all, heap ${megabytes(heapUsed)} MB, index arrays ${megabytes(arrayBuffers)} MB`);
}

const quantile = (sorted: number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const round = (value: number, digits: number): number => Number(value.toFixed(digits));
const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

try {
  await main();
} catch (error) {
  console.error(error instanceof InputError ? error.message : error);
  process.exitCode = 1;
} finally {
  await sharedTokenizer().close();
}
