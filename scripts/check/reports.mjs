import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { at } from '../lib/root.mjs';

/**
 * What a test run came to: `passed` and `failed` as counts, the full names of `skipped` tests, which are printed so that no test is left out
 * silently, the `files` in which something failed, and of each failure its file, its name and the beginning of why, for the last lines of the
 * check: whoever reads only the end of a long log reads what failed. A run that ended badly without any failed test (it crashed, the report
 * is missing) counts as one failure, and so does a file that could not be loaded or got ready.
 */
export function countVitest(file, exitCode) {
  if (!existsSync(file)) return withoutReport;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const tests = report.testResults.flatMap(({ name, assertionResults }) => assertionResults.map((test) => ({ ...test, file: name })));
  const isFailed = ({ status }) => status === 'failed';
  const unready = report.testResults.filter((one) => isFailed(one) && !one.assertionResults.some(isFailed));
  const failures = [
    ...tests.filter(isFailed).map((test) => failureOf(test.file, test.fullName, test.failureMessages?.[0])),
    ...unready.map(({ name, message }) => failureOf(name, 'did not get ready', message)),
  ];
  const skipped = tests.filter(({ status }) => !['passed', 'failed'].includes(status)).map(({ fullName }) => fullName);
  const files = report.testResults.filter(isFailed).map(({ name }) => name);
  return atLeastOneFailure(
    { passed: report.numPassedTests, failed: report.numFailedTests + unready.length, skipped, files, failures },
    exitCode,
  );
}

/** The same for Playwright, whose report nests suites. A story that passed only when Playwright tried it again has failed. */
export function countPlaywright(file, exitCode) {
  if (!existsSync(file)) return withoutReport;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const { expected, unexpected, flaky } = report.stats;
  const specs = report.suites.flatMap(specsOf);
  const having = (...wanted) => specs.filter(({ tests }) => tests.some(({ status }) => wanted.includes(status)));
  const failed = having('unexpected', 'flaky');
  const failures = failed.map((spec) => failureOf(spec.file, spec.title, errorOf(spec)));
  const files = [...new Set(failed.map(({ file: story }) => story))];
  const skipped = having('skipped').map(({ title }) => title);
  return atLeastOneFailure({ passed: expected, failed: unexpected + flaky, skipped, files, failures }, exitCode);
}

const withoutReport = { passed: 0, failed: 1, skipped: [], files: [], failures: ['The run left no report behind.'] };

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

const errorOf = ({ tests }) => tests.flatMap(({ results }) => results ?? []).find(({ error }) => error)?.error.message;

/** Lines of a reason that are shown: enough for what was expected and what came, and where. */
const LINES_OF_REASON = 8;

/** Not empty, and no step inside a library. */
const isTelling = (line) => line.trim() !== '' && !/^\s+at .*(node_modules|node:internal|<anonymous>)/.test(line);

function failureOf(file, name, reason = '') {
  const lines = stripVTControlCharacters(reason).trimEnd().split('\n').filter(isTelling).slice(0, LINES_OF_REASON);
  const place = file?.startsWith('/') ? relative(at(), file) : file;
  const [title, ...why] = [[place, name].filter(Boolean).join(' › '), ...lines];
  return [title, ...why.map((line) => `    ${line}`)].join('\n');
}

const atLeastOneFailure = (counts, exitCode) =>
  exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1, failures: ['The run ended badly without a failed test.'] } : counts;

/** More files than these with failures are no accident of a busy machine: they are not looked at again. */
const MOST_LOOKED_AT_AGAIN = 3;

/**
 * Runs tests, and the few files in which something failed once more, one after the other with nothing else beside them (decision 25). What
 * passes then counts as passed and is listed as `shaky`; what fails twice has failed.
 * @param once runs the given files, all for none, and counts them
 */
export async function withSecondLook(once) {
  const first = await once([]);
  const isWorthIt = first.failed > 0 && first.files.length > 0 && first.files.length <= MOST_LOOKED_AT_AGAIN;
  if (!isWorthIt) return { ...first, shaky: [] };
  console.log(`\n== looking again, alone: ${first.files.map((file) => relative(at(), file)).join(', ')}`);
  const second = await once(first.files);
  if (second.failed > 0 || second.passed === 0) return { ...first, shaky: [] };
  return { ...first, passed: first.passed + first.failed, failed: 0, failures: [], shaky: first.failures };
}
