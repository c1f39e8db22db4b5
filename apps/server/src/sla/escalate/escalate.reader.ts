import type { Priority } from '@madoguchi/contract/conversations.ts';
import type { Escalation } from '@madoguchi/contract/promises.ts';
import { assign, setTags } from '../../conversations/commands/manage.ts';
import { setPriority } from '../../conversations/commands/priority.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';
import { type Reader, reader } from '../../platform/event-log/reader.ts';
import { actionsAt } from '../clocks/news.rules.ts';
import { policiesOf } from '../policies/policies.queries.ts';
import { promiseBreached, promiseWarned } from '../sla.events.ts';
import { ranksBelow } from './escalate.rules.ts';

type Action = Escalation['action'];

/** Does what a policy wants done when a promise is in danger or broken. Who is told of it stands in the fact itself. */
export const escalationReader = (): Reader => {
  const at = (moment: 'warning' | 'breach') => async (ctx: Ctx, fact: LoggedFact) => {
    const { policyId, promise } = fact.data as ReturnType<typeof promiseWarned>['data'];
    const policy = (await policiesOf(ctx)).find(({ id }) => id === policyId);
    if (!policy || !fact.conversation_id) return;
    for (const action of actionsAt(policy, moment, promise)) await carryOut(ctx, fact.conversation_id, action);
  };
  return reader('sla-escalation', { [promiseWarned.factName]: at('warning'), [promiseBreached.factName]: at('breach') });
};

/** Each does nothing the second time. */
async function carryOut(ctx: Ctx, conversationId: string, action: Action): Promise<void> {
  if (action.kind === 'notify') return;
  const now = await ctx.transaction((tx) =>
    tx
      .selectFrom('conversations')
      .select(['priority', 'tags', 'assignee_team_id'])
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', conversationId)
      .executeTakeFirst(),
  );
  if (!now) return;
  if (action.kind === 'raise_priority' && ranksBelow(now.priority as Priority, action.to))
    await setPriority(ctx, conversationId, action.to);
  if (action.kind === 'add_tag' && !now.tags.includes(action.tag)) await setTags(ctx, conversationId, [...now.tags, action.tag]);
  if (action.kind === 'assign_team' && now.assignee_team_id !== action.teamId) await giveToTeam(ctx, conversationId, action.teamId);
}

/** The team takes over from whoever let it come to this. One that was removed since cannot. */
async function giveToTeam(ctx: Ctx, conversationId: string, teamId: string): Promise<void> {
  const team = await ctx.transaction((tx) =>
    tx.selectFrom('teams').select('id').where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', teamId).executeTakeFirst(),
  );
  if (team) await assign(ctx, conversationId, { agentId: null, teamId });
}
