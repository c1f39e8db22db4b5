import { lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import { sayAsSystem } from '../../conversations/commands/system.ts';
import { conversationLineRemoved } from '../../conversations/conversations.events.ts';
import { moveIdentity } from '../../customers/identities.commands.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { linkWords } from './link-words.ts';

/** How things stood before a line was joined to a conversation. */
export type LinkedBefore = {
  /** The line's own customer and conversation. */
  customerId: string;
  latestConversationId: string | null;
  /** The line and channel that the conversation was on. */
  threadId: string;
  channel: string;
};

/** As long as somebody may need to see what happened on their phone. */
const UNDO_MS = 24 * 3_600_000;

type Undoing = { threadId: string; saidBy: string; conversationId?: string; withinMs?: number };

/**
 * Takes a joined line away from its conversation again, because whoever is on it said that it is not theirs: line and address go back to the
 * customer they were, the conversation goes on where it was. What was said stays where it was said. The line is told, and so are both sides of
 * the conversation.
 * @param saidBy the message that says so, by the platform's id: again, it changes nothing
 * @param conversationId only what joined the line to this one
 * @param withinMs only what was joined so lately
 * @returns false when there is nothing to undo on this line
 */
export async function undoLink(ctx: Ctx, { threadId, saidBy, conversationId, withinMs = UNDO_MS }: Undoing): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    const link = await tx
      .selectFrom('line_links')
      .select(['token_hash', 'conversation_id', 'before', 'undone_at', 'undone_by'])
      .where('workspace_id', '=', workspace_id)
      .where('thread_id', '=', threadId)
      .where('used_at', '>', new Date(ctx.clock.now().getTime() - withinMs))
      .$if(conversationId !== undefined, (query) => query.where('conversation_id', '=', conversationId!))
      .orderBy('used_at', 'desc')
      .limit(1)
      .forUpdate()
      .executeTakeFirst();
    if (!link) return false;
    if (link.undone_at) return link.undone_by === saidBy;
    await tx
      .updateTable('line_links')
      .set({ undone_at: ctx.clock.now(), undone_by: saidBy })
      .where('workspace_id', '=', workspace_id)
      .where('token_hash', '=', link.token_hash)
      .execute();
    await separate(ctx, tx, { threadId, conversationId: link.conversation_id, before: link.before as LinkedBefore, saidBy });
    return true;
  });
}

type Separation = { threadId: string; conversationId: string; before: LinkedBefore; saidBy: string };

async function separate(ctx: Ctx, tx: Tx, { threadId, conversationId, before, saidBy }: Separation): Promise<void> {
  const workspace_id = ctx.viewer.workspaceId;
  const conversation = await lockConversation(ctx, tx, conversationId);
  const thread = await tx
    .selectFrom('threads as t')
    .innerJoin('inboxes as i', (join) => join.onRef('i.workspace_id', '=', 't.workspace_id').onRef('i.id', '=', 't.inbox_id'))
    .select(['t.identity_id', 't.customer_id', 'i.channel'])
    .where('t.workspace_id', '=', workspace_id)
    .where('t.id', '=', threadId)
    .forNoKeyUpdate('t')
    .executeTakeFirstOrThrow();
  // Said while the conversation is still on the line: it goes out there, and is read by both sides.
  const words = linkWords(conversation.locale, { from: before.channel, to: thread.channel, number: conversation.number });
  const overLine = { ...conversation, thread_id: threadId, channel: thread.channel };
  await sayAsSystem(ctx, tx, overLine, { text: words.undone, externalId: `unlinked:${threadId}:${saidBy}` });
  if (thread.customer_id !== before.customerId) {
    await moveIdentity(ctx, tx, { identityId: thread.identity_id, from: thread.customer_id, to: before.customerId });
    await tx
      .updateTable('customers')
      .set({ merged_into: null })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', before.customerId)
      .where('merged_into', '=', thread.customer_id)
      // What an agent merged stays merged.
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('customer_merges as m')
              .select('m.id')
              .where('m.workspace_id', '=', workspace_id)
              .where('m.customer_id', '=', before.customerId)
              .where('m.undone_at', 'is', null),
          ),
        ),
      )
      .execute();
  }
  await tx
    .updateTable('threads')
    .set({ customer_id: before.customerId, latest_conversation_id: before.latestConversationId })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', threadId)
    .execute();
  await tx
    .updateTable('conversations')
    .set({ thread_id: before.threadId, channel: before.channel })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', conversationId)
    .where('thread_id', '=', threadId)
    .execute();
  await ctx.append(tx, conversationLineRemoved({ threadId, channel: thread.channel }), subjectsOf(conversation));
}
