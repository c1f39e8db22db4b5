import { type Selectable, sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { payloadUnread } from '../channels.events.ts';
import type { PayloadsTable } from '../channels.tables.ts';
import type { InboundEvent } from '../port/port.types.ts';
import { outline } from './read-payload.ts';

export type PayloadRow = Selectable<PayloadsTable>;
export type WaitingPayload = Pick<PayloadRow, 'id' | 'headers' | 'body' | 'received_at' | 'tries'>;

/** An inbox's payloads that nobody has read yet, in the order of their coming. */
export const waitingPayloads = (tx: Tx, workspaceId: string, inboxId: string, limit: number): Promise<WaitingPayload[]> =>
  tx
    .selectFrom('payloads')
    .select(['id', 'headers', 'body', 'received_at', 'tries'])
    .where('workspace_id', '=', workspaceId)
    .where('inbox_id', '=', inboxId)
    .where('state', '=', 'waiting')
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit)
    .execute();

export type ReadPayload = { id: string; events: readonly InboundEvent[] };

/** The payloads were taken in; what each was read as stays beside it, to be compared with what a later parser makes of it. */
export async function markRead(ctx: Ctx, tx: Tx, version: number, read: readonly ReadPayload[]): Promise<void> {
  if (read.length === 0) return;
  await sql`
    update payloads set state = 'parsed', parser_version = ${version}, outcome = r.outcome, problem = null, parsed_at = ${ctx.clock.now()}
    from unnest(${read.map(({ id }) => id)}::text[], ${read.map(({ events }) => JSON.stringify(outline(events)))}::jsonb[]) r (id, outcome)
    where payloads.workspace_id = ${ctx.viewer.workspaceId} and payloads.id = r.id`.execute(tx);
}

/** The payload could not be taken in: tried again, or set aside for a person. */
export async function markUnread(
  ctx: Ctx,
  tx: Tx,
  inboxId: string,
  payload: Pick<PayloadRow, 'id' | 'tries'>,
  { version, problem, giveUp }: { version: number; problem: string; giveUp: boolean },
): Promise<void> {
  await tx
    .updateTable('payloads')
    .set({ state: giveUp ? 'failed' : 'waiting', tries: payload.tries + 1, parser_version: version, problem })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', payload.id)
    .execute();
  if (giveUp) await ctx.append(tx, payloadUnread({ inboxId, payloadId: payload.id }), { inboxId });
}
