import { lockConversation } from '../../conversations/commands/lock.ts';
import { assignLocked } from '../../conversations/commands/manage.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { waitsForSomebody } from '../place/place.rules.ts';
import { noteAnswered } from '../presence/presence.commands.ts';
import { loads } from '../profiles/load.queries.ts';
import { profilesByAgent } from '../profiles/profiles.queries.ts';
import { offerEndedAlready } from '../routing.errors.ts';
import { endOffersOf } from './end-offer.commands.ts';
import { classOf } from './load.rules.ts';
import { lockRouting } from './lock-routing.ts';

type Answer = { conversationId: string; ended: string | null };

/**
 * An agent takes what is offered to them: it is theirs, and nobody else is asked. A second time: the same.
 * @throws notFound for an offer to somebody else · offerEndedAlready when its time was up, somebody has it, or their hands are full by now
 */
export async function acceptOffer(ctx: Ctx, offerId: string): Promise<{ conversationId: string }> {
  const { conversationId, ended } = await answer(ctx, offerId, async (tx, row) => {
    const full = await handsAreFull(ctx, tx, row.channel);
    if (full || !waitsForSomebody(row)) {
      await endOffersOf(ctx, tx, row, 'withdrawn', full ? 'no_room' : null);
      ctx.wakeLanes(tx);
      return full ? 'no_room' : 'withdrawn';
    }
    await endOffersOf(ctx, tx, row, 'accepted');
    await assignLocked(ctx, tx, row, { agentId: ctx.actor.id, teamId: row.assignee_team_id });
    await tx
      .updateTable('routings')
      .set({ state: 'done', updated_at: ctx.clock.now() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('conversation_id', '=', row.id)
      .execute();
    await noteAnswered(ctx, tx, ctx.actor.id!, true);
    return null;
  });
  if (ended !== null && ended !== 'accepted') throw offerEndedAlready({ outcome: ended });
  return { conversationId };
}

/** Lets an offer go on to the next, with the reason. One that ended already: nothing. @throws notFound for an offer to somebody else */
export async function declineOffer(ctx: Ctx, offerId: string, reason: string): Promise<void> {
  await answer(ctx, offerId, async (tx, row) => {
    await endOffersOf(ctx, tx, row, 'declined', reason.trim() || null);
    await noteAnswered(ctx, tx, ctx.actor.id!, false);
    ctx.wakeLanes(tx);
    return null;
  });
}

async function answer(
  ctx: Ctx,
  offerId: string,
  work: (tx: Tx, row: Awaited<ReturnType<typeof lockConversation>>) => Promise<string | null>,
): Promise<Answer> {
  return ctx.transaction(async (tx) => {
    await lockRouting(ctx, tx);
    const offer = await tx
      .selectFrom('offers')
      .select(['conversation_id', 'outcome', 'expires_at'])
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', offerId)
      .where('agent_id', '=', ctx.actor.id)
      .executeTakeFirst();
    if (!offer) throw notFound();
    const conversationId = offer.conversation_id;
    if (offer.outcome !== null) return { conversationId, ended: offer.outcome };
    const row = await lockConversation(ctx, tx, conversationId);
    return { conversationId, ended: await work(tx, row) };
  });
}

/** Whether they took so much by hand meanwhile that this one would be too much. */
async function handsAreFull(ctx: Ctx, tx: Tx, channel: string): Promise<boolean> {
  const kind = classOf(channel);
  const id = ctx.actor.id!;
  const { capacity } = (await profilesByAgent(ctx, tx))(id);
  return ((await loads(ctx, tx)).get(id)?.[kind] ?? 0) >= capacity[kind];
}
