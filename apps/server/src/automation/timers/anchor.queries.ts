import type { RuleSince } from '@madoguchi/contract/automation.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';
import { chainBehind, chainOf, NO_CHAIN } from '../runs/chain.queries.ts';
import type { Chain } from '../runs/runs.types.ts';

/** Since when a conversation waits, and the rules behind it. */
export type Anchor = { since: Date; chain: () => Promise<Chain> };

const WAITS_FOR_US = new Set(['new', 'progress']);
const nobody = async () => NO_CHAIN;

/**
 * The beginning of the wait that a rule of time counts from; null where there is none. One that is snoozed waits for nothing: somebody has said
 * when it is to come back.
 */
export async function anchorOf(ctx: Ctx, tx: Tx, row: ConversationRow, since: RuleSince): Promise<Anchor | null> {
  if (row.snoozed_at !== null) return null;
  const behind = (fact: LoggedFact | undefined) => async () => (fact ? chainBehind(ctx, tx, fact) : NO_CHAIN);
  switch (since) {
    case 'opened':
      return row.status === 'resolved' || row.status === 'closed' ? null : { since: row.created_at, chain: nobody };
    case 'waiting_for_us': {
      if (!WAITS_FOR_US.has(row.turn) || !row.waiting_since) return null;
      const last = await lastOf(ctx, tx, row.id, ['message.received', 'conversation.reopened', 'conversation.handed_off']);
      return { since: row.waiting_since, chain: behind(last) };
    }
    case 'waiting_for_customer': {
      if (row.status !== 'waiting') return null;
      const last = await lastOf(ctx, tx, row.id, ['conversation.awaits_customer', 'message.sent']);
      return { since: last?.at ?? row.last_activity_at, chain: behind(last) };
    }
    case 'unassigned': {
      if (!WAITS_FOR_US.has(row.turn) || row.assignee_agent_id !== null) return null;
      const last = await lastOf(ctx, tx, row.id, ['conversation.assigned', 'conversation.handed_off']);
      return { since: last?.at ?? row.created_at, chain: behind(last) };
    }
    case 'last_activity':
      return row.status === 'closed' ? null : { since: row.last_activity_at, chain: () => chainOfLastMessage(ctx, tx, row) };
  }
}

const lastOf = (ctx: Ctx, tx: Tx, conversationId: string, names: string[]): Promise<LoggedFact | undefined> =>
  tx
    .selectFrom('events')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('name', 'in', names)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Whose word the last activity was, if it was a word. */
async function chainOfLastMessage(ctx: Ctx, tx: Tx, row: ConversationRow): Promise<Chain> {
  const last = await tx
    .selectFrom('messages')
    .select('author_id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', row.id)
    .where('kind', '=', 'message')
    .where('created_at', '=', row.last_activity_at)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return chainOf(ctx, tx, last?.author_id ?? null);
}
