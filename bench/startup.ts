import { spread } from './figures.ts';
import type { Stand } from './stand.ts';

const TIMES = 5;

/** From starting the process to its first ready answer, on a database that is there and migrated. */
export async function startup(stand: Stand) {
  const took: number[] = [];
  for (let i = 0; i < TIMES; i += 1) took.push((await stand.restart()).startedInMs);
  return { readyMs: spread(took) };
}
