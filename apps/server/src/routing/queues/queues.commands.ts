import type { Queue, QueueBody } from '@madoguchi/contract/routing.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { lockRouting } from '../assign/lock-routing.ts';
import { overflowRefused, queueIsDefault, queueNamesNobody, tooManyQueues } from '../routing.errors.ts';
import { queueCreated, queueRemoved, queueUpdated } from '../routing.events.ts';
import { listQueues, queueRules, readQueue } from './queues.queries.ts';

const MOST_QUEUES = 100;

/** @throws tooManyQueues · overflowRefused · queueNamesNobody */
export function createQueue(ctx: Ctx, wish: QueueBody): Promise<Queue> {
  return change(ctx, async (tx) => {
    const rules = await queueRules(ctx, tx);
    if (rules.length >= MOST_QUEUES) throw tooManyQueues();
    const id = newId('que');
    await refuseWrong(ctx, tx, id, wish);
    const position = await tx
      .selectFrom('queues')
      .select((eb) => eb.fn.max('position').as('last'))
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .executeTakeFirst();
    const now = ctx.clock.now();
    await tx
      .insertInto('queues')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id,
        ...columnsOf(wish),
        position: (position?.last ?? 0) + 1,
        created_at: now,
        updated_at: now,
      })
      .execute();
    await ctx.append(tx, queueCreated({ queueId: id, name: wish.name }));
    return id;
  });
}

/** Replaces what a queue says; the same again writes no fact. @throws notFound · overflowRefused · queueNamesNobody */
export function updateQueue(ctx: Ctx, id: string, wish: QueueBody): Promise<Queue> {
  return change(ctx, async (tx) => {
    const now = (await queueRules(ctx, tx)).find((one) => one.id === id);
    if (!now) throw notFound();
    await refuseWrong(ctx, tx, id, wish);
    const changed = (Object.keys(wish) as (keyof QueueBody)[]).filter((name) => JSON.stringify(wish[name]) !== JSON.stringify(now[name]));
    if (changed.length === 0) return id;
    await tx
      .updateTable('queues')
      .set({ ...columnsOf(wish), updated_at: ctx.clock.now() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .execute();
    await ctx.append(tx, queueUpdated({ queueId: id, name: wish.name, changed }));
    return id;
  });
}

/** In which order rules are tried. Queues that are not named keep their places behind. */
export async function sortQueues(ctx: Ctx, ids: readonly string[]): Promise<Queue[]> {
  return ctx.transaction(async (tx) => {
    await lockRouting(ctx, tx);
    const rules = await queueRules(ctx, tx);
    const before = rules.map(({ id }) => id).join();
    const rank = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
    const sorted = rules.filter(({ isDefault }) => !isDefault).sort((a, b) => rank(a.id) - rank(b.id));
    for (const [position, { id }] of sorted.entries()) {
      await tx
        .updateTable('queues')
        .set({ position: position + 1 })
        .where('workspace_id', '=', ctx.viewer.workspaceId)
        .where('id', '=', id)
        .execute();
    }
    const after = await listQueues(ctx, tx);
    const moved = after.find(({ id }, index) => rules[index]!.id !== id);
    if (moved && after.map(({ id }) => id).join() !== before) {
      await ctx.append(tx, queueUpdated({ queueId: moved.id, name: moved.name, changed: ['order'] }));
    }
    return after;
  });
}

/** @throws notFound · queueIsDefault */
export async function removeQueue(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    await lockRouting(ctx, tx);
    const rule = (await queueRules(ctx, tx)).find((one) => one.id === id);
    if (!rule) throw notFound();
    if (rule.isDefault) throw queueIsDefault();
    const { workspaceId } = ctx.viewer;
    await tx
      .updateTable('queues')
      .set({ overflow_queue_id: null, overflow_minutes: null })
      .where('workspace_id', '=', workspaceId)
      .where('overflow_queue_id', '=', id)
      .execute();
    await tx.deleteFrom('queues').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
    await ctx.append(tx, queueRemoved({ queueId: id, name: rule.name }));
  });
}

/** Who waits is placed anew by the reader, which sees every inbox: whoever changes queues need not. */
async function change(ctx: Ctx, work: (tx: Tx) => Promise<string>): Promise<Queue> {
  return ctx.transaction(async (tx) => {
    await lockRouting(ctx, tx);
    const id = await work(tx);
    return readQueue(ctx, tx, id);
  });
}

const columnsOf = (wish: QueueBody) => ({
  name: wish.name,
  mode: wish.mode,
  conditions: JSON.stringify(wish.conditions),
  team_ids: wish.teamIds,
  agent_ids: wish.agentIds,
  skills: JSON.stringify(wish.skills),
  tier: wish.tier,
  honors_language: wish.honorsLanguage,
  priority_boost: wish.priorityBoost,
  offer_seconds: wish.offerSeconds,
  overflow_queue_id: wish.overflow?.queueId ?? null,
  overflow_minutes: wish.overflow?.afterMinutes ?? null,
});

async function refuseWrong(ctx: Ctx, tx: Tx, id: string, { overflow, teamIds, agentIds, skills, conditions }: QueueBody): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const count = async (table: 'teams' | 'agents' | 'skills' | 'inboxes' | 'queues', ids: readonly string[]) => {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return true;
    const rows = await tx.selectFrom(table).select('id').where('workspace_id', '=', workspaceId).where('id', 'in', wanted).execute();
    return rows.length === wanted.length;
  };
  if (overflow && (overflow.queueId === id || !(await count('queues', [overflow.queueId])))) throw overflowRefused();
  const known =
    (await count('teams', teamIds)) &&
    (await count('agents', agentIds)) &&
    (await count('skills', Object.keys(skills))) &&
    (await count('inboxes', conditions.inboxIds));
  if (!known) throw queueNamesNobody();
}
