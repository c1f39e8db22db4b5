import { type Selectable, sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { payloadUnread } from '../channels.events.ts';
import type { PayloadsTable } from '../channels.tables.ts';
import type { InboundEvent } from '../port/port.types.ts';
import { outline } from './read-payload.ts';

export type PayloadRow = Selectable<PayloadsTable>;
export type WaitingPayload = Pick<PayloadRow, 'id' | 'headers' | 'body' | 'received_at' | 'tries'>;

/** Bytes of payloads that are held at once, the first of them however large it is. */
const MOST_BYTES = 48 * 1024 * 1024;
const MOST_COUNTED = 1000;

/** How many nobody has read yet, counted to a thousand. */
export async function countWaiting(tx: Tx, workspaceId: string, inboxId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from payloads where workspace_id = ${workspaceId} and inbox_id = ${inboxId} and state = 'waiting' limit ${MOST_COUNTED}
    ) waiting`.execute(tx);
  return rows[0]!.count;
}

/** An inbox's payloads that nobody has read yet, in the order of their coming, without those that rest. */
export async function waitingPayloads(
  tx: Tx,
  workspaceId: string,
  inboxId: string,
  limit: number,
  except: readonly string[] = [],
): Promise<WaitingPayload[]> {
  const { rows } = await sql<WaitingPayload>`
    select p.id, p.headers, p.body, p.received_at, p.tries
    from (
      select first.id, sum(octet_length(first.body)) over (order by first.received_at, first.id) as bytes,
        row_number() over (order by first.received_at, first.id) as place
      from (
        select id, received_at, body from payloads
        where workspace_id = ${workspaceId} and inbox_id = ${inboxId} and state = 'waiting' and id <> all (${[...except]}::text[])
        order by received_at, id limit ${limit}
      ) first
    ) counted
    join payloads p on p.workspace_id = ${workspaceId} and p.id = counted.id
    where counted.bytes <= ${MOST_BYTES} or counted.place = 1
    order by p.received_at, p.id`.execute(tx);
  return rows;
}

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
