import { lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import { assignLocked } from '../../conversations/commands/manage.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { lockRouting } from '../assign/lock-routing.ts';
import { candidates } from '../assign/scene.queries.ts';
import { placeIn } from '../place/place.commands.ts';
import type { BotTold } from '../place/told.queries.ts';
import { receiverRefused } from '../routing.errors.ts';
import { conversationHandedOver } from '../routing.events.ts';
import { standInNow } from './stand-ins.queries.ts';
import { writeNote } from './write-note.ts';

const MOST_HANDED_OVER = 500;

/**
 * An agent gives all their open conversations away: back to the queue, to their stand-in (the queue, where there is none who sees it), or to
 * a colleague. A note says why. @returns how many
 * @throws receiverRefused when the colleague left, is oneself, or does not see one of the inboxes
 */
export async function handOver(
  ctx: Ctx,
  { to, note }: { to: 'queue' | 'stand_in' | (string & {}); note: string },
  botTold: BotTold,
): Promise<number> {
  const me = ctx.actor.id!;
  return ctx.transaction(async (tx) => {
    await lockRouting(ctx, tx);
    const agents = new Map((await candidates(ctx, tx)).map((one) => [one.id, one]));
    const sees = (agentId: string, inboxId: string) => {
      const inboxes = agents.get(agentId)?.inboxes ?? [];
      return inboxes === 'all' || inboxes.includes(inboxId);
    };
    const wanted = to === 'queue' ? null : to === 'stand_in' ? await standInNow(ctx, tx, me) : to;
    const mine = await tx
      .selectFrom('conversations')
      .select(['id', 'inbox_id'])
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('assignee_agent_id', '=', me)
      .where('status', '=', 'open')
      .where('merged_into', 'is', null)
      .orderBy('id')
      .limit(MOST_HANDED_OVER)
      .execute();
    const isNamed = to !== 'queue' && to !== 'stand_in';
    if (isNamed && (wanted === me || !agents.has(wanted!) || mine.some(({ inbox_id }) => !sees(wanted!, inbox_id))))
      throw receiverRefused();
    for (const { id } of mine) {
      const row = await lockConversation(ctx, tx, id);
      const receiver = wanted !== null && sees(wanted, row.inbox_id) ? wanted : null;
      await give(ctx, tx, await writeNote(ctx, tx, row, note), receiver, 'shift', botTold);
    }
    ctx.wakeLanes(tx);
    return mine.length;
  });
}

/** To an agent, or (null) into the queue. */
async function give(
  ctx: Ctx,
  tx: Tx,
  row: ConversationRow,
  receiver: string | null,
  because: 'shift' | 'stand_in',
  botTold: BotTold,
): Promise<void> {
  const from = row.assignee_agent_id!;
  await assignLocked(ctx, tx, row, { agentId: receiver, teamId: row.assignee_team_id });
  await ctx.append(tx, conversationHandedOver({ from, to: receiver, because }), subjectsOf(row));
  if (receiver === null) await placeIn(ctx, tx, await lockConversation(ctx, tx, row.id), botTold, 'arrived');
}

/** A customer wrote to an agent for whom somebody stands in now: it is theirs from here on, if they see its inbox. */
export async function standInFor(ctx: Ctx, conversationId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const row = await lockConversation(ctx, tx, conversationId);
    if (row.assignee_agent_id === null || row.status !== 'open') return;
    const standIn = await standInNow(ctx, tx, row.assignee_agent_id);
    if (standIn === null || standIn === row.assignee_agent_id) return;
    const receiver = (await candidates(ctx, tx)).find(({ id }) => id === standIn);
    if (!receiver || (receiver.inboxes !== 'all' && !receiver.inboxes.includes(row.inbox_id))) return;
    const from = row.assignee_agent_id;
    await assignLocked(ctx, tx, row, { agentId: standIn, teamId: row.assignee_team_id });
    await ctx.append(tx, conversationHandedOver({ from, to: standIn, because: 'stand_in' }), subjectsOf(row));
  });
}
