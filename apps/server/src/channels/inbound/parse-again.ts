import type { Payload } from '@madoguchi/contract/channels.ts';
import { systemActor } from '../../platform/actor.ts';
import { type Ctx, makeCtx } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { notFound, unavailable } from '../../platform/http/refusal.ts';
import { readInbox } from '../../workspaces/inboxes.queries.ts';
import { inboxToCall } from '../port/inbox-to-call.ts';
import { applyEvent } from './apply-event.ts';
import type { InboundDeps } from './inbound.lane.ts';
import { markRead, type PayloadRow } from './payloads.queries.ts';
import { outline, readPayload } from './read-payload.ts';

/** What an inbox received, as the desk lists it: newest first. @throws notFound for an inbox of nobody here */
export async function listPayloads(
  ctx: Ctx,
  inboxId: string,
  { state, limit }: { state: 'failed' | 'all'; limit: number },
): Promise<Payload[]> {
  const rows = await ctx.transaction(async (tx) => {
    await readInbox(ctx, tx, inboxId);
    return tx
      .selectFrom('payloads')
      .selectAll()
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('inbox_id', '=', inboxId)
      .$if(state === 'failed', (query) => query.where('state', '=', 'failed'))
      .orderBy('received_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute();
  });
  return rows.map(presentPayload);
}

const EXCERPT_BYTES = 2000;

const presentPayload = (row: PayloadRow): Payload => ({
  id: row.id,
  inboxId: row.inbox_id,
  receivedAt: row.received_at.toISOString(),
  state: row.state as Payload['state'],
  problem: row.problem,
  parserVersion: row.parser_version,
  sizeInBytes: row.body.length,
  excerpt: row.body.subarray(0, EXCERPT_BYTES).toString('utf8').toWellFormed().replaceAll('\u0000', ''),
});

async function payloadById(ctx: Ctx, id: string): Promise<PayloadRow> {
  const row = await ctx.transaction((tx) =>
    tx.selectFrom('payloads').selectAll().where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', id).executeTakeFirst(),
  );
  if (!row) throw notFound();
  return row;
}

/** What a payload was read as, beside what today's parser makes of it. Changes nothing. @throws notFound */
export async function comparePayload(deps: InboundDeps, ctx: Ctx, id: string) {
  const row = await payloadById(ctx, id);
  const { read } = await readNow(deps, row);
  const before = typeof row.outcome === 'string' ? row.outcome : '';
  const now = read.events ? outline(read.events) : '';
  return { before, now, problem: read.problem };
}

/**
 * Takes a payload in again, as what came in now: what is there already stays as it is (the same external ids), what was missed is added.
 * @throws notFound
 */
export async function parseAgain(deps: InboundDeps, ctx: Ctx, id: string): Promise<Payload> {
  const row = await payloadById(ctx, id);
  const { read, channel, call } = await readNow(deps, row);
  if (!read.events) return presentPayload({ ...row, problem: read.problem });
  const system = makeCtx(deps.platform, systemViewer(ctx.viewer.workspaceId), systemActor);
  for (const event of read.events) await applyEvent({ ...deps, channel, call }, system, event);
  await ctx.transaction((tx) => markRead(ctx, tx, channel.version, [{ id, events: read.events }]));
  return presentPayload(await payloadById(ctx, id));
}

async function readNow(deps: InboundDeps, row: PayloadRow) {
  const inbox = await inboxToCall(deps.platform, row.workspace_id, row.inbox_id);
  const channel = deps.channels.byName(inbox.channel);
  if (!channel) throw notFound();
  const call = await deps.calls(inbox);
  const read = await readPayload(deps.threads, channel, call.settings, row);
  if (!read) throw unavailable();
  return { channel, call, read };
}
