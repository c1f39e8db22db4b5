import type { Team } from '@madoguchi/contract/agents.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';
import { newId } from '../platform/ids/ids.ts';
import { teamCreated, teamUpdated } from './agents.events.ts';
import type { Access } from './sign-in/access.ts';
import { readTeam } from './teams.queries.ts';

/** Adds a team. @throws notFound for a member who is nobody here */
export async function createTeam(ctx: Ctx, { name, memberIds }: { name: string; memberIds: readonly string[] }): Promise<Team> {
  return ctx.transaction(async (tx) => {
    const id = newId('tem');
    await tx.insertInto('teams').values({ workspace_id: ctx.viewer.workspaceId, id, name, created_at: ctx.clock.now() }).execute();
    const members = await addMembers(ctx, tx, id, memberIds);
    await ctx.append(tx, teamCreated({ teamId: id, name, memberIds: members }));
    return { id, name, memberIds: members };
  });
}

/** Renames a team or replaces its members; what is already so writes no fact. @throws notFound for a team or member of nobody here */
export async function updateTeam(
  ctx: Ctx,
  access: Access,
  id: string,
  change: { name?: string; memberIds?: readonly string[] },
): Promise<Team> {
  return ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    await tx.selectFrom('teams').select('id').where('workspace_id', '=', workspace_id).where('id', '=', id).forUpdate().execute();
    const before = await readTeam(ctx, tx, id);
    const after = {
      ...before,
      name: change.name ?? before.name,
      memberIds: change.memberIds ? inOrder(change.memberIds) : before.memberIds,
    };
    const movesMembers = after.memberIds.join() !== before.memberIds.join();
    if (after.name === before.name && !movesMembers) return before;

    await tx.updateTable('teams').set({ name: after.name }).where('workspace_id', '=', workspace_id).where('id', '=', id).execute();
    if (movesMembers) {
      await tx.deleteFrom('team_members').where('workspace_id', '=', workspace_id).where('team_id', '=', id).execute();
      await addMembers(ctx, tx, id, after.memberIds);
    }
    await ctx.append(tx, teamUpdated({ teamId: id, name: after.name, memberIds: after.memberIds }));
    if (movesMembers) tx.afterCommit(() => access.changed({ workspaceId: workspace_id, agentId: null, sessionId: null }));
    return after;
  });
}

const inOrder = (ids: readonly string[]) => [...new Set(ids)].sort();

async function addMembers(ctx: Ctx, tx: Tx, teamId: string, memberIds: readonly string[]): Promise<string[]> {
  const workspace_id = ctx.viewer.workspaceId;
  const members = inOrder(memberIds);
  if (members.length === 0) return members;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('team_members')
    .columns(['workspace_id', 'team_id', 'agent_id'])
    .expression((eb) =>
      eb
        .selectFrom('agents')
        .select(({ val, ref }) => [val(workspace_id).as('workspace_id'), val(teamId).as('team_id'), ref('id').as('agent_id')])
        .where('workspace_id', '=', workspace_id)
        .where('id', 'in', members),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== BigInt(members.length)) throw notFound();
  return members;
}
