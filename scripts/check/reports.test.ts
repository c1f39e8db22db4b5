import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const { countPlaywright, countVitest } = await import(new URL('./reports.mjs', import.meta.url).href);
const { root } = await import(new URL('../lib/root.mjs', import.meta.url).href);

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
      { status: 'failed', fullName: 'b', failureMessages: ['\u001b[31mexpected 1\u001b[39m\n  to be 2'] },
      { status: 'pending', fullName: 'a story left out' },
    ];
    const report = ofTests(1, 1, [{ status: 'failed', name: join(root, 'apps', 'b.test.ts'), assertionResults }]);
    expect(countVitest(report, 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: ['a story left out'],
      failures: ['apps/b.test.ts › b\n    expected 1\n      to be 2'],
    });
  });

  test('counts a file that could not be loaded as a failure', () => {
    const report = ofTests(5, 0, [{ status: 'failed', name: join(root, 'c.test.ts'), message: 'no such module', assertionResults: [] }]);
    expect(countVitest(report, 1)).toEqual({
      passed: 5,
      failed: 1,
      skipped: [],
      failures: ['c.test.ts › could not be loaded\n    no such module'],
    });
  });

  test('counts a run that ended badly without a failed test as a failure', () => {
    expect(countVitest(ofTests(5, 0), 1)).toMatchObject({ passed: 5, failed: 1 });
  });

  test('that was never written is a failure, whatever the exit code', () => {
    expect(countVitest(missing, 0)).toMatchObject({ passed: 0, failed: 1, skipped: [] });
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
            { title: 'needed two', file: 'a.spec.ts', tests: [{ status: 'flaky', results: [{ error: { message: 'too late' } }, {}] }] },
          ],
        },
      ],
    },
  ];

  test('gives its counts, and a story that needed a second try has failed', () => {
    const report = file({ stats: { expected: 7, unexpected: 1, flaky: 2, skipped: 1 }, suites });
    expect(countPlaywright(report, 1)).toEqual({
      passed: 7,
      failed: 3,
      skipped: ['left out'],
      failures: ['a.spec.ts › needed two\n    too late'],
    });
  });

  test('of a run that never began is a failure', () => {
    expect(countPlaywright(file({ stats: { expected: 0, unexpected: 0, flaky: 0 }, suites: [] }), 1)).toMatchObject({
      passed: 0,
      failed: 1,
    });
    expect(countPlaywright(missing, 1)).toMatchObject({ passed: 0, failed: 1 });
  });
});
