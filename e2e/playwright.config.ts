import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const places = [
  process.env.MADOGUCHI_CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'stories',
  outputDir: '../test-results',
  globalSetup: './prepare.ts',
  // A file is one story; two are told at a time, each on a product of its own.
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 25_000 },
  forbidOnly: true,
  retries: 0,
  use: {
    headless: true,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 25_000,
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: false },
    launchOptions: { executablePath: places.find((path) => path !== '' && existsSync(path)), args: quiet },
  },
});
