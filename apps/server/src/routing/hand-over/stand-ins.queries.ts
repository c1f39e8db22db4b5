import type { StandIn } from '@madoguchi/contract/routing.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';

/** Who stands in for an agent at this moment; null for nobody, or somebody who left. */
export async function standInNow(ctx: Ctx, tx: Tx, agentId: string): Promise<string | null> {
  const now = ctx.clock.now();
  const row = await tx
    .selectFrom('stand_ins as s')
    .innerJoin('agents as a', (join) => join.onRef('a.workspace_id', '=', 's.workspace_id').onRef('a.id', '=', 's.stand_in_id'))
    .select('s.stand_in_id')
    .where('s.workspace_id', '=', ctx.viewer.workspaceId)
    .where('s.agent_id', '=', agentId)
    .where('s.starts_at', '<=', now)
    .where('s.ends_at', '>', now)
    .where('a.deactivated_at', 'is', null)
    .orderBy('s.starts_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.stand_in_id ?? null;
}

/** Who stands in for whom, now and later, the next first. */
export async function listStandIns(ctx: Ctx, tx: Tx): Promise<StandIn[]> {
  const rows = await tx
    .selectFrom('stand_ins')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('ends_at', '>', ctx.clock.now())
    .orderBy('starts_at')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map(({ id, agent_id, stand_in_id, starts_at, ends_at }) => ({
    id,
    agentId: agent_id,
    standInId: stand_in_id,
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
  }));
}
