import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';

/** Where systems keep a browser; the first that is there. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this system, without a window. @throws where there is none */
export const launchBrowser = (...args: string[]): Promise<Browser> =>
  chromium.launch({ executablePath: PLACES.find(existsSync), args: ['--no-sandbox', ...args] });
