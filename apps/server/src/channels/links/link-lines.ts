import { createHash, randomBytes } from 'node:crypto';
import { lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import { conversationLineAdded } from '../../conversations/conversations.events.ts';
import { moveIdentity } from '../../customers/identities.commands.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';

export const LINK_LIFE_MS = 30 * 60_000;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A word, good once and for half an hour, that brings whoever says it over another line into this conversation. 22 letters, digits, - and _. */
export async function issueLink(ctx: Ctx, conversationId: string, inboxId: string): Promise<string> {
  const token = randomBytes(16).toString('base64url');
  await ctx.transaction((tx) =>
    tx
      .insertInto('line_links')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        token_hash: hashOf(token),
        conversation_id: conversationId,
        inbox_id: inboxId,
        expires_at: new Date(ctx.clock.now().getTime() + LINK_LIFE_MS),
      })
      .execute(),
  );
  return token;
}

/**
 * The line goes on with the conversation that the word was given for, and its address is that customer's from now on. Both sides are
 * proven: the word was shown to the one, the other came with it. A word that is used up, over or unknown changes nothing.
 * @returns whether the lines are joined now
 */
export async function linkLines(ctx: Ctx, { threadId, token }: { threadId: string; token: string }): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const link = await tx
      .selectFrom('line_links')
      .select(['conversation_id', 'inbox_id'])
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('token_hash', '=', hashOf(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', ctx.clock.now())
      .forUpdate()
      .executeTakeFirst();
    if (!link) return false;
    await tx
      .updateTable('line_links')
      .set({ used_at: ctx.clock.now() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('token_hash', '=', hashOf(token))
      .execute();
    await joinLine(ctx, tx, { threadId, conversationId: link.conversation_id });
    return true;
  });
}

/** Lets a line go on with a conversation: the next message of either side is on it. The line's address moves to the conversation's customer. */
export async function joinLine(
  ctx: Ctx,
  tx: Tx,
  { threadId, conversationId }: { threadId: string; conversationId: string },
): Promise<void> {
  const workspace_id = ctx.viewer.workspaceId;
  const conversation = await lockConversation(ctx, tx, conversationId);
  const thread = await tx
    .selectFrom('threads as t')
    .innerJoin('inboxes as i', (join) => join.onRef('i.workspace_id', '=', 't.workspace_id').onRef('i.id', '=', 't.inbox_id'))
    .select(['t.identity_id', 't.customer_id', 't.latest_conversation_id', 'i.channel'])
    .where('t.workspace_id', '=', workspace_id)
    .where('t.id', '=', threadId)
    .forNoKeyUpdate('t')
    .executeTakeFirstOrThrow();
  if (thread.latest_conversation_id === conversationId) return;
  if (thread.customer_id !== conversation.customer_id)
    await moveIdentity(ctx, tx, { identityId: thread.identity_id, from: thread.customer_id, to: conversation.customer_id });
  await tx
    .updateTable('threads')
    .set({ customer_id: conversation.customer_id, latest_conversation_id: conversationId })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', threadId)
    .execute();
  await tx
    .updateTable('conversations')
    .set({ thread_id: threadId, channel: thread.channel })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', conversationId)
    .execute();
  await ctx.append(tx, conversationLineAdded({ threadId, channel: thread.channel }), subjectsOf(conversation));
}
