// Asks a set of questions of a set of FAQ entries, through the very code that the bot runs, and writes what it would do.
//   npm run -s eval:answers -- --faq FAQ.jsonl --queries Q.jsonl --out RUN.jsonl
// FAQ lines: {id, question, answer, category?, examples?[]} · query lines: {id, query} · run lines: {id, ranked (10 ids, best
// first), confidence, decision, millis}. Times and memory go to stderr.
// With --embeddings URL --embedding-model NAME the entries are embedded there first and each question is sent there too, as by a workspace
// with an embedding model; the key, if one is needed, is taken from the environment (EMBEDDING_KEY).
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { decide } from '../apps/server/src/bot/decide/decide.rules.ts';
import { withMeaning } from '../apps/server/src/bot/meaning.rules.ts';
import { buildIndex } from '../apps/server/src/knowledge/search/search-index.ts';
import { sharedTokenizer } from '../apps/server/src/platform/text/tokenizer.ts';
import { type Search, searchWithEmbeddings } from './eval/embeddings.ts';
import { InputError, messageOf, type Query, readEntries, readQueries } from './eval/question-sets.ts';

const USAGE =
  'usage: npm run -s eval:answers -- --faq FAQ.jsonl --queries QUERIES.jsonl --out RUN.jsonl [--embeddings URL --embedding-model NAME]';
const RANKED = 10;

type RunLine = { id: string; ranked: string[]; confidence: number; decision: string; millis: number };

type Options = { faq: string; queries: string; out: string; embeddings: { url: string; model: string } | null };

function readOptions(): Options {
  const text = { type: 'string' } as const;
  const options = { faq: text, queries: text, out: text, embeddings: text, 'embedding-model': text };
  try {
    const { faq, queries, out, embeddings: url, 'embedding-model': model } = parseArgs({ options }).values;
    if (faq && queries && out && Boolean(url) === Boolean(model))
      return { faq, queries, out, embeddings: url && model ? { url, model } : null };
  } catch (error) {
    throw new InputError(`${messageOf(error)}\n${USAGE}`);
  }
  throw new InputError(USAGE);
}

async function ask(search: Search, { id, query }: Query): Promise<RunLine> {
  const startedAt = performance.now();
  const result = await search(query, { limit: RANKED });
  const { decision, confidence } = withMeaning(decide(result), result);
  const millis = performance.now() - startedAt;
  return { id, ranked: result.hits.map((hit) => hit.id), confidence: round(confidence, 6), decision, millis: round(millis, 3) };
}

async function main(): Promise<void> {
  const { faq, queries: queriesPath, out, embeddings } = readOptions();
  const entries = readEntries(faq);
  const queries = readQueries(queriesPath);

  const startedAt = performance.now();
  const index = await buildIndex(entries);
  const buildMillis = performance.now() - startedAt;
  const search: Search = embeddings ? await searchWithEmbeddings(index, entries, embeddings) : index.search;
  const run: RunLine[] = [];
  for (const query of queries) run.push(await ask(search, query));
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

try {
  await main();
} catch (error) {
  console.error(error instanceof InputError ? error.message : error);
  process.exitCode = 1;
} finally {
  await sharedTokenizer().close();
}
