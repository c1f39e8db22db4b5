import { readFileSync } from 'node:fs';
import { round } from './figures.ts';
import { openAgentSockets } from './live.ts';
import type { Stand } from './stand.ts';

const SOCKETS = 1000;

/** Resident memory of the server process, without PostgreSQL (Linux). */
const residentMiB = (pid: number): number =>
  round(Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);

export async function memory(stand: Stand) {
  const { pid } = await stand.restart();
  const idle = residentMiB(pid);
  const sockets = await openAgentSockets(stand, SOCKETS);
  const open = residentMiB(pid);
  for (const socket of sockets) socket.close();
  return { idleMiB: idle, withSocketsMiB: open, sockets: SOCKETS, perSocketKiB: round(((open - idle) * 1024) / SOCKETS) };
}
