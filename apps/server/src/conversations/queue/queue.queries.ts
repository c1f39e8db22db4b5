import type { ChatQueue } from '@madoguchi/contract/chat.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { hoursOf } from '../../workspaces/hours/calendars.queries.ts';
import { isOpenAt } from '../../workspaces/hours.rules.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import type { ConversationRow } from '../conversations.types.ts';
import { ENOUGH, type EndedWait, type Pace, paceOf, queueAt, rankOf } from './queue.rules.ts';

/** Places further back than this are not told. */
const MOST_WAITING = 1000;
const LATELY_IN_HOURS = 4;
const MOST_ENDED = 50;

/** What a place in the queue, and the customer's screen, are made of: all that differs between those who wait. */
const QUEUED = [
  'id',
  'number',
  'customer_id',
  'agent_name',
  'agent_seen_seq',
  'assignee_team_id',
  'inbox_id',
  'queue_id',
  'priority',
  'waiting_since',
] as const satisfies (keyof ConversationRow)[];
export type QueuedRow = Pick<ConversationRow, (typeof QUEUED)[number]>;

/** Those for whom isInQueue is true, the longest waiting first; the first thousand. */
const inLine = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('conversations')
    .where('workspace_id', '=', workspaceId)
    .where('handled_by', '=', 'human')
    .where('status', '=', 'open')
    .where('merged_into', 'is', null)
    .where('turn', '<>', 'spam')
    .where((eb) => eb.or([eb('agent_acted_at', 'is', null), eb('assignee_agent_id', 'is', null)]))
    .where('waiting_since', 'is not', null)
    .orderBy('waiting_since')
    .orderBy('id')
    .limit(MOST_WAITING);
const inQueue = (tx: Tx, workspaceId: string, inboxId: string) => inLine(tx, workspaceId).where('inbox_id', '=', inboxId);

/**
 * Everybody who waits for people in an inbox, and in other inboxes for the same queues, the longest first; the first thousand of each. A
 * customer's own fence would hide all others.
 */
export async function queueOf(tx: Tx, workspaceId: string, inboxId: string): Promise<QueuedRow[]> {
  const here = await inQueue(tx, workspaceId, inboxId).select(QUEUED).execute();
  const queueIds = [...new Set(here.flatMap(({ queue_id }) => queue_id ?? []))];
  if (queueIds.length === 0) return here;
  const elsewhere = await inLine(tx, workspaceId)
    .select(QUEUED)
    .where('queue_id', 'in', queueIds)
    .where('inbox_id', '<>', inboxId)
    .execute();
  const since = ({ waiting_since }: QueuedRow) => waiting_since!.getTime();
  return [...here, ...elsewhere].sort((a, b) => since(a) - since(b) || (a.id < b.id ? -1 : 1));
}

export const asWaiting = (row: QueuedRow) => ({ id: row.id, teamId: row.assignee_team_id, queueId: row.queue_id, priority: row.priority });

/**
 * How fast people answer in an inbox now, all teams together, or in one queue, where that says enough; null after hours. Only waits that
 * began in business hours count: a night without people says nothing about the day.
 */
export async function paceNow(ctx: Ctx, tx: Tx, inboxId: string, queueId: string | null = null): Promise<Pace | null> {
  const { hours, timezone } = await hoursOf(ctx, tx, inboxId, null);
  const { replyMinutes } = await workspaceSettings(ctx, tx);
  const now = ctx.clock.now();
  if (!isOpenAt(hours, timezone, now)) return null;
  const whose = queueId === null ? { column: sql`inbox_id`, id: inboxId } : { column: sql`queue_id`, id: queueId };
  const ended = (await endedWaits(tx, ctx.viewer.workspaceId, whose, now)).filter(({ at, minutes }) =>
    isOpenAt(hours, timezone, new Date(at.getTime() - minutes * 60_000)),
  );
  return queueId !== null && ended.length < ENOUGH ? paceNow(ctx, tx, inboxId) : paceOf(ended, now, replyMinutes);
}

/** Waits that ended in the last four hours, and within two hours of this time of day on the seven days before; the latest fifty of each. */
async function endedWaits(
  tx: Tx,
  workspaceId: string,
  whose: { column: RawBuilder<unknown>; id: string },
  now: Date,
): Promise<EndedWait[]> {
  const { rows } = await sql<{ days: number; at: Date; minutes: number }>`
    select day.days, ended.agent_acted_at as at,
      extract(epoch from ended.agent_acted_at - ended.handed_off_at)::float8 / 60 as minutes
    from generate_series(0, 7) as day(days)
    cross join lateral (
      select c.agent_acted_at, c.handed_off_at from conversations c
      where c.workspace_id = ${workspaceId} and c.${whose.column} = ${whose.id} and c.handed_off_at is not null
        and c.agent_acted_at >= c.handed_off_at
        and c.agent_acted_at > ${now}::timestamptz - make_interval(days => day.days, hours => case day.days when 0 then ${LATELY_IN_HOURS}::int else 2 end)
        and c.agent_acted_at <= ${now}::timestamptz - make_interval(days => day.days, hours => case day.days when 0 then 0 else -2 end)
      order by c.agent_acted_at desc limit ${MOST_ENDED}
    ) ended`.execute(tx);
  return rows.map(({ days, at, minutes }) => ({ daysAgo: days, at, minutes }));
}

/**
 * Where a conversation will stand that is about to be handed to people; null after hours, and when too many wait to tell.
 * `into`: the queue that will give it out.
 */
export async function queueAhead(
  ctx: Ctx,
  tx: Tx,
  { inbox_id, assignee_team_id }: Pick<ConversationRow, 'inbox_id' | 'assignee_team_id'>,
  into: { queueId: string; priority: string } | null = null,
): Promise<ChatQueue | null> {
  const pace = await paceNow(ctx, tx, inbox_id, into?.queueId);
  if (!pace) return null;
  if (into) {
    const line = await inLine(tx, ctx.viewer.workspaceId).select('priority').where('queue_id', '=', into.queueId).execute();
    const before = line.filter(({ priority }) => rankOf(priority) >= rankOf(into.priority)).length;
    return line.length < MOST_WAITING ? queueAt(before + 1, pace) : null;
  }
  const { waiting, before } = await tx
    .selectFrom(inQueue(tx, ctx.viewer.workspaceId, inbox_id).where('queue_id', 'is', null).select('assignee_team_id').as('line'))
    .select((eb) => [
      eb.fn.countAll<string>().as('waiting'),
      eb.fn.countAll<string>().filterWhere(placedBefore(assignee_team_id)).as('before'),
    ])
    .executeTakeFirstOrThrow();
  return Number(waiting) < MOST_WAITING ? queueAt(Number(before) + 1, pace) : null;
}

/** Of those who wait already: who is answered first, as placesIn counts them. */
const placedBefore = (teamId: string | null) => (teamId === null ? sql<boolean>`true` : sql<boolean>`line.assignee_team_id = ${teamId}`);
