import { existsSync, readFileSync } from 'node:fs';

/**
 * Counts of a test run: `passed`, `failed`, and the full names of `skipped` tests, which are printed so that no test is left out silently.
 * A run that ended badly without any failed test (it crashed, a file did not load, the report is missing) counts as one failure.
 */
export function countVitest(file, exitCode) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  const skipped = tests.filter(({ status }) => !['passed', 'failed'].includes(status)).map(({ fullName }) => fullName);
  return atLeastOneFailure({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded, skipped }, exitCode);
}

/** The same for Playwright, whose report nests suites. A story that passed only when tried again has failed. */
export function countPlaywright(file, exitCode) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const { expected, unexpected, flaky } = report.stats;
  const skipped = report.suites.flatMap(specsOf).filter(({ tests }) => tests.some(({ status }) => status === 'skipped'));
  return atLeastOneFailure({ passed: expected, failed: unexpected + flaky, skipped: skipped.map(({ title }) => title) }, exitCode);
}

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

const atLeastOneFailure = (counts, exitCode) => (exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);
