import { existsSync } from 'node:fs';
import { Failure } from '../lib/say.mjs';
import { installFromDebian } from './debian.mjs';

const PLACES = ['/usr/sbin/exim4', '/usr/sbin/exim', '/usr/local/sbin/exim', '/opt/homebrew/bin/exim', '/opt/homebrew/sbin/exim'];

const findExim = () => [process.env.MADOGUCHI_EXIM ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));

/**
 * The mail server that the tests of e-mail hand mail to and get it back from. Where it is missing it is installed from Debian's packages;
 * everywhere else this fails and says what to install. Only root can run it: for others those tests are left out and say so.
 * @returns its path, or ''
 */
export async function ensureExim() {
  if (process.getuid?.() !== 0) return findExim() ?? '';
  if (!findExim())
    await installFromDebian(
      ['exim4-daemon-light'],
      'The tests of e-mail need Exim 4, a mail server. On Debian and Ubuntu: sudo apt-get install exim4-daemon-light. Elsewhere install it and set MADOGUCHI_EXIM to its path.',
    );
  const found = findExim();
  if (!found) throw new Failure('Exim is still missing after its installation: set MADOGUCHI_EXIM to its path.');
  return found;
}
