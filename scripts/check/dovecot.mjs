import { existsSync } from 'node:fs';
import { Failure } from '../lib/say.mjs';
import { installFromDebian } from './debian.mjs';

const PLACES = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot', '/opt/homebrew/opt/dovecot/sbin/dovecot'];

const findDovecot = () => [process.env.MADOGUCHI_DOVECOT ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));

/**
 * The IMAP server that the tests of e-mail speak with. Where it is missing it is installed from Debian's packages; everywhere else this
 * fails and says what to install.
 * @returns its path
 */
export async function ensureDovecot() {
  if (!findDovecot())
    await installFromDebian(
      ['dovecot-imapd'],
      'The tests of e-mail need Dovecot 2.3, an IMAP server. On Debian and Ubuntu: sudo apt-get install dovecot-imapd. Elsewhere install it and set MADOGUCHI_DOVECOT to its path.',
    );
  const found = findDovecot();
  if (!found) throw new Failure('Dovecot is still missing after its installation: set MADOGUCHI_DOVECOT to its path.');
  return found;
}
