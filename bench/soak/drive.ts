import { setTimeout as wait } from 'node:timers/promises';
import { type Chance, shuffled } from './chance.ts';
import { markOf } from './marks.ts';
import type { HandOver, SoakLine } from './soak.types.ts';

/** Lines that write at the same time. */
const AT_ONCE = 24;
const RETRY_MS = 150;

export type Driven = {
  /** First handings-over that were taken so far. */
  taken: () => number;
  /** Second ones. */
  takenAgain: () => number;
  /** Tries that nobody answered, or that were answered with a wish to wait. */
  retried: () => number;
  /** By channel, milliseconds until a message was taken; only those that needed one try. */
  waits: ReadonlyMap<string, number[]>;
  done: Promise<void>;
};

export type Talk = { channel: string; line: SoakLine; messages: number; wantsPerson: boolean };

/**
 * Has everybody write everything they have to say, each one message after the other, and every message handed over twice: the second time
 * at once, beside the next, or a good while later (within `againWithinMs`). What is not taken is handed over again until it is.
 */
export function drive(chance: Chance, talks: readonly Talk[], againWithinMs: number): Driven {
  let taken = 0;
  let takenAgain = 0;
  let retried = 0;
  const waits = new Map(talks.map(({ channel }): [string, number[]] => [channel, []]));
  const again: Promise<void>[] = [];

  const handOver = async (give: HandOver, isAgain: boolean): Promise<number> => {
    let tries = 1;
    while (!(await give(isAgain))) {
      retried += 1;
      tries += 1;
      await wait(RETRY_MS + chance() * RETRY_MS);
    }
    return tries;
  };
  const onceMore = async (give: HandOver, afterMs: number) => {
    await wait(afterMs);
    await handOver(give, true);
    takenAgain += 1;
  };

  const say = async ({ channel, line, wantsPerson }: Talk, seq: number) => {
    const give = line.say(seq, `${wordsOf(seq, wantsPerson)} ${markOf(line.id, seq)}`);
    const begun = performance.now();
    const tries = await handOver(give, false);
    taken += 1;
    if (tries === 1) waits.get(channel)!.push(performance.now() - begun);
    const die = chance();
    const second = onceMore(give, die < 0.4 ? 0 : die < 0.8 ? chance() * 300 : chance() * againWithinMs);
    // A failure shows when all are waited for.
    second.catch(() => {});
    again.push(second);
    if (die < 0.2) await second;
  };

  const waiting = shuffled(chance, talks);
  const worker = async () => {
    for (let talk = waiting.pop(); talk; talk = waiting.pop()) {
      for (let seq = 1; seq <= talk.messages; seq += 1) await say(talk, seq);
    }
  };
  const done = Promise.all(Array.from({ length: AT_ONCE }, worker)).then(async () => void (await Promise.all(again)));
  return { taken: () => taken, takenAgain: () => takenAgain, retried: () => retried, waits, done };
}

const wordsOf = (seq: number, wantsPerson: boolean): string =>
  seq === 1 && wantsPerson ? '担当者をお願いします' : `${seq}通目です。昨日届いた急須のふたが割れていました。`;
