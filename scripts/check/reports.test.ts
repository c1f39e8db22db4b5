import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const { countPlaywright, countVitest, withSecondLook } = await import(new URL('./reports.mjs', import.meta.url).href);
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
      files: [join(root, 'apps', 'b.test.ts')],
      failures: ['apps/b.test.ts › b\n    expected 1\n      to be 2'],
    });
  });

  test('counts a file that could not be loaded, or got ready, as a failure', () => {
    const report = ofTests(5, 0, [{ status: 'failed', name: join(root, 'c.test.ts'), message: 'no such module', assertionResults: [] }]);
    expect(countVitest(report, 1)).toEqual({
      passed: 5,
      failed: 1,
      skipped: [],
      files: [join(root, 'c.test.ts')],
      failures: ['c.test.ts › did not get ready\n    no such module'],
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
      files: ['a.spec.ts'],
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

describe('a second look', () => {
  const run = (failed: number, files: string[] = []) => ({
    passed: 5,
    failed,
    skipped: [],
    files,
    failures: files.map((name) => `${name} › x`),
  });
  const looked = async (...runs: ReturnType<typeof run>[]) => {
    const asked: string[][] = [];
    const total = await withSecondLook((files: string[]) => {
      asked.push(files);
      return Promise.resolve(runs[asked.length - 1]);
    });
    return { asked, total };
  };

  test('is taken at the few files that failed; what passes alone is told as shaky', async () => {
    const { asked, total } = await looked(run(2, ['a']), run(0));
    expect(asked).toEqual([[], ['a']]);
    expect(total).toMatchObject({ passed: 7, failed: 0, failures: [], shaky: ['a › x'] });
  });

  test('changes nothing for what fails alone too, or when nothing at all was run', async () => {
    expect((await looked(run(1, ['a']), run(1, ['a']))).total).toMatchObject({ passed: 5, failed: 1, failures: ['a › x'], shaky: [] });
    expect((await looked(run(1, ['a']), { ...run(0), passed: 0 })).total).toMatchObject({ failed: 1, failures: ['a › x'] });
  });

  test('is not taken when all passed, when many files failed, or when the run itself broke', async () => {
    for (const first of [run(0), run(4, ['a', 'b', 'c', 'd']), run(1)]) {
      const { asked, total } = await looked(first);
      expect(asked).toEqual([[]]);
      expect(total).toMatchObject({ failed: first.failed, shaky: [] });
    }
  });
});
