import type { Block, Choice } from '@madoguchi/contract/messages.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Call } from '../port/call.types.ts';
import { type Pressed, pressedIn } from '../port/choices.rules.ts';

type Inbox = Call['inbox'];
export type FoundMessage = { id: string; conversationId: string; threadId: string; seq: number };

/** The message of ours that a platform calls by this id. */
export async function messageByPart(tx: Tx, inbox: Inbox, externalId: string): Promise<FoundMessage | null> {
  const row = await tx
    .selectFrom('sent_parts as p')
    .innerJoin('messages as m', (join) => join.onRef('m.workspace_id', '=', 'p.workspace_id').onRef('m.id', '=', 'p.message_id'))
    .select(['m.id', 'm.conversation_id', 'm.thread_id', 'm.seq'])
    .where('p.workspace_id', '=', inbox.workspaceId)
    .where('p.inbox_id', '=', inbox.id)
    .where('p.external_id', '=', externalId)
    .executeTakeFirst();
  return row ? { id: row.id, conversationId: row.conversation_id, threadId: row.thread_id ?? '', seq: row.seq } : null;
}

/**
 * The customer's own message that came under this external id over the inbox. The message is its conversation's, which may have begun in
 * another inbox: each is looked up by the index of external ids.
 */
export async function messageOfCustomer(tx: Tx, inbox: Inbox, externalId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('messages as m')
    .innerJoin('threads as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.thread_id'))
    .select('m.id')
    .where('m.workspace_id', '=', inbox.workspaceId)
    .where('t.inbox_id', '=', inbox.id)
    .where('m.inbox_id', 'in', tx.selectFrom('inboxes').select('id').where('workspace_id', '=', inbox.workspaceId))
    .where('m.external_id', '=', externalId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The conversation that a line goes on with. */
const latestOf = (tx: Tx, workspaceId: string, threadId: string) =>
  tx.selectFrom('threads').select('latest_conversation_id').where('workspace_id', '=', workspaceId).where('id', '=', threadId);

/** The last message of ours on a line that went out by then, in the conversation it goes on with. */
export async function messageBefore(tx: Tx, workspaceId: string, threadId: string, at: Date): Promise<FoundMessage | null> {
  const row = await tx
    .selectFrom('messages as m')
    .innerJoin('deliveries as d', (join) => join.onRef('d.workspace_id', '=', 'm.workspace_id').onRef('d.message_id', '=', 'm.id'))
    .select(['m.id', 'm.conversation_id', 'm.thread_id', 'm.seq'])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.conversation_id', '=', latestOf(tx, workspaceId, threadId))
    .where('m.thread_id', '=', threadId)
    .where('d.state', '=', 'sent')
    .where('d.first_tried_at', '<=', at)
    .orderBy('m.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { id: row.id, conversationId: row.conversation_id, threadId: row.thread_id ?? '', seq: row.seq } : null;
}

/** What a pressed button meant. Null when the message is gone or has no such button. */
export async function pressedChoice(tx: Tx, workspaceId: string, threadId: string, pressed: Pressed): Promise<Choice | null> {
  const row = await tx
    .selectFrom('messages')
    .select('blocks')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', pressed.messageId)
    .where('thread_id', '=', threadId)
    .executeTakeFirst();
  return row ? pressedIn(row.blocks as Block[], pressed.index) : null;
}

/** The choice behind a number typed on a channel without buttons: of the last message of ours on the line, if it offered any. */
export async function typedChoice(tx: Tx, workspaceId: string, threadId: string, number: number): Promise<Choice | null> {
  const row = await tx
    .selectFrom('messages')
    .select('blocks')
    .where('workspace_id', '=', workspaceId)
    .where('thread_id', '=', threadId)
    .where('conversation_id', '=', latestOf(tx, workspaceId, threadId))
    .where('author_kind', '!=', 'customer')
    .where('kind', '=', 'message')
    .where('delivery', '=', 'sent')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? pressedIn(row.blocks as Block[], number - 1) : null;
}
