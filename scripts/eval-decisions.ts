// How far the bot's confidence and decisions can be trusted, through the very code that the bot runs.
//   npm run -s eval:decisions -- --faq FAQ.jsonl --queries Q.jsonl [--near-every N]
// FAQ and query lines as for eval:answers; queries carry `relevant` (none: out of scope). Prints one JSON object:
//   calibrationError     mean distance between the confidence shown and the share that was right, in ten steps (ECE), as shipped
//   calibrationErrorOwn  the same of one half of the questions once it is fitted to the other half, both ways
//   nearTopicRefused     an entry is really taken out and its questions asked: share refused at the bar that answers .85 of the others
//   outOfScopeRefused    share of questions out of scope refused at the confidence that .90 of the others reach
//   policy               by share of right answers that is asked for: the share that came out, and of how many questions (fitted as above)
// --near-every N: takes out every Nth entry only; 0: none. Entries with examples are learned anew each time, which takes seconds.
import { parseArgs } from 'node:util';
import { AS_SHIPPED, barFor, calibrated, fitCalibration, type Judged } from '../apps/server/src/bot/decide/calibration.rules.ts';
import { decide, SHIPPED_POLICY } from '../apps/server/src/bot/decide/decide.rules.ts';
import type { Entry, SearchIndex } from '../apps/server/src/knowledge/search/search.types.ts';
import { buildIndex } from '../apps/server/src/knowledge/search/search-index.ts';
import { sharedTokenizer } from '../apps/server/src/platform/text/tokenizer.ts';
import { InputError, messageOf, type Query, readEntries, readQueries } from './eval/question-sets.ts';

const SHARES = [0.85, 0.9, 0.95];
const STEPS = 10;

/** What became of a question. `correct`: how probably the first entry is right, as shipped; 0 where nothing was found. */
type Asked = Judged & { inScope: boolean; scope: number; confidence: number };

async function askAll(index: SearchIndex, queries: readonly Query[]): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const { query, relevant = [] } of queries) {
    const result = await index.search(query, { limit: 2 });
    const { figures, confidence } = decide(result, { ...SHIPPED_POLICY, calibration: AS_SHIPPED });
    const right = relevant.includes(result.hits[0]?.id ?? '');
    asked.push({ correct: figures?.correct ?? 0, scope: figures?.inScope ?? 0, right, inScope: relevant.length > 0, confidence });
  }
  return asked;
}

/** Asks the questions of entries that are taken out one after the other: nothing left answers them. */
async function askWithoutTheirEntry(index: SearchIndex, entries: Entry[], queries: Query[], every: number): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const [i, entry] of entries.entries()) {
    const own = queries.filter(({ relevant = [] }) => relevant.length === 1 && relevant[0] === entry.id);
    if (every === 0 || i % every !== 0 || own.length === 0) continue;
    await index.update({ remove: [entry.id] });
    await index.settled();
    asked.push(...(await askAll(index, own)).map((one) => ({ ...one, right: false, inScope: false })));
    await index.update({ put: [entry] });
    await index.settled();
  }
  return asked;
}

function calibrationError(asked: readonly Asked[], calibration = AS_SHIPPED): number {
  const bins = Map.groupBy(asked, ({ correct }) => Math.min(STEPS - 1, Math.floor(calibrated(correct, calibration) * STEPS)));
  let error = 0;
  for (const some of bins.values()) {
    const shown = mean(some.map(({ correct }) => calibrated(correct, calibration)));
    error += (Math.abs(shown - mean(some.map(({ right }) => Number(right)))) * some.length) / asked.length;
  }
  return error;
}

/** Share of `others` below the bar that lets this share of the questions in scope through. */
function refusedAt(coverage: number, by: 'correct' | 'confidence', asked: readonly Asked[], others: readonly Asked[]): number | null {
  const falling = asked
    .filter(({ inScope }) => inScope)
    .map((one) => one[by])
    .sort((a, b) => b - a);
  const bar = falling[Math.floor(falling.length * coverage) - 1] ?? 0;
  return others.length === 0 ? null : mean(others.map((one) => Number(one[by] < bar)));
}

/** Fits on one half and looks at the other, both ways. */
const halves = (asked: readonly Asked[]): [Asked[], Asked[]][] => {
  const [even, odd] = [asked.filter((_, i) => i % 2 === 0), asked.filter((_, i) => i % 2 === 1)];
  return [
    [even, odd],
    [odd, even],
  ];
};

function policyFigures(asked: readonly Asked[]) {
  return SHARES.map((share) => {
    const answered = halves(asked).flatMap(([fitted, rest]) => {
      const calibration = fitCalibration(fitted);
      const bar = barFor(share, fitted, calibration);
      return rest.filter(({ correct, scope }) => calibrated(correct, calibration) >= bar && scope >= SHIPPED_POLICY.answer.scope);
    });
    const right = answered.length === 0 ? null : round(mean(answered.map((one) => Number(one.right))));
    return { share, right, answered: round(answered.length / asked.length) };
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const round = (value: number): number => Number(value.toFixed(3));
const rounded = (value: number | null): number | null => (value === null ? null : round(value));

async function main(): Promise<void> {
  const options = { faq: { type: 'string' }, queries: { type: 'string' }, 'near-every': { type: 'string', default: '1' } } as const;
  const { faq, queries: path, 'near-every': nearEvery } = parseArgs({ options }).values;
  if (!faq || !path) throw new InputError('usage: npm run -s eval:decisions -- --faq FAQ.jsonl --queries QUERIES.jsonl [--near-every N]');
  const entries = readEntries(faq);
  const queries = readQueries(path);
  const index = await buildIndex(entries);
  const asked = await askAll(index, queries);
  const near = await askWithoutTheirEntry(index, entries, queries, Number(nearEvery));
  const own = mean(halves(asked).map(([fitted, rest]) => calibrationError(rest, fitCalibration(fitted))));
  console.log(
    JSON.stringify({
      questions: asked.length,
      nearTopic: near.length,
      calibrationError: round(calibrationError(asked)),
      calibrationErrorOwn: round(own),
      nearTopicRefused: rounded(refusedAt(0.85, 'correct', asked, near)),
      outOfScopeRefused: rounded(
        refusedAt(
          0.9,
          'confidence',
          asked,
          asked.filter(({ inScope }) => !inScope),
        ),
      ),
      policy: policyFigures(asked),
    }),
  );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof InputError ? error.message : messageOf(error));
  process.exitCode = 1;
} finally {
  await sharedTokenizer().close();
}
