import { sql } from 'kysely';
import { systemActor } from '../../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Files } from '../../platform/files/files.ts';
import type { FileLinks } from '../../platform/files/links.ts';
import type { Lane } from '../../platform/lanes/run-lanes.ts';
import type { Logger } from '../../platform/log/log.ts';
import { sideBySide } from '../../platform/side-by-side.ts';
import type { Channel, NoteLine } from '../channel.ts';
import type { Channels } from '../channels.registry.ts';
import { noteFailing, noteWorking } from '../health/health.commands.ts';
import type { InboxKey } from '../inbound/inbound.lane.ts';
import { noteState } from '../inbound/lines.ts';
import type { Call } from '../port/call.types.ts';
import type { Calls } from '../port/calls.ts';
import { ChannelError } from '../port/channel-error.ts';
import { inboxToCall } from '../port/inbox-to-call.ts';
import type { Outbound } from '../port/port.types.ts';
import { markFailed, markSending, markSent, markWaiting } from './deliveries.commands.ts';
import { type DueDelivery, dueDeliveries, outboundOf } from './deliveries.queries.ts';
import { pauseBefore } from './retry.rules.ts';

export type OutboundDeps = {
  platform: Platform;
  channels: Channels;
  calls: Calls;
  files: Files;
  links: FileLinks;
  publicUrl: string | null;
  log: Pick<Logger, 'warn' | 'error'>;
};

const SIDE_BY_SIDE = 8;

/**
 * Carries out what was said: lines side by side, the messages of a line one after the other (or together, where the platform takes them so).
 * A message that cannot go out right now keeps those behind it waiting, so that order is kept; one that never can is marked and passed.
 */
export function outboundLane(deps: OutboundDeps): Lane {
  const { platform } = deps;
  const work = async ({ workspaceId, inboxId }: InboxKey, signal: AbortSignal) => {
    const inbox = await inboxToCall(platform, workspaceId, inboxId);
    const channel = deps.channels.byName(inbox.channel);
    if (!channel?.deliver) throw new Error(`${inbox.channel} carries nothing out`);
    const ctx = makeCtx(platform, systemViewer(workspaceId), systemActor);
    while (!signal.aborted) {
      const due = await ctx.transaction((tx) => dueDeliveries(tx, workspaceId, inboxId, ctx.clock.now()));
      if (due.length === 0) return;
      const call = await deps.calls(inbox);
      await sideBySide(byLine(due).values(), SIDE_BY_SIDE, (line) => deliverLine(deps, ctx, { channel, call }, line));
    }
  };
  return {
    name: 'outbound',
    due: async () => (await inboxesWithDeliveries(platform)).map((key) => ({ key: key.inboxId, work: (signal) => work(key, signal) })),
  };
}

const inboxesWithDeliveries = async ({ db, clock }: Platform): Promise<InboxKey[]> => {
  const rows = await db.directory((tx) =>
    tx
      .selectFrom('deliveries')
      .select(['workspace_id', 'inbox_id'])
      .distinct()
      .where('state', 'in', ['queued', 'sending'])
      .where('due_at', '<=', sql<Date>`${clock.now()}`)
      .limit(200)
      .execute(),
  );
  return rows.map(({ workspace_id, inbox_id }) => ({ workspaceId: workspace_id, inboxId: inbox_id }));
};

function byLine(due: readonly DueDelivery[]): Map<string, DueDelivery[]> {
  const lines = new Map<string, DueDelivery[]>();
  for (const one of due) lines.set(one.threadId, [...(lines.get(one.threadId) ?? []), one]);
  return lines;
}

type Speaking = { channel: Channel; call: Call };

async function deliverLine(deps: OutboundDeps, ctx: Ctx, speaking: Speaking, line: readonly DueDelivery[]): Promise<void> {
  const { capabilities } = speaking.channel;
  const rest = [...line];
  while (rest.length > 0) {
    const batch = rest.splice(0, capabilities.batch);
    const unsure = capabilities.idempotentSend ? [] : batch.filter(({ state }) => state === 'sending');
    for (const one of unsure) await markFailed(ctx, one, new ChannelError('interrupted'));
    const going = batch.filter((one) => !unsure.includes(one));
    if (going.length > 0 && !(await deliverBatch(deps, ctx, speaking, going))) {
      // The line waits: what is behind must not overtake.
      const waitsUntil = await ctx.transaction((tx) => latestDue(tx, ctx.viewer.workspaceId, going[0]!.messageId));
      for (const { messageId } of rest) await markWaiting(ctx, messageId, waitsUntil);
      return;
    }
  }
}

const latestDue = async (tx: Parameters<Parameters<Ctx['transaction']>[0]>[0], workspaceId: string, messageId: string): Promise<Date> => {
  const { due_at } = await tx
    .selectFrom('deliveries')
    .select('due_at')
    .where('workspace_id', '=', workspaceId)
    .where('message_id', '=', messageId)
    .executeTakeFirstOrThrow();
  return due_at;
};

/** @returns false when the line has to wait */
async function deliverBatch(deps: OutboundDeps, ctx: Ctx, { channel, call }: Speaking, batch: readonly DueDelivery[]): Promise<boolean> {
  const outbound = await ctx.transaction((tx) =>
    Promise.all(batch.map((one) => outboundOf(deps, tx, ctx.viewer.workspaceId, one.messageId))),
  );
  await markSending(
    ctx,
    batch.map(({ messageId }) => messageId),
  );
  const gone = new Set<string>();
  const sent = async (message: Outbound, externalIds: string[]) => {
    await markSent(ctx, { messageId: message.messageId, inboxId: call.inbox.id }, externalIds);
    gone.add(message.messageId);
    // Where nothing else proves the credentials, a message that was taken does.
    if (!channel.check) await noteWorking(ctx, call.inbox.id, { last_proof_at: ctx.clock.now() });
  };
  const note: NoteLine = ({ line }, state) => ctx.transaction((tx) => noteState(ctx, tx, line.threadId, state));
  try {
    await channel.deliver!(call, outbound, sent, note);
    const silent = batch.find(({ messageId }) => !gone.has(messageId));
    if (silent) throw new Error(`${channel.name} said nothing of ${silent.messageId}`);
    return true;
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    const left = batch.filter(({ messageId }) => !gone.has(messageId));
    return passOn(deps, ctx, call, error, left);
  }
}

/** What becomes of messages after an error: the first is at fault, the others have not been tried. @returns false when the line has to wait */
async function passOn(deps: OutboundDeps, ctx: Ctx, call: Call, error: ChannelError, left: readonly DueDelivery[]): Promise<boolean> {
  const [first, ...others] = left;
  if (!first) return true;
  const now = ctx.clock.now();
  if (error.aboutInbox) await noteFailing(ctx, call.inbox.id, error.code, error.detail);
  const pause = error.temporary
    ? pauseBefore({ tries: first.tries + 1, firstTriedAt: first.firstTriedAt ?? now, now }, error.retryAfterMs, Math.random())
    : null;
  if (pause === null) {
    await markFailed(ctx, first, error.temporary ? new ChannelError('gave_up', { detail: error.message }) : error);
    for (const { messageId } of others) await markWaiting(ctx, messageId, now);
    return true;
  }
  deps.log.warn({ inbox: call.inbox.id, message: first.messageId, error: error.message, pause }, 'a message waits to be sent');
  const dueAt = new Date(now.getTime() + pause);
  for (const { messageId } of left) await markWaiting(ctx, messageId, dueAt);
  return false;
}
