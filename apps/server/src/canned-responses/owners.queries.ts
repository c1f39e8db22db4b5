import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';

/**
 * The condition that a row is for the agent who asks: shared, of one of their teams, or their own. `all`: of every team, for those who look after
 * them. Private ones of others are in neither. `table` has owner, team_id and agent_id.
 */
export function isForAgent(ctx: Ctx, table: 'canned_responses' | 'macros', all = false) {
  const agentId = ctx.actor.kind === 'agent' ? ctx.actor.id : null;
  const of = (column: string) => sql.ref(`${table}.${column}`);
  return sql<SqlBool>`(${of('owner')} = 'shared'
    or (${of('owner')} = 'private' and ${of('agent_id')} = ${agentId})
    or (${of('owner')} = 'team' and (${all} or exists (
      select from team_members m where m.workspace_id = ${of('workspace_id')} and m.team_id = ${of('team_id')} and m.agent_id = ${agentId}))))`;
}
