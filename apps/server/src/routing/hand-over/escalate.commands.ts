import type { Status } from '@madoguchi/contract/conversations.ts';
import { handOff } from '../../conversations/commands/bot.ts';
import { changeConversation, lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import { assignLocked } from '../../conversations/commands/manage.ts';
import { conversationReopened } from '../../conversations/conversations.events.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { lockRouting } from '../assign/lock-routing.ts';
import { candidates } from '../assign/scene.queries.ts';
import { placeIn } from '../place/place.commands.ts';
import type { BotTold } from '../place/told.queries.ts';
import { nobodyAbove } from '../routing.errors.ts';
import { conversationEscalated } from '../routing.events.ts';
import { writeNote } from './write-note.ts';

/**
 * Gives a conversation to the tier above, with the reason as a note: whoever has it lets go, and only agents of that tier are asked. The tier
 * above is the next one that somebody stands on.
 * @throws notFound · nobodyAbove
 */
export async function escalate(ctx: Ctx, conversationId: string, reason: string, botTold: BotTold): Promise<void> {
  await ctx.transaction(async (tx) => {
    await lockRouting(ctx, tx);
    const row = await lockConversation(ctx, tx, conversationId);
    const agents = await candidates(ctx, tx);
    const routing = await tx
      .selectFrom('routings')
      .select('tier')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('conversation_id', '=', conversationId)
      .executeTakeFirst();
    const holder = agents.find(({ id }) => id === row.assignee_agent_id)?.tier ?? 1;
    const from = Math.max(routing?.tier ?? 1, holder);
    const above = agents.map(({ tier }) => tier).filter((tier) => tier > from);
    if (above.length === 0) throw nobodyAbove();
    const to = Math.min(...above);

    const noted = await writeNote(ctx, tx, row, reason);
    await ctx.append(tx, conversationEscalated({ from, to }), subjectsOf(row));
    const open = await openForPeople(ctx, tx, noted);
    await assignLocked(ctx, tx, open, { agentId: null, teamId: row.assignee_team_id });
    await placeIn(ctx, tx, await lockConversation(ctx, tx, conversationId), botTold, 'escalated', to);
  });
}

/** Somebody above is to look at it: it is our turn, whatever it was. */
async function openForPeople(ctx: Ctx, tx: Tx, row: ConversationRow): Promise<ConversationRow> {
  const handed = await handOff(ctx, tx, row, 'agent_acted');
  if (handed.status === 'open') return handed;
  await ctx.append(tx, conversationReopened({ from: handed.status as Status }), subjectsOf(row));
  const waiting_since = handed.waiting_since ?? ctx.clock.now();
  return changeConversation(ctx, tx, row.id, { status: 'open', resolved_at: null, waiting_since });
}
