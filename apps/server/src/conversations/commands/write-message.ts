import type { Block, Mention } from '@madoguchi/contract/messages.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import type { ConversationRow, MessageRow, ThenStatus } from '../conversations.types.ts';

type Draft = {
  kind: 'message' | 'note';
  authorKind: 'agent' | 'bot' | 'system';
  text: string;
  blocks?: Block[];
  externalId: string;
  delivery: 'held' | 'sent';
  heldUntil?: Date;
  thenStatus?: ThenStatus;
  scheduled?: boolean;
  unlessReply?: boolean;
  articleIds?: string[];
  mentions?: Mention[];
  awaitsApproval?: boolean;
};

/** Adds our own message to a locked conversation, with the next sequence number. */
export async function writeMessage(ctx: Ctx, tx: Tx, conversation: ConversationRow, draft: Draft): Promise<MessageRow> {
  return tx
    .insertInto('messages')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: newId('msg'),
      conversation_id: conversation.id,
      thread_id: draft.kind === 'note' ? null : conversation.thread_id,
      inbox_id: conversation.inbox_id,
      channel: conversation.channel,
      seq: conversation.last_seq + 1,
      kind: draft.kind,
      author_kind: draft.authorKind,
      author_id: ctx.actor.id,
      author_name: ctx.actor.name,
      text: draft.text,
      blocks: JSON.stringify(draft.blocks ?? []),
      delivery: draft.delivery,
      held_until: draft.heldUntil ?? null,
      then_status: draft.thenStatus ?? null,
      scheduled: draft.scheduled ?? false,
      unless_reply: draft.unlessReply ?? false,
      external_id: draft.externalId,
      article_ids: draft.articleIds ?? [],
      mentions: JSON.stringify(draft.mentions ?? []),
      awaits_approval: draft.awaitsApproval ?? false,
      created_at: ctx.clock.now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
