import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { CHAT_LINGERS_MS, classOf, noLoad, takesRoom } from '../assign/load.rules.ts';
import type { Capacity } from '../routing.types.ts';

/** What each agent has at hand now, without what is offered to them; one query, however much it is. */
export async function loads(ctx: Ctx, tx: Tx): Promise<Map<string, Capacity>> {
  const now = ctx.clock.now();
  const lingering = new Date(now.getTime() - CHAT_LINGERS_MS);
  const rows = await tx
    .selectFrom('conversations')
    .select(['assignee_agent_id', 'channel', 'status', sql<boolean>`last_activity_at > ${lingering}`.as('lingers')])
    .select((eb) => eb.fn.countAll<number>().as('many'))
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('assignee_agent_id', 'is not', null)
    .where('status', 'in', ['open', 'waiting'])
    .where('merged_into', 'is', null)
    .groupBy(['assignee_agent_id', 'channel', 'status', 'lingers'])
    .execute();
  const byAgent = new Map<string, Capacity>();
  for (const { assignee_agent_id, channel, status, lingers, many } of rows) {
    const kind = classOf(channel);
    if (!takesRoom({ kind, status, lastActivityAt: lingers ? now : new Date(0) }, now)) continue;
    const load = byAgent.get(assignee_agent_id!) ?? noLoad();
    load[kind] += Number(many);
    byAgent.set(assignee_agent_id!, load);
  }
  return byAgent;
}
