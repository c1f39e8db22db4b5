import { existsSync } from 'node:fs';
import { capture } from '../lib/run.mjs';
import { Failure } from '../lib/say.mjs';
import { installFromDebian } from './debian.mjs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const findChromium = () => [process.env.MADOGUCHI_CHROMIUM ?? '', ...places].find((path) => path !== '' && existsSync(path));

/** Whether Japanese would show as boxes. Other systems than Linux bring their own fonts. */
async function lacksJapanese() {
  if (process.platform !== 'linux') return false;
  const { code, output } = await capture('fc-list', [':lang=ja', 'family']);
  return code !== 0 || output.trim() === '';
}

/**
 * The browser in which the stories are played, with fonts for what they say. Missing ones are installed from Debian's packages where that is
 * possible; everywhere else this fails and says what to install.
 */
export async function ensureChromium() {
  const missing = [...(findChromium() ? [] : ['chromium']), ...((await lacksJapanese()) ? ['fonts-noto-cjk', 'fontconfig'] : [])];
  if (missing.length > 0) await installFromDebian(missing, whatToInstall(missing.join(' ')));
  const found = findChromium();
  if (!found) throw new Failure('Chromium is still missing after its installation: set MADOGUCHI_CHROMIUM to its path.');
  return found;
}

const whatToInstall = (names) =>
  `The browser stories need ${names}. On Debian and Ubuntu: sudo apt-get install ${names}. Elsewhere install Chromium or Chrome and set MADOGUCHI_CHROMIUM to its path.`;
