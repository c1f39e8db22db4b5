import { placeOf, subjectsOf } from '../../conversations/commands/lock.ts';
import { lockMessage } from '../../conversations/commands/release.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { approvalOverdue } from '../approvals.events.ts';
import { approversFor } from './approvers.queries.ts';

/** The job at the end of a rule's minutes. */
export const OVERDUE_TASK = 'approvals.overdue';

/** Nobody approved in time: everybody who may is asked, once. One that was decided meanwhile is left as it is. */
export async function askEverybody(ctx: Ctx, approvalId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { workspaceId } = ctx.viewer;
    const found = await tx
      .selectFrom('approvals')
      .select('message_id')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', approvalId)
      .executeTakeFirst();
    if (!found) return;
    const { conversation, message } = await lockMessage(ctx, tx, found.message_id);
    const escalated = await tx
      .updateTable('approvals')
      .set({ escalated_at: ctx.clock.now() })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', approvalId)
      .where('state', '=', 'waiting')
      .where('escalated_at', 'is', null)
      .returning('author_id')
      .executeTakeFirst();
    if (!escalated) return;
    const who = { place: placeOf(conversation), authorId: escalated.author_id, named: null };
    const approverIds = await approversFor(tx, workspaceId, who);
    await ctx.append(tx, approvalOverdue({ approvalId, messageId: message.id, seq: message.seq, approverIds }), subjectsOf(conversation));
  });
}
