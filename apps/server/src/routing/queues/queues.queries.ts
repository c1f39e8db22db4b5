import type { Queue } from '@madoguchi/contract/routing.ts';
import { type Selectable, sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { wordsFor } from '../../platform/words.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import type { QueuesTable } from '../routing.tables.ts';
import type { QueueRule } from '../routing.types.ts';
import { anything } from './match.rules.ts';

/** The queues in the order in which their rules are tried; the default one is made when it is first asked for, and is last. */
export async function queueRules(ctx: Ctx, tx: Tx): Promise<QueueRule[]> {
  const rows = await queueRows(ctx, tx);
  if (rows.some(({ is_default }) => is_default)) return rows.map(toRule);
  await makeDefault(ctx, tx);
  return (await queueRows(ctx, tx)).map(toRule);
}

const queueRows = (ctx: Ctx, tx: Tx): Promise<Selectable<QueuesTable>[]> =>
  tx
    .selectFrom('queues')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .orderBy('is_default')
    .orderBy('position')
    .orderBy('id')
    .execute();

/** People pick from it, as they do without queues. Two who make it at once make one. */
async function makeDefault(ctx: Ctx, tx: Tx): Promise<void> {
  const { locale } = await workspaceSettings(ctx, tx);
  const now = ctx.clock.now();
  await tx
    .insertInto('queues')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: newId('que'),
      name: wordsFor(locale)('routing.default_queue'),
      position: 0,
      is_default: true,
      mode: 'manual',
      conditions: JSON.stringify(anything()),
      skills: JSON.stringify({}),
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.column('workspace_id').where('is_default', '=', true).doNothing())
    .execute();
}

export const toRule = (row: Selectable<QueuesTable>): QueueRule => ({
  id: row.id,
  name: row.name,
  isDefault: row.is_default,
  mode: row.mode as QueueRule['mode'],
  conditions: row.conditions,
  teamIds: row.team_ids,
  agentIds: row.agent_ids,
  skills: row.skills,
  tier: row.tier,
  honorsLanguage: row.honors_language,
  priorityBoost: row.priority_boost,
  offerSeconds: row.offer_seconds,
  overflow: row.overflow_queue_id === null ? null : { queueId: row.overflow_queue_id, afterMinutes: row.overflow_minutes! },
});

/** The queues with how many wait in each, as settings show them. */
export async function listQueues(ctx: Ctx, tx: Tx): Promise<Queue[]> {
  const rules = await queueRules(ctx, tx);
  const waiting = await tx
    .selectFrom('routings as r')
    .innerJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 'r.workspace_id').onRef('c.id', '=', 'r.conversation_id'))
    .select([
      'r.queue_id',
      (eb) => eb.fn.countAll<number>().as('many'),
      sql<Date | null>`min(coalesce(c.waiting_since, r.queued_at))`.as('oldest'),
    ])
    .where('r.workspace_id', '=', ctx.viewer.workspaceId)
    .where('r.state', '=', 'waiting')
    .groupBy('r.queue_id')
    .execute();
  const byQueue = new Map(waiting.map((one) => [one.queue_id, one]));
  return rules.map((rule) => {
    const now = byQueue.get(rule.id);
    return { ...rule, waiting: Number(now?.many ?? 0), oldest: now?.oldest?.toISOString() ?? null };
  });
}

/** @throws notFound */
export async function readQueue(ctx: Ctx, tx: Tx, id: string): Promise<Queue> {
  const queue = (await listQueues(ctx, tx)).find((one) => one.id === id);
  if (!queue) throw notFound();
  return queue;
}
