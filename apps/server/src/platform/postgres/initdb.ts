import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { alive } from './leftover.ts';
import type { Place } from './place.ts';
import { explainOutput, PostgresError } from './postgres.errors.ts';
import { dataVersion } from './prepare.ts';
import { spawnOptions } from './spawn-options.ts';

export const superuser = 'madoguchi';
/** The major version of the binaries we ship. */
export const majorVersion = 18;

/** Creates the data folder on first start. Killed half-way, it leaves nothing that the next start could mistake for data. */
export async function ensureData(place: Place, binaries: string, fsync: boolean): Promise<void> {
  removeUnfinished(place.root);
  const version = dataVersion(place.data);
  if (version === majorVersion) return;
  if (version !== null) {
    throw new PostgresError(
      'postgres.version_mismatch',
      `${place.data} was written by PostgreSQL ${version}; this Madoguchi brings ${majorVersion}.`,
    );
  }
  const unfinished = join(place.root, `initdb.${process.pid}.${randomUUID()}`);
  const [code, output] = await run(join(binaries, 'bin', 'initdb'), ['-D', unfinished, ...options(fsync)], place);
  if (code !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw explainOutput(output, 'making the database');
  }
  try {
    renameSync(unfinished, place.data);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // A second start at the same moment was first; which of the two may serve is decided later, by the lock.
    if (dataVersion(place.data) === null) throw error;
  }
}

function options(fsync: boolean): string[] {
  // Collation by code point, the same on every machine; macOS has no C.UTF-8 of its own for what is left to the system.
  const locale = process.platform === 'darwin' ? ['--locale=C', '--builtin-locale=C.UTF-8'] : ['--locale=C.UTF-8'];
  const access = ['--username', superuser, '--auth-local=trust', '--auth-host=reject'];
  return ['--encoding=UTF8', '--locale-provider=builtin', ...locale, ...access, '--no-instructions', ...(fsync ? [] : ['--no-sync'])];
}

function removeUnfinished(root: string): void {
  for (const name of readdirSync(root)) {
    const pid = /^initdb\.(\d+)\./.exec(name)?.[1];
    if (pid === undefined || alive(Number(pid))) continue;
    try {
      rmSync(join(root, name), { recursive: true, force: true });
    } catch {
      // The initdb of a killed start is still writing there: the next start finds it finished.
    }
  }
}

function run(command: string, args: string[], place: Place): Promise<[code: number | null, output: string]> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...spawnOptions(place.account), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.on('error', reject).on('close', (code) => resolve([code, output]));
  });
}
