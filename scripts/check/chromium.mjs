import { existsSync } from 'node:fs';
import { capture } from '../lib/run.mjs';
import { Failure, timed } from '../lib/say.mjs';

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
  if (missing.length > 0) await installFromDebian(missing);
  const found = findChromium();
  if (!found) throw new Failure('Chromium is still missing after its installation: set MADOGUCHI_CHROMIUM to its path.');
  return found;
}

async function installFromDebian(packages) {
  const names = packages.join(' ');
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Failure(
      `The browser stories need ${names}. On Debian and Ubuntu: sudo apt-get install ${names}. Elsewhere install Chromium or Chrome and set MADOGUCHI_CHROMIUM to its path.`,
    );
  }
  await timed(`Installing ${names}`, async () => {
    const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    await capture('apt-get', ['update'], quiet);
    const { code, output } = await capture('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet);
    if (code !== 0) throw new Failure(`apt-get install ${names} failed.`, output);
  });
}
