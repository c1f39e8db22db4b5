import { existsSync } from 'node:fs';
import { capture } from '../lib/run.mjs';
import { Failure, timed } from '../lib/say.mjs';

/** Whether this process may install Debian's packages: root, on a system that has them. */
export const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs packages of Debian or Ubuntu; where that is not possible it fails with what a person has to do. */
export async function installFromDebian(packages, whatElse) {
  const names = packages.join(' ');
  if (!canInstall()) throw new Failure(whatElse);
  await timed(`Installing ${names}`, async () => {
    const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    await capture('apt-get', ['update'], quiet);
    const { code, output } = await capture('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet);
    if (code !== 0) throw new Failure(`apt-get install ${names} failed.`, output);
  });
}
