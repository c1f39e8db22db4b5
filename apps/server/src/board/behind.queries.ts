import { BOARD_LIST } from '@madoguchi/contract/board.ts';
import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { conversationsOf, conversationsWithNames, presentConversation } from '../conversations/queries/present.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';

/** Neither: whoever waits in any queue. */
type Of = { queueId?: string | undefined; agentId?: string | undefined };

/** The conversations behind a number of the board, those whose customers wait longest first. */
export async function conversationsBehind(ctx: Ctx, tx: Tx, of: Of): Promise<Conversation[]> {
  const { workspaceId } = ctx.viewer;
  const all = conversationsOf(tx, workspaceId);
  const waiting = tx
    .selectFrom('routings')
    .select('conversation_id')
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'waiting')
    .$if(of.queueId !== undefined, (query) => query.where('queue_id', '=', of.queueId!));
  const wanted =
    of.agentId === undefined
      ? all.where('c.id', 'in', waiting)
      : all
          .where('c.assignee_agent_id', '=', of.agentId)
          .where('c.status', '=', 'open')
          .where('c.merged_into', 'is', null)
          .where('c.turn', '<>', 'spam');
  const rows = wanted.orderBy('c.waiting_since').orderBy('c.id').limit(BOARD_LIST);
  const named = await conversationsWithNames(tx, workspaceId, rows).orderBy('c.waiting_since').orderBy('c.id').execute();
  return named.map(presentConversation);
}
