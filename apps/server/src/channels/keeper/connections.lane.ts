import { systemActor } from '../../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Lane } from '../../platform/lanes/run-lanes.ts';
import { noteBackfill, waitingBackfill } from '../backfill/backfill.commands.ts';
import type { Channel, Hear } from '../channel.ts';
import type { Channels } from '../channels.registry.ts';
import { noteFailing, noteHealth, noteWorking } from '../health/health.commands.ts';
import { keepPayload } from '../inbound/payloads.commands.ts';
import type { Calls, InboxToCall } from '../port/calls.ts';
import { ChannelError } from '../port/channel-error.ts';

export type ConnectionDeps = { platform: Platform; channels: Channels; calls: Calls };

type Standing = InboxToCall & { version: string };

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
const LOOK_MS = 1000;

/**
 * Keeps a standing connection for every running inbox whose channel needs one, each held by one process. It ends when the inbox is paused,
 * removed or set up anew (then it begins again), and comes back after failures with growing pauses.
 */
export function connectionsLane(deps: ConnectionDeps): Lane {
  let versions = new Map<string, string>();
  return {
    name: 'connection',
    atOnce: 1000,
    due: async () => {
      const inboxes = await standingInboxes(deps);
      versions = new Map(inboxes.map(({ id, version }) => [id, version]));
      return inboxes.map((inbox) => ({
        key: inbox.id,
        work: (signal: AbortSignal) => keepConnected(deps, inbox, signal, () => versions.get(inbox.id) === inbox.version),
      }));
    },
  };
}

/** @param isCurrent false once the inbox is to be let go of, as the lane saw it last */
async function keepConnected(deps: ConnectionDeps, inbox: Standing, signal: AbortSignal, isCurrent: () => boolean): Promise<void> {
  const channel = deps.channels.byName(inbox.channel)!;
  const ctx = makeCtx(deps.platform, systemViewer(inbox.workspaceId), systemActor);
  const ending = new AbortController();
  const watch = setInterval(() => isCurrent() || ending.abort(), LOOK_MS);
  const over = AbortSignal.any([signal, ending.signal]);
  try {
    for (let failures = 0; !over.aborted; ) {
      try {
        await connectOnce(deps, ctx, channel, inbox, over, () => {
          failures = 0;
        });
      } catch (error) {
        failures += 1;
        const known = error instanceof ChannelError ? error : new ChannelError('connection_lost', { detail: String(error) });
        await noteFailing(ctx, inbox.id, known.code, known.detail).catch(() => {});
        await pause(Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS), over);
      }
    }
  } finally {
    clearInterval(watch);
  }
}

/** One connection, from its beginning to its end. @throws ChannelError when it cannot be made or breaks */
async function connectOnce(
  { calls }: ConnectionDeps,
  ctx: Ctx,
  channel: Channel,
  inbox: Standing,
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
    remember: (notes) =>
      ctx.transaction(async (tx) => noteHealth(ctx, tx, inbox.id, {}, { memory: { ...(await memoryOf(tx, inbox)), ...notes } })),
    backfill: () => waitingBackfill(ctx, inbox.id),
    backfilled: (id, step) => noteBackfill(ctx, inbox.id, id, step),
    remembered: () => ctx.transaction((tx) => memoryOf(tx, inbox)),
  };
  const connection = await channel.connect!(await calls(inbox), hear);
  try {
    await Promise.race([broken, aborted(over)]);
  } finally {
    await connection.stop();
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

async function pause(ms: number, over: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    }),
    aborted(over),
  ]);
  clearTimeout(timer);
}

async function memoryOf(tx: Parameters<Parameters<Ctx['transaction']>[0]>[0], { workspaceId, id }: Standing) {
  const row = await tx
    .selectFrom('inbox_health')
    .select('notes')
    .where('workspace_id', '=', workspaceId)
    .where('inbox_id', '=', id)
    .executeTakeFirst();
  return ((row?.notes as { memory?: Record<string, string | number> } | undefined)?.memory ?? {}) as Record<string, string | number>;
}

/** Running inboxes of channels that stand in connection; `version` changes with their settings. */
async function standingInboxes({ platform, channels }: ConnectionDeps): Promise<Standing[]> {
  const names = channels.all.filter(({ connect }) => connect).map(({ name }) => name);
  if (names.length === 0) return [];
  const rows = await platform.db.directory((tx) =>
    tx
      .selectFrom('inboxes as i')
      .innerJoin('channel_settings as s', (join) => join.onRef('s.workspace_id', '=', 'i.workspace_id').onRef('s.inbox_id', '=', 'i.id'))
      .select(['i.workspace_id', 'i.id', 'i.name', 'i.key', 'i.channel', 's.updated_at'])
      .where('i.channel', 'in', names)
      .where('i.paused_at', 'is', null)
      .where('i.removed_at', 'is', null)
      .execute(),
  );
  return rows.map(({ workspace_id, updated_at, ...row }) => ({ ...row, workspaceId: workspace_id, version: updated_at.toISOString() }));
}
