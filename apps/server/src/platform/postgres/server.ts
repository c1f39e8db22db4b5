import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, fchownSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './place.ts';
import { spawnOptions } from './spawn-options.ts';

/** A started postgres: `exited` resolves when it is gone, with what it wrote to its log meanwhile. */
export type Server = { process: ChildProcess; exited: Promise<string>; isRunning(): boolean };

const logLimitInBytes = 5 * 1024 * 1024;

/** Starts postgres on the place's data. Its output goes to a file, not a pipe: it must be able to outlive us and still write. */
export function startServer(place: Place, binaries: string, settings: string[]): Server {
  const { fd, start } = openLog(place);
  const args = ['-D', place.data, ...settings.flatMap((setting) => ['-c', setting])];
  const child = spawn(join(binaries, 'bin', 'postgres'), args, { ...spawnOptions(place.account), stdio: ['ignore', fd, fd] });
  closeSync(fd);
  let running = true;
  // However we end (short of being killed), the database is told to stop.
  const stopWithUs = () => child.kill('SIGINT');
  process.once('exit', stopWithUs);
  const exited = new Promise<string>((resolve) => {
    const end = (reason: string) => {
      running = false;
      process.off('exit', stopWithUs);
      resolve(logSince(place, start) + reason);
    };
    child.on('error', (error) => end(`FATAL: ${error.message}`)).on('exit', () => end(''));
  });
  return { process: child, exited, isRunning: () => running };
}

function openLog(place: Place): { fd: number; start: number } {
  if (existsSync(place.logFile) && statSync(place.logFile).size > logLimitInBytes) renameSync(place.logFile, `${place.logFile}.1`);
  const fd = openSync(place.logFile, 'a', 0o600);
  if (place.account) fchownSync(fd, place.account.uid, place.account.gid);
  return { fd, start: statSync(place.logFile).size };
}

function logSince(place: Place, start: number): string {
  return existsSync(place.logFile) ? readFileSync(place.logFile).subarray(start).toString('utf8') : '';
}
