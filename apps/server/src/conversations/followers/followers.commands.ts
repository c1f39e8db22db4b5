import type { Mention } from '@madoguchi/contract/messages.ts';
import { agentsWhoSee } from '../../agents/viewers.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { changeConversation, lockConversation, placeOf, subjectsOf } from '../commands/lock.ts';
import { followerCannotSee } from '../conversations.errors.ts';
import { conversationFollowed, conversationUnfollowed } from '../conversations.events.ts';
import type { ConversationRow } from '../conversations.types.ts';

/** Has an agent follow a conversation. Again it changes nothing. @throws followerCannotSee also for one who left · notFound */
export async function follow(ctx: Ctx, conversationId: string, agentId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, conversationId);
    const sees = await agentsWhoSee(tx, ctx.viewer.workspaceId, placeOf(conversation));
    if (!sees.has(agentId)) throw followerCannotSee();
    await add(ctx, tx, conversation, [agentId], agentId === ctx.actor.id ? 'self' : 'agent');
  });
}

/** Has them follow it no more; whoever does not follow changes nothing. @throws notFound */
export async function unfollow(ctx: Ctx, conversationId: string, agentId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, conversationId);
    const name = (await namesOf(ctx, tx, [agentId])).get(agentId);
    if (name === undefined) throw notFound();
    if (!conversation.follower_ids.includes(agentId)) return;
    await changeConversation(ctx, tx, conversationId, { follower_ids: conversation.follower_ids.filter((id) => id !== agentId) });
    await ctx.append(tx, conversationUnfollowed({ agentId, agentName: name }), subjectsOf(conversation));
  });
}

/** People named in a note follow the locked conversation from then on, if they may see it. Teams are told, and do not follow. */
export async function followMentioned(ctx: Ctx, tx: Tx, { id }: ConversationRow, mentions: readonly Mention[]): Promise<void> {
  const people = mentions.filter(({ kind }) => kind === 'agent').map((mention) => mention.id);
  if (people.length === 0) return;
  const conversation = await lockConversation(ctx, tx, id);
  const sees = await agentsWhoSee(tx, ctx.viewer.workspaceId, placeOf(conversation));
  await add(
    ctx,
    tx,
    conversation,
    people.filter((one) => sees.has(one)),
    'mention',
  );
}

async function add(ctx: Ctx, tx: Tx, conversation: ConversationRow, agentIds: readonly string[], because: 'self' | 'agent' | 'mention') {
  const added = [...new Set(agentIds)].filter((one) => !conversation.follower_ids.includes(one));
  if (added.length === 0) return;
  const names = await namesOf(ctx, tx, added);
  await changeConversation(ctx, tx, conversation.id, { follower_ids: [...conversation.follower_ids, ...added] });
  for (const agentId of added)
    await ctx.append(tx, conversationFollowed({ agentId, agentName: names.get(agentId) ?? '', because }), subjectsOf(conversation));
}

async function namesOf(ctx: Ctx, tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('agents')
    .select(['id', 'name'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
