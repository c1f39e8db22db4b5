import { setTimeout as wait } from 'node:timers/promises';
import { systemActor } from '../../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Lane } from '../../platform/lanes/run-lanes.ts';
import { failBackfill, noteBackfill } from '../backfill/backfill.commands.ts';
import { waitingBackfill } from '../backfill/backfill.queries.ts';
import type { Channel, Hear } from '../channel.ts';
import type { Channels } from '../channels.registry.ts';
import { noteFailing, noteHealth, noteWorking } from '../health/health.commands.ts';
import { keepPayload } from '../inbound/payloads.commands.ts';
import { countWaiting } from '../inbound/payloads.queries.ts';
import type { Calls, InboxToCall } from '../port/calls.ts';
import { ChannelError } from '../port/channel-error.ts';
import { makeAskedLook } from './asked-look.ts';
import { pauseAfter } from './pause.rules.ts';
import { standingInboxes } from './standing-inboxes.queries.ts';
import { makeWatches, type Watch } from './watches.ts';

export type ConnectionDeps = { platform: Platform; channels: Channels; calls: Calls };

/**
 * Keeps a standing connection for every running inbox whose channel needs one, each held by one process. It ends when the inbox is paused,
 * removed or set up anew (then it begins again), and comes back after failures with growing pauses.
 */
export function connectionsLane(deps: ConnectionDeps): Lane {
  const watches = makeWatches();
  const names = deps.channels.all.filter(({ connect }) => connect).map(({ name }) => name);
  const lookWhoIsAsked = makeAskedLook(deps.platform, watches.asked);
  return {
    name: 'connection',
    atOnce: 1000,
    due: async () => {
      const inboxes = await standingInboxes(deps.platform, names);
      watches.look(inboxes);
      lookWhoIsAsked(inboxes);
      return inboxes.map((inbox) => ({
        key: inbox.id,
        work: async (signal: AbortSignal) => {
          const watch = watches.over(inbox);
          try {
            await keepConnected(deps, inbox, watch, AbortSignal.any([signal, watch.over]));
          } finally {
            watch.end();
          }
        },
      }));
    },
  };
}

async function keepConnected(deps: ConnectionDeps, inbox: InboxToCall, watch: Watch, over: AbortSignal): Promise<void> {
  const channel = deps.channels.byName(inbox.channel)!;
  const ctx = makeCtx(deps.platform, systemViewer(inbox.workspaceId), systemActor);
  for (let failures = 0; !over.aborted; ) {
    try {
      await connectOnce(deps, ctx, channel, inbox, watch, over, () => {
        failures = 0;
      });
    } catch (error) {
      failures += 1;
      const known = error instanceof ChannelError ? error : new ChannelError('connection_lost', { detail: String(error) });
      await noteFailing(ctx, inbox.id, known.code, known.detail).catch(() => {});
      // Nothing can be read in through a door that stays shut; whoever opens it has it tried again.
      if (known.aboutInbox) await failBackfill(ctx, inbox.id, null, { failure: known.code, detail: known.detail }).catch(() => {});
      // Whoever asks for a period in spite of it is answered now, not with the next try.
      const isWanted = async () => (await isMended(ctx, inbox.id)) || (known.aboutInbox && (await waitingBackfill(ctx, inbox.id)) !== null);
      await pause(pauseAfter(failures, known), over, watch, isWanted);
    }
  }
}

/** One connection, from its beginning to its end. @throws ChannelError when it cannot be made or breaks */
async function connectOnce(
  { calls }: ConnectionDeps,
  ctx: Ctx,
  channel: Channel,
  inbox: InboxToCall,
  watch: Watch,
  over: AbortSignal,
  onConnected: () => void,
): Promise<void> {
  let broke: (error: Error) => void = () => {};
  const broken = new Promise<never>((_resolve, reject) => {
    broke = reject;
  });
  broken.catch(() => {});
  const hear: Hear = {
    payload: (payload) => keepPayload(ctx, inbox.id, payload),
    connected: async (notes) => {
      onConnected();
      await noteWorking(ctx, inbox.id, { connected_at: ctx.clock.now(), last_proof_at: ctx.clock.now() }, notes);
    },
    failed: async (failure, detail) => broke(new ChannelError(failure, { ...(detail ? { detail } : {}) })),
    oldestUnread: (at) => ctx.transaction((tx) => noteHealth(ctx, tx, inbox.id, { oldest_unread_at: at })),
    ails: (failure, detail) => noteFailing(ctx, inbox.id, failure, detail),
    backlog: () => ctx.transaction((tx) => countWaiting(tx, ctx.viewer.workspaceId, inbox.id)),
    remember: (notes) =>
      ctx.transaction(async (tx) => noteHealth(ctx, tx, inbox.id, {}, { memory: { ...(await memoryOf(tx, inbox)), ...notes } })),
    backfill: () => waitingBackfill(ctx, inbox.id),
    whenAsked: (tell) => watch.listen(({ isAsked }) => isAsked && tell()),
    backfilled: (id, step) => noteBackfill(ctx, id, step),
    backfillFailed: (id, failure, detail) => failBackfill(ctx, inbox.id, id, { failure, detail }),
    remembered: () => ctx.transaction((tx) => memoryOf(tx, inbox)),
  };
  const connection = await channel.connect!(await calls(inbox), hear);
  try {
    await Promise.race([broken, aborted(over)]);
  } finally {
    watch.listen(() => {});
    await connection.stop();
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Waits, and no longer than until the inbox was proven to work again, or is wanted: somebody put it right and pressed the button. */
async function pause(ms: number, over: AbortSignal, watch: Watch, isWanted: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + ms;
  while (!over.aborted && Date.now() < until) {
    const news = new AbortController();
    watch.listen(({ isFailing, isAsked }) => (isFailing === false || isAsked) && news.abort());
    const rest = AbortSignal.any([over, news.signal]);
    await wait(until - Date.now(), undefined, { signal: rest }).catch(() => {});
    // What was seen may have been seen before the failure was written down.
    if (!over.aborted && news.signal.aborted && (await isWanted().catch(() => false))) break;
  }
  watch.listen(() => {});
}

async function isMended(ctx: Ctx, inboxId: string): Promise<boolean> {
  const row = await ctx.transaction((tx) =>
    tx
      .selectFrom('inbox_health')
      .select('failure')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('inbox_id', '=', inboxId)
      .executeTakeFirst(),
  );
  return row !== undefined && row.failure === null;
}

async function memoryOf(tx: Parameters<Parameters<Ctx['transaction']>[0]>[0], { workspaceId, id }: InboxToCall) {
  const row = await tx
    .selectFrom('inbox_health')
    .select('notes')
    .where('workspace_id', '=', workspaceId)
    .where('inbox_id', '=', id)
    .executeTakeFirst();
  return ((row?.notes as { memory?: Record<string, string | number> } | undefined)?.memory ?? {}) as Record<string, string | number>;
}
