import { createHash, randomBytes } from 'node:crypto';
import { lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import { sayAsSystem } from '../../conversations/commands/system.ts';
import { conversationLineAdded } from '../../conversations/conversations.events.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import { moveIdentity } from '../../customers/identities.commands.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { linkWords } from './link-words.ts';
import type { LinkedBefore } from './undo-link.ts';

export const LINK_LIFE_MS = 30 * 60_000;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A word, good once and for half an hour, that brings whoever says it over a line of this inbox into the conversation. 22 letters, digits, - and _. */
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

/** over: the word is unknown, used up, too old or for another inbox. member: the line is proven to be somebody else's. */
export type Linked = 'joined' | 'over' | 'member';

/**
 * The line goes on with the conversation that the word was given for, and its address is that customer's from now on. Both sides are
 * proven: the word was shown to the one, the other came with it. Both are told, and the line can undo it (undo-link.ts); why that is enough
 * stands in docs/decisions/0014. The same line with the same word again is content.
 */
export async function linkLines(ctx: Ctx, { threadId, token }: { threadId: string; token: string }): Promise<Linked> {
  return ctx.transaction(async (tx) => {
    const link = await tx
      .selectFrom('line_links')
      .select(['conversation_id', 'inbox_id', 'expires_at', 'used_at', 'thread_id'])
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('token_hash', '=', hashOf(token))
      .forUpdate()
      .executeTakeFirst();
    if (link?.used_at) return link.thread_id === threadId ? 'joined' : 'over';
    if (!link || link.expires_at <= ctx.clock.now()) return 'over';
    const conversation = await lockConversation(ctx, tx, link.conversation_id);
    const line = await lineWith(ctx, tx, threadId);
    if (line.inbox_id !== link.inbox_id) return 'over';
    // A word for the inbox that the conversation came by may have been given in public: it is good for the same person alone.
    if (conversation.inbox_id === link.inbox_id && line.customer_id !== conversation.customer_id) return 'over';
    if (line.customer_id !== conversation.customer_id && (await isMember(ctx, tx, line.customer_id))) return 'member';
    const before: LinkedBefore = {
      customerId: line.customer_id,
      latestConversationId: line.latest_conversation_id,
      threadId: conversation.thread_id,
      channel: conversation.channel,
    };
    await tx
      .updateTable('line_links')
      .set({ used_at: ctx.clock.now(), thread_id: threadId, before: JSON.stringify(before) })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('token_hash', '=', hashOf(token))
      .execute();
    if (conversation.thread_id === line.id) return 'joined';
    await joinLine(ctx, tx, conversation, line);
    const words = linkWords(conversation.locale, { from: before.channel, to: line.channel, number: conversation.number });
    const joined = { ...conversation, thread_id: line.id, channel: line.channel };
    await sayAsSystem(ctx, tx, joined, { text: words.joined, externalId: `linked:${hashOf(token).toString('hex')}` });
    return 'joined';
  });
}

type JoiningLine = Awaited<ReturnType<typeof lineWith>>;

const lineWith = (ctx: Ctx, tx: Tx, threadId: string) =>
  tx
    .selectFrom('threads as t')
    .innerJoin('inboxes as i', (join) => join.onRef('i.workspace_id', '=', 't.workspace_id').onRef('i.id', '=', 't.inbox_id'))
    .select(['t.id', 't.inbox_id', 't.identity_id', 't.customer_id', 't.latest_conversation_id', 'i.channel'])
    .where('t.workspace_id', '=', ctx.viewer.workspaceId)
    .where('t.id', '=', threadId)
    .forNoKeyUpdate('t')
    .executeTakeFirstOrThrow();

/** Whether the company itself said which member of theirs this is. */
const isMember = async (ctx: Ctx, tx: Tx, customerId: string): Promise<boolean> =>
  (await tx
    .selectFrom('identities')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'external')
    .where('verified_at', 'is not', null)
    .executeTakeFirst()) !== undefined;

/** Lets a line go on with a conversation: the next message of either side is on it. The line's address moves to the conversation's customer. */
async function joinLine(ctx: Ctx, tx: Tx, conversation: ConversationRow, line: JoiningLine): Promise<void> {
  const workspace_id = ctx.viewer.workspaceId;
  if (line.customer_id !== conversation.customer_id)
    await moveIdentity(ctx, tx, { identityId: line.identity_id, from: line.customer_id, to: conversation.customer_id });
  await tx
    .updateTable('threads')
    .set({ customer_id: conversation.customer_id, latest_conversation_id: conversation.id })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', line.id)
    .execute();
  await tx
    .updateTable('conversations')
    .set({ thread_id: line.id, channel: line.channel })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', conversation.id)
    .execute();
  await ctx.append(tx, conversationLineAdded({ threadId: line.id, channel: line.channel }), subjectsOf(conversation));
}
