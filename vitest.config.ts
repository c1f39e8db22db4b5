import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{apps,packages,fixtures,scripts,bench}/**/*.test.{ts,tsx}'],
    globalSetup: 'apps/server/test/database.setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    // Whether a dictionary is installed here changes no result; the tests that want one bring their own.
    env: { MADOGUCHI_DICTIONARY: 'off' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A test that is skipped must say so where it stands, and one left on `.only` must not hide the others.
    allowOnly: false,
  },
});
