import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The process number in postmaster.pid, or null where there is none. */
export function postmasterPid(data: string): number | null {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

/** Whether a process runs, whoever owns it. A dead one that nobody has waited for (containers without an init) does not count. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/**
 * The pid of the PostgreSQL that runs on this data folder, or null. A number alone proves nothing: after a reboot or in a new container it
 * can be anybody's, so the process must also be at home in the folder.
 */
export function runningPostmaster(data: string): number | null {
  const pid = postmasterPid(data);
  return pid !== null && alive(pid) && livesIn(pid, data) ? pid : null;
}

/** Removes a postmaster.pid whose process is gone; PostgreSQL would refuse to start if the number is in use again. */
export function removeStalePid(data: string): void {
  if (runningPostmaster(data) === null) rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** Stops a PostgreSQL that nobody looks after: fast, then (after `patienceInSeconds`) at once. Either way nothing committed is lost. */
export async function stopPostmaster(pid: number, data: string, patienceInSeconds = 30): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (runningPostmaster(data) !== pid) return;
    process.kill(pid, signal);
    const deadline = Date.now() + patienceInSeconds * 1000;
    while (Date.now() < deadline && alive(pid) && livesIn(pid, data)) await wait(20);
  }
}

function livesIn(pid: number, data: string): boolean {
  return workingFolder(pid) === realpathSync(data) || commandLine(pid).includes(data);
}

/** A postmaster's working folder is its data folder. Root in a container may not be allowed to look (no CAP_SYS_PTRACE). */
function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function commandLine(pid: number): string[] {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/ -[Dc] /);
  } catch {
    return [];
  }
}
