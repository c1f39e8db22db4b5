// Parses a set of mails with the very code of the mail channel and writes what it made of them.
//   npm run -s eval:mail -- --set DIR --out RUN.jsonl
// DIR holds expected.jsonl, of which id, kind and file are read and nothing else. Times go to stderr.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type MailRunLine, parseCase, readMailCases } from './eval/mail-sets.ts';
import { InputError, messageOf } from './eval/question-sets.ts';

const USAGE = 'usage: npm run -s eval:mail -- --set DIR --out RUN.jsonl';

function readOptions(): { set: string; out: string } {
  const text = { type: 'string' } as const;
  try {
    const { set, out } = parseArgs({ options: { set: text, out: text } }).values;
    if (set && out) return { set, out };
  } catch (error) {
    throw new InputError(`${messageOf(error)}\n${USAGE}`);
  }
  throw new InputError(USAGE);
}

async function main(): Promise<void> {
  const { set, out } = readOptions();
  const run: MailRunLine[] = [];
  const times: number[] = [];
  for (const mailCase of readMailCases(set)) {
    const startedAt = performance.now();
    run.push(await parseCase(set, mailCase));
    times.push(performance.now() - startedAt);
  }
  try {
    writeFileSync(out, run.map((line) => `${JSON.stringify(line)}\n`).join(''));
  } catch (error) {
    throw new InputError(`cannot write ${out}: ${messageOf(error)}`);
  }
  const sorted = times.sort((a, b) => a - b);
  const failed = run.filter(({ error }) => error !== undefined).length;
  console.error(`mails: ${run.length}, failed ${failed}, p50 ${millis(sorted[sorted.length >> 1])} ms, most ${millis(sorted.at(-1))} ms`);
}

const millis = (time = 0): string => time.toFixed(2);

try {
  await main();
} catch (error) {
  console.error(error instanceof InputError ? error.message : error);
  process.exitCode = 1;
}
