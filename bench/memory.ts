import { readFileSync } from 'node:fs';
import { round } from './figures.ts';
import { openAgentSockets } from './live.ts';
import type { Stand } from './stand.ts';

const SOCKETS = 1000;
const LOOK_EVERY_MS = 1000;
/** The dictionary is read and the search index made after the first ready answer. */
const SETTLED_LOOKS = 4;

/** Resident memory of the server process, without PostgreSQL (Linux). */
const residentMiB = (pid: number): number =>
  round(Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);

/** The memory once it has stopped growing. */
async function settledMiB(pid: number): Promise<number> {
  let highest = 0;
  for (let calm = 0; calm < SETTLED_LOOKS; calm += 1) {
    const now = residentMiB(pid);
    if (now > highest * 1.01) [highest, calm] = [now, 0];
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return residentMiB(pid);
}

export async function memory(stand: Stand) {
  const { pid } = await stand.restart();
  const idle = await settledMiB(pid);
  const sockets = await openAgentSockets(stand, SOCKETS);
  const open = await settledMiB(pid);
  for (const socket of sockets) socket.close();
  return { idleMiB: idle, withSocketsMiB: open, sockets: SOCKETS, perSocketKiB: round(((open - idle) * 1024) / SOCKETS) };
}
