import type { Team } from '@madoguchi/contract/agents.ts';
import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';

const teams = (ctx: Ctx, tx: Tx) =>
  tx
    .selectFrom('teams as t')
    .select(['t.id', 't.name'])
    .select(
      sql<
        string[]
      >`array(select m.agent_id from team_members m where m.workspace_id = t.workspace_id and m.team_id = t.id order by m.agent_id)`.as(
        'memberIds',
      ),
    )
    .where('t.workspace_id', '=', ctx.viewer.workspaceId);

/** The teams, oldest first. */
export const listTeams = (ctx: Ctx, tx: Tx): Promise<Team[]> => teams(ctx, tx).orderBy('t.created_at').orderBy('t.id').execute();

/** @throws notFound */
export async function readTeam(ctx: Ctx, tx: Tx, id: string): Promise<Team> {
  const team = await teams(ctx, tx).where('t.id', '=', id).executeTakeFirst();
  if (!team) throw notFound();
  return team;
}
