import type { StandIn } from '@madoguchi/contract/routing.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { standInRefused } from '../routing.errors.ts';
import { standInCreated, standInRemoved } from '../routing.events.ts';

/** Lets somebody's customers go to somebody else between two moments. @throws standInRefused */
export async function createStandIn(ctx: Ctx, wish: Omit<StandIn, 'id'>): Promise<StandIn> {
  const { agentId, standInId, startsAt, endsAt } = wish;
  if (agentId === standInId || startsAt >= endsAt) throw standInRefused();
  return ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    const agents = await tx
      .selectFrom('agents')
      .select('id')
      .where('workspace_id', '=', workspace_id)
      .where('id', 'in', [agentId, standInId])
      .where('deactivated_at', 'is', null)
      .execute();
    if (agents.length < 2) throw standInRefused();
    const id = newId('sti');
    await tx
      .insertInto('stand_ins')
      .values({
        workspace_id,
        id,
        agent_id: agentId,
        stand_in_id: standInId,
        starts_at: new Date(startsAt),
        ends_at: new Date(endsAt),
        created_by: ctx.actor.name,
      })
      .execute();
    await ctx.append(tx, standInCreated({ standInId: id, agentId, by: standInId, startsAt, endsAt }));
    return { id, ...wish };
  });
}

/** @throws notFound */
export async function removeStandIn(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const removed = await tx
      .deleteFrom('stand_ins')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returning('agent_id')
      .executeTakeFirst();
    if (!removed) throw notFound();
    await ctx.append(tx, standInRemoved({ standInId: id, agentId: removed.agent_id }));
  });
}
