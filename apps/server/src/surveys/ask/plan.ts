import type { Ctx } from '../../platform/ctx.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { hoursOf } from '../../workspaces/hours/calendars.queries.ts';
import { settingsFor } from '../settings/settings.queries.ts';
import { askAt, isAskedAbout } from '../surveys.rules.ts';

export const ASK_TASK = 'survey.ask';

const TOO_LATE_MS = 86_400_000;

/** How a conversation ended, as the question is about it. */
export type Ended = { conversationId: string; resolvedAt: string; by: 'agent' | 'bot'; agentId: string | null };

/**
 * Plans the question about a conversation that was just resolved. The same end again moves the job that waits; a conversation that went on
 * already, or was asked about before, is left alone.
 */
export async function planQuestion(ctx: Ctx, conversationId: string, by: 'agent' | 'bot', resolvedBy: string | null): Promise<void> {
  await ctx.transaction(async (tx) => {
    const conversation = await tx
      .selectFrom('conversations as c')
      .leftJoin('surveys as s', (join) => join.onRef('s.workspace_id', '=', 'c.workspace_id').onRef('s.conversation_id', '=', 'c.id'))
      .select(['c.inbox_id', 'c.status', 'c.resolved_at', 'c.assignee_agent_id', 's.id as survey_id'])
      .where('c.workspace_id', '=', ctx.viewer.workspaceId)
      .where('c.id', '=', conversationId)
      .executeTakeFirst();
    if (conversation?.status !== 'resolved' || !conversation.resolved_at || conversation.survey_id) return;
    const settings = await settingsFor(ctx, tx, conversation.inbox_id);
    if (!isAskedAbout(settings, by)) return;
    const { hours, timezone } = await hoursOf(ctx, tx, conversation.inbox_id, null);
    const runAt = askAt(settings, conversation.resolved_at, hours, timezone);
    // What was resolved long ago, while nobody read the log, is not brought up again.
    if (!runAt || ctx.clock.now().getTime() - runAt.getTime() > TOO_LATE_MS) return;
    const ended: Ended = {
      conversationId,
      resolvedAt: conversation.resolved_at.toISOString(),
      by,
      agentId: by === 'agent' ? (conversation.assignee_agent_id ?? resolvedBy) : null,
    };
    await enqueue(tx, ctx, ASK_TASK, ended, { runAt, key: `survey:${conversationId}` });
  });
}
