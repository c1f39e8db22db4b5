import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const { countPlaywright, countVitest } = await import(new URL('./reports.mjs', import.meta.url).href);

const folder = mkdtempSync(join(tmpdir(), 'madoguchi-reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(report: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  return path;
}

const missing = join(folder, 'missing.json');
const ofTests = (numPassedTests: number, numFailedTests: number, testResults: unknown[] = []) =>
  file({ numPassedTests, numFailedTests, testResults });

describe('a report of vitest', () => {
  test('gives its counts and the names of what was skipped', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'a' },
      { status: 'failed', fullName: 'b' },
      { status: 'pending', fullName: 'a story left out' },
    ];
    const report = ofTests(1, 1, [{ status: 'failed', assertionResults }]);
    expect(countVitest(report, 1)).toEqual({ passed: 1, failed: 1, skipped: ['a story left out'] });
  });

  test('counts a file that could not be loaded as a failure', () => {
    const report = ofTests(5, 0, [{ status: 'failed', assertionResults: [] }]);
    expect(countVitest(report, 1)).toEqual({ passed: 5, failed: 1, skipped: [] });
  });

  test('counts a run that ended badly without a failed test as a failure', () => {
    expect(countVitest(ofTests(5, 0), 1)).toMatchObject({ passed: 5, failed: 1 });
  });

  test('that was never written is a failure, whatever the exit code', () => {
    expect(countVitest(missing, 0)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });
});

describe('a report of Playwright', () => {
  const suites = [
    {
      specs: [],
      suites: [
        {
          specs: [
            { title: 'left out', tests: [{ status: 'skipped' }] },
            { title: 'played', tests: [{ status: 'expected' }] },
          ],
        },
      ],
    },
  ];

  test('gives its counts, and a story that needed a second try has failed', () => {
    const report = file({ stats: { expected: 7, unexpected: 1, flaky: 2, skipped: 1 }, suites });
    expect(countPlaywright(report, 1)).toEqual({ passed: 7, failed: 3, skipped: ['left out'] });
  });

  test('of a run that never began is a failure', () => {
    expect(countPlaywright(file({ stats: { expected: 0, unexpected: 0, flaky: 0 }, suites: [] }), 1)).toMatchObject({
      passed: 0,
      failed: 1,
    });
    expect(countPlaywright(missing, 1)).toMatchObject({ passed: 0, failed: 1 });
  });
});
