import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { conversationAssigned, conversationHandedOff, conversationResolved, messageSent, noteAdded } from '../conversations.events.ts';
import { previewOf } from '../conversations.rules.ts';
import type { ConversationRow, MessageRow, OutboundMessage } from '../conversations.types.ts';
import { changeConversation, holderOf, messageByExternalId, subjectsOf } from './lock.ts';
import { writeMessage } from './write-message.ts';

/** The bot says something in a conversation that the caller has locked; sent at once. Idempotent by externalId. */
export async function sayAsBot(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  say: OutboundMessage,
): Promise<{ message: MessageRow; conversation: ConversationRow }> {
  const repeated = await messageByExternalId(ctx, tx, conversation.inbox_id, say.externalId);
  if (repeated) return { message: repeated, conversation };
  const message = await writeMessage(ctx, tx, conversation, { kind: 'message', authorKind: 'bot', delivery: 'sent', ...say });
  const changed = await changeConversation(ctx, tx, conversation.id, {
    last_seq: message.seq,
    last_activity_at: ctx.clock.now(),
    preview: previewOf(say.text, 0),
    preview_author: 'bot',
  });
  await ctx.append(tx, messageSent({ messageId: message.id, seq: message.seq, by: 'bot' }), subjectsOf(conversation));
  return { message, conversation: changed };
}

/**
 * Gives a conversation from the bot to people, on a lock the caller holds: from now on the customer waits, however long they talked to the
 * bot before. A second time: nothing more happens.
 */
export async function handOff(ctx: Ctx, tx: Tx, conversation: ConversationRow, because: string): Promise<ConversationRow> {
  if (conversation.handled_by === 'human') return conversation;
  const now = ctx.clock.now();
  const changed = await changeConversation(ctx, tx, conversation.id, {
    handled_by: 'human',
    status: 'open',
    waiting_since: now,
    handed_off_at: now,
  });
  await ctx.append(tx, conversationHandedOff({ because }), subjectsOf(conversation));
  return changed;
}

/** The customer said the bot's answer solved it: a self-resolution. */
export async function resolveByBot(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<ConversationRow> {
  if (conversation.status === 'resolved') return conversation;
  const changed = await changeConversation(ctx, tx, conversation.id, {
    status: 'resolved',
    resolved_at: ctx.clock.now(),
    waiting_since: null,
  });
  await ctx.append(tx, conversationResolved({ from: conversation.status as 'open', by: 'bot' }), subjectsOf(conversation));
  return changed;
}

/** Leaves a note for colleagues in a locked conversation. Idempotent by externalId. */
export async function noteAsBot(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  { text, externalId }: { text: string; externalId: string },
): Promise<ConversationRow> {
  if (await messageByExternalId(ctx, tx, conversation.inbox_id, externalId)) return conversation;
  const note = await writeMessage(ctx, tx, conversation, { kind: 'note', authorKind: 'bot', text, externalId, delivery: 'sent' });
  const changed = await changeConversation(ctx, tx, conversation.id, { last_seq: note.seq });
  await ctx.append(tx, noteAdded({ messageId: note.id, seq: note.seq }), subjectsOf(conversation));
  return changed;
}

/** Makes a team responsible for a locked conversation. A team that is gone, or is responsible already, changes nothing. */
export async function assignTeamAsBot(ctx: Ctx, tx: Tx, conversation: ConversationRow, teamId: string): Promise<ConversationRow> {
  if (conversation.assignee_team_id === teamId) return conversation;
  const team = await tx
    .selectFrom('teams')
    .select('name')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', teamId)
    .executeTakeFirst();
  if (!team) return conversation;
  const changed = await changeConversation(ctx, tx, conversation.id, { assignee_team_id: teamId });
  const assigned = { agentId: conversation.assignee_agent_id, agentName: null, teamId, teamName: team.name, from: holderOf(conversation) };
  await ctx.append(tx, conversationAssigned(assigned), subjectsOf(conversation));
  return changed;
}
