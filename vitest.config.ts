import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that exchange a module for another, end processes and threads, measure the process they are in, or meet many platforms: each has modules of its own. */
const apart = [
  'apps/server/*.test.ts',
  'apps/server/src/channels/**/*.test.ts',
  'apps/server/src/knowledge/vectors/*.test.ts',
  'apps/server/src/models/embeddings/local/*.test.ts',
  'bench/**/*.test.ts',
  'scripts/**/*.test.ts',
];

const everyTest = {
  pool: 'forks' as const,
  // Whether a dictionary is installed here changes no result; the tests that want one bring their own.
  env: { MADOGUCHI_DICTIONARY: 'off' },
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // What is waited for comes when the machine gets to it: a limit is for what never comes.
  expect: { poll: { timeout: 30_000 } },
  // A test that is skipped must say so where it stands, and one left on `.only` must not hide the others.
  allowOnly: false,
};

export default defineConfig({
  test: {
    globalSetup: 'apps/server/test/database.setup.ts',
    maxWorkers: 2,
    allowOnly: false,
    projects: [
      {
        test: {
          ...everyTest,
          name: 'together',
          include: ['{apps,packages,fixtures}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...apart],
          // The product is loaded once for all of them, not once for each: a third of the time was loading.
          isolate: false,
        },
      },
      { test: { ...everyTest, name: 'apart', include: apart } },
    ],
  },
});
