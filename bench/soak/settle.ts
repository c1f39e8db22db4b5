import { setTimeout as wait } from 'node:timers/promises';
import type { SoakServer } from './server.ts';

const LONGEST_MS = 300_000;
/** What is missing when nothing has moved for so long does not come any more. */
const MISSING_MS = 30_000;

type Left = { payloads: number; deliveries: number; held: number; jobs: number; unsent: number };

/** Looks that find nothing to do and nothing new, before it is believed. */
const QUIET_LOOKS = 8;
const LOOK_MS = 300;

/**
 * Until nothing is under way any more: read, answered, let go, carried out; and, if it comes, until everything is there.
 * @param carried channels whose messages we carry out
 * @throws Error naming what is still under way after five minutes
 */
export async function settled(server: SoakServer, carried: readonly string[], isEverythingThere: () => Promise<boolean>): Promise<void> {
  const begun = performance.now();
  let latest = '';
  let movedAt = begun;
  for (let quiet = 0; quiet < QUIET_LOOKS; ) {
    const [row] = await server.query<Left & { position: string }>(
      `select (select count(*) from payloads where state = 'waiting')::int as payloads,
              (select count(*) from deliveries where state in ('queued', 'sending'))::int as deliveries,
              (select count(*) from messages where delivery = 'held')::int as held,
              (select count(*) from graphile_worker.jobs where run_at <= now())::int as jobs,
              (select count(*) from messages m where author_kind <> 'customer' and kind = 'message' and delivery = 'sent' and channel = any($1)
               and not exists (select 1 from deliveries d where d.message_id = m.id))::int as unsent,
              (select max(position) from events)::text as position`,
      [carried],
    );
    const { position, ...left } = row!;
    const isQuiet = position === latest && Object.values(left).every((count) => count === 0);
    quiet = isQuiet ? quiet + 1 : 0;
    latest = position;
    if (!isQuiet) movedAt = performance.now();
    const mayBeOver = quiet === QUIET_LOOKS && performance.now() - movedAt < MISSING_MS;
    if (mayBeOver && !(await isEverythingThere())) quiet = 1;
    if (!isQuiet && performance.now() - begun > LONGEST_MS) throw new Error(`still under way: ${JSON.stringify(left)}`);
    await wait(LOOK_MS);
  }
}
