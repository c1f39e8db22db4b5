import type { ChangedField, SeenState } from '@madoguchi/contract/macros.ts';
import { answeredMeanwhile } from '../../conversations/conversations.errors.ts';
import { unseenAnswers } from '../../conversations/conversations.rules.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import { presentMessages } from '../../conversations/queries/present.ts';
import { conversationById } from '../../conversations/queries/read.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { FileLinks } from '../../platform/files/links.ts';
import { changedMeanwhile } from './macros.errors.ts';

/**
 * The collision stop: whether a locked conversation is still what the agent had in front of them.
 * @throws answeredMeanwhile with what was said, as at sending · changedMeanwhile
 */
export async function stopIfChanged(ctx: Ctx, tx: Tx, row: ConversationRow, seen: SeenState, links: FileLinks): Promise<void> {
  const later = await tx
    .selectFrom('messages')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', row.id)
    .where('seq', '>', seen.seq)
    .orderBy('seq')
    .execute();
  const unseen = unseenAnswers(
    later.map((message) => ({ ...message, authorKind: message.author_kind })),
    seen.seq,
  );
  if (unseen.length > 0) throw answeredMeanwhile({ answered: await presentMessages(tx, unseen, links) });
  const changed = changedFields(row, seen);
  if (changed.length > 0) throw changedMeanwhile({ changed, conversation: await conversationById(tx, ctx.viewer.workspaceId, row.id) });
}

function changedFields(row: ConversationRow, seen: SeenState): ChangedField[] {
  const changed: ChangedField[] = [];
  if (row.status !== seen.status) changed.push('status');
  if (row.priority !== seen.priority) changed.push('priority');
  if (row.assignee_agent_id !== seen.agentId) changed.push('agent');
  if (row.assignee_team_id !== seen.teamId) changed.push('team');
  return changed;
}
