import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hasDovecot } from '../apps/server/test/dovecot-server.ts';
import { percentile, round } from './figures.ts';
import { answerNowAndThen } from './soak/answers.ts';
import { chanceOf } from './soak/chance.ts';
import { drive, type Talk } from './soak/drive.ts';
import { furnish, type House } from './soak/house.ts';
import { countInbound } from './soak/inbound-counts.ts';
import { killNowAndThen } from './soak/kills.ts';
import { countAnswers, countOutbound } from './soak/outbound-counts.ts';
import { standInForPlatforms } from './soak/platforms.ts';
import { sendersWith } from './soak/senders.ts';
import { type SoakServer, startServer } from './soak/server.ts';
import { settled } from './soak/settle.ts';
import type { Sender } from './soak/soak.types.ts';
import { verdictOf } from './soak/verdict.ts';

export type SoakWish = {
  messages?: number;
  kills?: number;
  /** The same seed is the same order, the same repetitions and the same moments of death. */
  seed?: number;
  /** How many messages somebody writes; the last of them writes the rest. */
  perLine?: number;
  /** A second handing-over comes within so many milliseconds. */
  againWithinMs?: number;
  /** Only these channels. */
  channels?: readonly string[];
};

/** One line in so many stays with the bot, which answers every message. */
const STAYS_WITH_BOT = 4;
const TELL_MS = 10_000;

/**
 * Everybody writes on every channel at once, every message is handed over twice, and the server is killed in the middle of it, again and
 * again. Nothing may be lost, doubled or out of order: `faults` says what was.
 */
export async function soak({
  messages = 20_000,
  kills = 5,
  seed = Date.now() % 100_000,
  perLine = 20,
  againWithinMs = 5000,
  channels,
}: SoakWish = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-soak-'));
  // PostgreSQL, which runs as somebody else for root, goes through here.
  chmodSync(folder, 0o755);
  const chance = chanceOf(seed);
  const platforms = await standInForPlatforms(chance);
  const senders = await sendersWith({ outbox: platforms.outbox, withMail: hasDovecot(), channels });
  platforms.join(senders);
  const origins = [...new Set(senders.flatMap((sender) => sender.origins))].map((origin) => `${origin}=${platforms.origin}`);
  const server = await startServer(join(folder, 'home'), {
    MADOGUCHI_DEMO: 'off',
    MADOGUCHI_LOG: 'warn',
    MADOGUCHI_TRUST_PROXY: 'on',
    MADOGUCHI_DICTIONARY: 'off',
    MADOGUCHI_VISITOR_MESSAGES_PER_MINUTE: '1000000',
    MADOGUCHI_CHANNEL_ORIGINS: origins.join(','),
    MADOGUCHI_MAIL_HOSTS: '127.0.0.1',
  });
  let isGood = false;
  let over = false;
  try {
    const house = await furnish(server.base, senders);
    await firstAsked(server, senders);
    const talks = await talksOf(senders, house, { messages, perLine });
    const begun = performance.now();
    const driven = drive(chance, talks, againWithinMs);
    const telling = setInterval(() => console.error(`${driven.taken()} taken, ${driven.takenAgain()} taken again`), TELL_MS).unref();
    const answered = answerNowAndThen(server, house, { over: () => over });
    const killed = killNowAndThen(server, chanceOf(seed + 1), { kills, messages, taken: driven.taken, over: () => over });
    await Promise.all([driven.done, killed]);
    clearInterval(telling);
    const handedOverMs = performance.now() - begun;
    over = true;
    await answered;
    const expected = talks.map(({ channel, line, messages: wanted }) => ({ channel, line: line.id, messages: wanted }));
    const count = () => countInbound(server, senders, expected);
    const carried = senders.filter(({ answers: carries }) => carries).map(({ channel }) => channel);
    await settled(server, carried, async () => [...(await count()).values()].every(({ lost }) => lost === 0));
    const inbound = await count();
    const outbound = await countOutbound(server, senders, platforms.outbox);
    const answers = await countAnswers(server, senders, platforms.outbox);
    const [setAside] = await server.query<{ failures: number }>('select count(*)::int as failures from event_failures');
    const faults = verdictOf({ senders, inbound, outbound, answers, failures: setAside!.failures });
    isGood = faults.length === 0;
    return {
      seed,
      messages: driven.taken(),
      handedOverAgain: driven.takenAgain(),
      triesThatFailed: driven.retried(),
      seconds: round((performance.now() - begun) / 1000),
      perSecond: round(driven.taken() / (handedOverMs / 1000)),
      kills: await killed,
      takenMs: Object.fromEntries(
        [...driven.waits].map(([name, waits]) => [name, { p50: round(percentile(waits, 0.5)), p99: round(percentile(waits, 0.99)) }]),
      ),
      inbound: Object.fromEntries(inbound),
      outbound: Object.fromEntries(outbound),
      answers: { ...answers, lost: answers.lost.length, doubled: answers.doubled.length, overtaken: answers.overtaken.length },
      faults,
    };
  } finally {
    over = true;
    await server.stop();
    await platforms.stop();
    for (const sender of senders) await sender.stop?.();
    // What went wrong is looked for in what it left behind.
    if (isGood) rmSync(folder, { recursive: true, force: true });
    else console.error(`kept: ${folder}`);
  }
}

/** Until every platform that is asked for what is new was asked once. */
async function firstAsked(server: SoakServer, senders: readonly Sender[]): Promise<void> {
  const asked = senders.filter(({ isAsked }) => isAsked).map(({ channel }) => channel);
  for (let waiting = asked.length; waiting > 0; await wait(100)) {
    const [row] = await server.query<{ waiting: number }>(
      `select count(*)::int as waiting from inboxes i left join inbox_health h on h.workspace_id = i.workspace_id and h.inbox_id = i.id
       where i.channel = any($1) and h.last_proof_at is null`,
      [asked],
    );
    waiting = row!.waiting;
  }
}

async function talksOf(
  senders: readonly Sender[],
  house: House,
  { messages, perLine }: { messages: number; perLine: number },
): Promise<Talk[]> {
  const talks: Talk[] = [];
  for (const [at, sender] of senders.entries()) {
    const share = Math.floor(messages / senders.length) + (at < messages % senders.length ? 1 : 0);
    for (let n = 0, left = share; left > 0; n += 1, left -= perLine) {
      const line = await sender.line(house.reached(sender.channel), n + 1);
      talks.push({ channel: sender.channel, line, messages: Math.min(perLine, left), wantsPerson: n % STAYS_WITH_BOT !== 0 });
    }
  }
  return talks;
}
