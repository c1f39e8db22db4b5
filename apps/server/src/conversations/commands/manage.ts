import type { Status } from '@madoguchi/contract/conversations.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { assigneeGone } from '../conversations.errors.ts';
import {
  conversationAssigned,
  conversationAwaitsCustomer,
  conversationClosed,
  conversationHandedOff,
  conversationRenamed,
  conversationReopened,
  conversationResolved,
  conversationSeen,
  conversationTagged,
} from '../conversations.events.ts';
import { mayBeResolved } from '../conversations.gates.ts';
import type { ConversationRow } from '../conversations.types.ts';
import { changeConversation, holderOf, lockConversation, subjectsOf } from './lock.ts';

/**
 * Sets who is responsible. Giving a conversation that the bot handles to somebody hands it off; taking it oneself counts as acting.
 * Idempotent. @throws assigneeGone for an agent or team that is not there (or deactivated) · notFound
 */
export async function assign(ctx: Ctx, conversationId: string, to: { agentId: string | null; teamId: string | null }): Promise<void> {
  await ctx.transaction(async (tx) => assignLocked(ctx, tx, await lockConversation(ctx, tx, conversationId), to));
}

/** The same for a conversation that the caller has locked. @throws assigneeGone */
export async function assignLocked(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  to: { agentId: string | null; teamId: string | null },
): Promise<void> {
  if (conversation.assignee_agent_id === to.agentId && conversation.assignee_team_id === to.teamId) return;
  const agentName = to.agentId ? await agentNamed(ctx, tx, to.agentId) : null;
  const teamName = to.teamId ? await teamNamed(ctx, tx, to.teamId) : null;
  const fromBot = conversation.handled_by === 'bot' && (to.agentId !== null || to.teamId !== null);
  const takesIt = to.agentId !== null && to.agentId === ctx.actor.id;
  const now = ctx.clock.now();
  await changeConversation(ctx, tx, conversation.id, {
    assignee_agent_id: to.agentId,
    assignee_team_id: to.teamId,
    ...(fromBot ? { handled_by: 'human' } : {}),
    ...(fromBot && !takesIt && conversation.waiting_since ? { waiting_since: now, handed_off_at: now } : {}),
    ...(takesIt ? { agent_acted_at: conversation.agent_acted_at ?? now, agent_name: agentName } : {}),
  });
  if (fromBot) await ctx.append(tx, conversationHandedOff({ because: 'agent_assigned' }), subjectsOf(conversation));
  await ctx.append(
    tx,
    conversationAssigned({ agentId: to.agentId, agentName, teamId: to.teamId, teamName, from: holderOf(conversation) }),
    subjectsOf(conversation),
  );
}

async function agentNamed(ctx: Ctx, tx: Tx, id: string): Promise<string> {
  const agent = await tx
    .selectFrom('agents')
    .select('name')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  if (!agent) throw assigneeGone();
  return agent.name;
}

async function teamNamed(ctx: Ctx, tx: Tx, id: string): Promise<string> {
  const team = await tx
    .selectFrom('teams')
    .select('name')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!team) throw assigneeGone();
  return team.name;
}

/** Sets the status by hand. Setting the one it has changes nothing. An agent who sets it takes it from the bot. @throws conversationIncomplete · notFound */
export const setStatus = (ctx: Ctx, conversationId: string, status: Status): Promise<void> =>
  change(ctx, conversationId, (tx, conversation) => setStatusLocked(ctx, tx, conversation, status));

/** The same for a conversation that the caller has locked. @throws conversationIncomplete */
export async function setStatusLocked(ctx: Ctx, tx: Tx, conversation: ConversationRow, status: Status): Promise<void> {
  const from = conversation.status as Status;
  if (from === status) return;
  const now = ctx.clock.now();
  const done = status === 'resolved' || status === 'closed';
  if (done && from !== 'resolved' && from !== 'closed') await mayBeResolved(ctx, tx, conversation);
  await changeConversation(ctx, tx, conversation.id, {
    status,
    handled_by: 'human',
    resolved_at: done ? (conversation.resolved_at ?? now) : null,
    ...(done ? { snoozed_at: null, snoozed_until: null } : {}),
    waiting_since: status === 'open' ? (conversation.waiting_since ?? now) : null,
    agent_acted_at: conversation.agent_acted_at ?? now,
  });
  if (conversation.handled_by === 'bot') await ctx.append(tx, conversationHandedOff({ because: 'agent_acted' }), subjectsOf(conversation));
  await ctx.append(tx, statusFact(from, status), subjectsOf(conversation));
}

/** The fact of a status set by a person. */
export const statusFact = (from: Status, to: Status) => {
  if (to === 'resolved') return conversationResolved({ from, by: 'agent' });
  if (to === 'closed') return conversationClosed({ from });
  return to === 'waiting' ? conversationAwaitsCustomer({ from }) : conversationReopened({ from });
};

/** Replaces the tags; order and repetition do not count. @throws notFound */
export const setTags = (ctx: Ctx, conversationId: string, tags: string[]): Promise<void> =>
  change(ctx, conversationId, (tx, conversation) => setTagsLocked(ctx, tx, conversation, tags));

/** The same for a conversation that the caller has locked. */
export async function setTagsLocked(ctx: Ctx, tx: Tx, conversation: ConversationRow, tags: string[]): Promise<void> {
  const wanted = tagsFrom(tags);
  if (JSON.stringify(conversation.tags) === JSON.stringify(wanted)) return;
  await changeConversation(ctx, tx, conversation.id, { tags: wanted });
  await ctx.append(tx, conversationTagged({ tags: wanted }), subjectsOf(conversation));
}

/** Tags as they are kept. */
export const tagsFrom = (tags: readonly string[]): string[] =>
  [...new Set(tags.map((tag) => tag.normalize('NFKC').trim()).filter(Boolean))].sort();

/** @throws notFound */
export const setSubject = (ctx: Ctx, conversationId: string, subject: string): Promise<void> =>
  change(ctx, conversationId, (tx, conversation) => setSubjectLocked(ctx, tx, conversation, subject));

/** The same for a conversation that the caller has locked. */
export async function setSubjectLocked(ctx: Ctx, tx: Tx, conversation: ConversationRow, subject: string): Promise<void> {
  if (conversation.subject === subject.trim()) return;
  await changeConversation(ctx, tx, conversation.id, { subject: subject.trim() });
  await ctx.append(tx, conversationRenamed({ subject: subject.trim() }), subjectsOf(conversation));
}

/** Notes how far the customer or an agent has read. Never goes back. @throws notFound */
export async function markSeen(ctx: Ctx, conversationId: string, by: 'customer' | 'agent', seq: number): Promise<void> {
  const column = by === 'customer' ? 'customer_seen_seq' : 'agent_seen_seq';
  await change(ctx, conversationId, async (tx, conversation) => {
    const upTo = Math.min(seq, conversation.last_seq);
    if (conversation[column] >= upTo) return;
    await changeConversation(ctx, tx, conversationId, { [column]: upTo });
    await ctx.append(tx, conversationSeen({ by, seq: upTo }), subjectsOf(conversation));
  });
}

function change(ctx: Ctx, conversationId: string, work: (tx: Tx, conversation: ConversationRow) => Promise<void>): Promise<void> {
  return ctx.transaction(async (tx) => work(tx, await lockConversation(ctx, tx, conversationId)));
}
