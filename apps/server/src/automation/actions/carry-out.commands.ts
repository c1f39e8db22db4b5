import type { Action } from '@madoguchi/contract/actions.ts';
import { sql } from 'kysely';
import { BULK_TOUCHES } from '../../conversations/bulk/bulk.commands.ts';
import { lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import { changedBy, imageOf } from '../../conversations/merge/image.rules.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { lockForMove } from '../../routing/place/move.commands.ts';
import type { ActionDeps, By, CarriedOut, Step } from './actions.types.ts';
import { carryOutOne, type Hand } from './one-action.commands.ts';

type Options = {
  by: By;
  /**
   * Asked once the conversation is locked, before anything is done: throws a refusal where somebody did something meanwhile that whoever acts has
   * not seen. Rules do not look.
   */
  look?: (tx: Tx, conversation: ConversationRow) => Promise<void>;
};

/**
 * Carries actions out on one conversation, in their order and in one transaction. One that is refused is said of that one and leaves nothing
 * behind; the others go on. What came of all is told by `by.fact`, also where nothing changed.
 *
 *     const { steps, item } = await carryOut(ctx, deps, conversationId, actions, { by: { key, fact: (steps) => ruleApplied({ … , steps }) } });
 *     if (item) await takeItemBack(ctx, item);            // conversations/bulk/undo-bulk.commands.ts
 *
 * `item` takes back status, priority, assignment, tags, subject and snooze as they were, not a column remembers; a held reply is withdrawn. Notes
 * stay, and so does a place in a queue. It may be kept as JSON.
 * @throws notFound for a conversation the viewer may not see · whatever `look` throws
 */
export function carryOut(
  ctx: Ctx,
  deps: ActionDeps,
  conversationId: string,
  actions: readonly Action[],
  { by, look }: Options,
): Promise<CarriedOut> {
  return ctx.transaction(async (tx) => {
    if (actions.some((action) => action.do === 'place_in_queue')) await lockForMove(ctx, tx);
    const found = await lockConversation(ctx, tx, conversationId);
    await look?.(tx, found);
    const hand: Hand = { ctx, tx, deps, by, known: null, replies: [], notes: [] };
    const steps: Step[] = [];
    for (const [index, action] of actions.entries()) steps.push(await stepOf(hand, conversationId, action, index));

    const [before, after] = [imageOf(found, BULK_TOUCHES), imageOf(await lockConversation(ctx, tx, conversationId), BULK_TOUCHES)];
    const told = by.fact(steps);
    if (told) await ctx.append(tx, told, subjectsOf(found));
    const hasChanged = changedBy(before, after).length > 0 || hand.replies.length > 0;
    const item = hasChanged ? { id: conversationId, before, after, replies: hand.replies } : null;
    return { steps, item, messageIds: [...hand.notes, ...hand.replies] };
  });
}

/** One action, behind a savepoint: a refusal takes back what its action had begun, and nothing else. */
async function stepOf(hand: Hand, conversationId: string, action: Action, index: number): Promise<Step> {
  const { ctx, tx } = hand;
  await sql`savepoint one_action`.execute(tx);
  try {
    const changed = await carryOutOne(hand, await lockConversation(ctx, tx, conversationId), action, index);
    await sql`release savepoint one_action`.execute(tx);
    return { do: action.do, outcome: changed ? 'done' : 'unchanged', code: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await sql`rollback to savepoint one_action`.execute(tx);
    return { do: action.do, outcome: 'refused', code: error.code };
  }
}
