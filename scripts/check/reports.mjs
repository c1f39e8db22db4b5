import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { at } from '../lib/root.mjs';

/**
 * What a test run came to: `passed` and `failed` as counts, the full names of `skipped` tests, which are printed so that no test is left out
 * silently, and of each failed test its file, its name and the beginning of why, for the last lines of the check: whoever reads only the end
 * of a long log reads what failed. A run that ended badly without any failed test (it crashed, a file did not load, the report is missing)
 * counts as one failure.
 */
export function countVitest(file, exitCode) {
  if (!existsSync(file)) return withoutReport;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const tests = report.testResults.flatMap(({ name, assertionResults }) => assertionResults.map((test) => ({ ...test, file: name })));
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  const failures = [
    ...tests.filter(({ status }) => status === 'failed').map((test) => failureOf(test.file, test.fullName, test.failureMessages?.[0])),
    ...unloaded.map(({ name, message }) => failureOf(name, 'could not be loaded', message)),
  ];
  const skipped = tests.filter(({ status }) => !['passed', 'failed'].includes(status)).map(({ fullName }) => fullName);
  return atLeastOneFailure({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length, skipped, failures }, exitCode);
}

/** The same for Playwright, whose report nests suites. A story that passed only when tried again has failed. */
export function countPlaywright(file, exitCode) {
  if (!existsSync(file)) return withoutReport;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const { expected, unexpected, flaky } = report.stats;
  const specs = report.suites.flatMap(specsOf);
  const having = (...statuses) => specs.filter(({ tests }) => tests.some(({ status }) => statuses.includes(status)));
  const failures = having('unexpected', 'flaky').map((spec) => failureOf(spec.file, spec.title, errorOf(spec)));
  const skipped = having('skipped').map(({ title }) => title);
  return atLeastOneFailure({ passed: expected, failed: unexpected + flaky, skipped, failures }, exitCode);
}

const withoutReport = { passed: 0, failed: 1, skipped: [], failures: ['The run left no report behind.'] };

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

const errorOf = ({ tests }) => tests.flatMap(({ results }) => results ?? []).find(({ error }) => error)?.error.message;

/** Lines of a reason that are shown: enough for what was expected and what came, and where. */
const LINES_OF_REASON = 8;

function failureOf(file, name, reason = '') {
  const lines = stripVTControlCharacters(reason).trimEnd().split('\n').slice(0, LINES_OF_REASON);
  const place = file?.startsWith('/') ? relative(at(), file) : file;
  return [`${[place, name].filter(Boolean).join(' › ')}`, ...lines.map((line) => `    ${line}`)].join('\n').trimEnd();
}

const atLeastOneFailure = (counts, exitCode) =>
  exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1, failures: ['The run ended badly without a failed test.'] } : counts;
