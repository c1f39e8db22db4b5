import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { systemActor } from '../../platform/actor.ts';
import { makeCtx, type Platform } from '../../platform/ctx.ts';
import { isDatabaseAway } from '../../platform/db/database-away.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Lane } from '../../platform/lanes/run-lanes.ts';
import type { Logger } from '../../platform/log/log.ts';
import { sideBySide } from '../../platform/side-by-side.ts';
import type { Channel } from '../channel.ts';
import type { Channels } from '../channels.registry.ts';
import { countReceived } from '../health/health.commands.ts';
import type { Calls, InboxToCall } from '../port/calls.ts';
import { inboxToCall } from '../port/inbox-to-call.ts';
import type { InboundEvent } from '../port/port.types.ts';
import type { ParseThreads } from './apart/parse-threads.ts';
import { type ApplyDeps, applyEvent } from './apply-event.ts';
import { markRead, markUnread, type WaitingPayload, waitingPayloads } from './payloads.queries.ts';
import { readPayload } from './read-payload.ts';
import { type Held, placeOf, type Resting, rest, stillResting, waitsFor } from './resting.ts';

export type InboundDeps = Omit<ApplyDeps, 'call' | 'channel'> & {
  channels: Channels;
  calls: Calls;
  /** Where payloads are read that are read apart. */
  threads: ParseThreads;
  log: Pick<Logger, 'warn' | 'error'>;
};
export type InboxKey = { workspaceId: string; inboxId: string };

const BATCH = 50;
const SIDE_BY_SIDE = 8;
/** So that of several payloads that lead a parser astray each does not cost its own time. */
const READ_AT_ONCE = 3;
/** A payload whose events cannot be taken in is tried this often, then set aside for a person to look at. */
const TRIES = 5;
/** While something rests, new payloads are looked for this often. */
const LOOK_MS = 300;

/**
 * Reads what inboxes received: payloads of an inbox in the order of their coming, lines side by side, each line's events one after
 * the other. What cannot be read is set aside and the lane goes on.
 */
export function inboundLane(deps: InboundDeps): Lane {
  const { platform } = deps;
  const work = async ({ workspaceId, inboxId }: InboxKey, signal: AbortSignal) => {
    const inbox = await inboxToCall(platform, workspaceId, inboxId);
    const resting: Resting = new Map();
    while (!signal.aborted) {
      const except = stillResting(resting);
      const batch = await platform.db.as(systemViewer(workspaceId), (tx) => waitingPayloads(tx, workspaceId, inboxId, BATCH, except));
      if (batch.length > 0) {
        const isRead = await readBatch(deps, inbox, batch, resting);
        if (!isRead && !signal.aborted) await once(signal, 'abort');
      } else if (resting.size === 0) return;
      else await wait(LOOK_MS, undefined, { signal }).catch(() => {});
    }
  };
  return {
    name: 'inbound',
    due: async () => (await inboxesWithPayloads(platform)).map((key) => ({ key: key.inboxId, work: (signal) => work(key, signal) })),
  };
}

const inboxesWithPayloads = async ({ db }: Platform): Promise<InboxKey[]> => {
  const rows = await db.directory((tx) =>
    tx.selectFrom('payloads').select(['workspace_id', 'inbox_id']).distinct().where('state', '=', 'waiting').limit(200).execute(),
  );
  return rows.map(({ workspace_id, inbox_id }) => ({ workspaceId: workspace_id, inboxId: inbox_id }));
};

/** What goes one after the other: a line's events; where a message's place depends on the messages before it, all of the inbox. */
function orderOf({ place }: Channel, payload: WaitingPayload, event: InboundEvent): string {
  if (place) return 'all';
  return 'line' in event ? `line:${event.line.externalId}` : `payload:${payload.id}`;
}

type Step = { payload: WaitingPayload; event: InboundEvent };

/** @returns false when this process is ending: what it did not read waits for the next. */
async function readBatch(deps: InboundDeps, inbox: InboxToCall, batch: readonly WaitingPayload[], resting: Resting): Promise<boolean> {
  const { platform, channels, calls } = deps;
  const channel = channels.byName(inbox.channel);
  if (!channel) throw new Error(`no channel ${inbox.channel}`);
  const call = await calls(inbox);
  const ctx = makeCtx(platform, systemViewer(inbox.workspaceId), systemActor);

  const failed = new Map<string, string>();
  const read = new Map<string, InboundEvent[]>();
  let isEnding = false;
  await sideBySide(batch, READ_AT_ONCE, async (payload) => {
    const reading = await readPayload(deps.threads, channel, call.settings, payload);
    if (!reading) isEnding = true;
    else if (reading.events) read.set(payload.id, reading.events);
    else {
      failed.set(payload.id, reading.problem);
      deps.log.warn({ inbox: inbox.id, payload: payload.id, problem: reading.problem }, 'a payload could not be read');
    }
  });
  if (isEnding) return false;
  const byLine = new Map<string, Step[]>();
  for (const payload of batch) {
    for (const event of read.get(payload.id) ?? []) {
      const line = orderOf(channel, payload, event);
      byLine.set(line, [...(byLine.get(line) ?? []), { payload, event }]);
    }
  }
  const stuck = new Map<string, string>();
  /** Nothing is wrong with these but that they come after one that is stuck: they keep their tries. */
  const behind = new Set<string>();
  const heldUp: Held[] = [...resting.values()];
  const hold = (payload: WaitingPayload) => heldUp.push({ place: placeOf(payload), events: read.get(payload.id)! });
  await sideBySide(byLine.values(), SIDE_BY_SIDE, async (steps) => {
    for (const { payload, event } of steps) {
      if (stuck.has(payload.id) || behind.has(payload.id)) continue;
      const before = heldUp.filter(({ place }) => place < placeOf(payload));
      if (before.some(({ events }) => events.some((earlier) => waitsFor(channel, event, earlier)))) {
        behind.add(payload.id);
        hold(payload);
        continue;
      }
      try {
        await applyEvent({ ...deps, channel, call }, ctx, event);
      } catch (error) {
        if (isDatabaseAway(error)) throw error;
        stuck.set(payload.id, error instanceof Error ? error.message : String(error));
        deps.log.warn({ inbox: inbox.id, payload: payload.id, error: String(error) }, 'a payload could not be taken in');
        // What belongs behind it waits for it, so that order is kept; all else goes on, and when it is given up, so does that.
        if (payload.tries + 1 < TRIES) hold(payload);
      }
    }
  });
  await ctx.transaction(async (tx) => {
    const isTaken = ({ id }: WaitingPayload) => !failed.has(id) && !stuck.has(id) && !behind.has(id);
    await markRead(
      ctx,
      tx,
      channel.version,
      batch.filter(isTaken).map(({ id }) => ({ id, events: read.get(id)! })),
    );
    for (const payload of batch) {
      const problem = failed.get(payload.id) ?? stuck.get(payload.id);
      if (problem !== undefined)
        await markUnread(ctx, tx, inbox.id, payload, {
          version: channel.version,
          problem,
          giveUp: failed.has(payload.id) || payload.tries + 1 >= TRIES,
        });
    }
    const messages = batch.filter(isTaken).flatMap(({ id }) => read.get(id)!.filter((event) => event.kind === 'message')).length;
    await countReceived(ctx, tx, inbox.id, messages);
  });
  for (const payload of batch) {
    const isStuck = stuck.has(payload.id) && payload.tries + 1 < TRIES;
    if (isStuck || behind.has(payload.id)) rest(resting, payload, read.get(payload.id)!);
  }
  return true;
}
