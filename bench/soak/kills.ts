import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { SoakServer } from './server.ts';

export type Kill = {
  atMessage: number;
  withDatabase: boolean;
  /** Milliseconds from the kill until the server answered again. */
  answersAfterMs: number;
  /** Milliseconds from the kill until what it had acknowledged by then was read, and its messages under way had gone out or were given up. */
  caughtUpAfterMs: number;
};

type Plan = { kills: number; messages: number; taken: () => number; over: () => boolean };

const LOOK_MS = 25;

/** Kills the server at moments nobody foresees, the third time together with its database, and starts it again at once. */
export async function killNowAndThen(server: SoakServer, chance: Chance, { kills, messages, taken, over }: Plan): Promise<Kill[]> {
  const moments = Array.from({ length: kills }, (_, n) => Math.round(messages * (0.05 + (0.85 * (n + chance())) / kills)));
  const done: Kill[] = [];
  for (const [n, atMessage] of moments.entries()) {
    while (taken() < atMessage && !over()) await wait(LOOK_MS);
    if (over()) return done;
    await wait(chance() * 300);
    const withDatabase = n === Math.min(2, kills - 1);
    const { now } = (await server.query<{ now: Date }>('select now() as now'))[0]!;
    const begun = performance.now();
    await server.kill({ database: withDatabase });
    await server.start();
    const answersAfterMs = Math.round(performance.now() - begun);
    done.push({ atMessage, withDatabase, answersAfterMs, caughtUpAfterMs: await caughtUp(server, now, begun) });
  }
  return done;
}

/** What lay there at the time of the kill. Answers that wait for their next try because a platform was in trouble do not count. */
async function caughtUp(server: SoakServer, at: Date, begun: number): Promise<number> {
  for (;;) {
    const [row] = await server.query<{ left: number }>(
      `select (select count(*) from payloads where state = 'waiting' and received_at <= $1)
            + (select count(*) from deliveries where state = 'sending' and first_tried_at <= $1)
            + (select count(*) from messages where delivery = 'held' and held_until <= $1)
            + (select count(*) from graphile_worker._private_jobs where locked_at <= $1) as left`,
      [at],
    );
    if (Number(row!.left) === 0) return Math.round(performance.now() - begun);
    await wait(100);
  }
}
