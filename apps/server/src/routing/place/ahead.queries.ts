import type { ChatQueue } from '@madoguchi/contract/chat.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import { queueAhead } from '../../conversations/queue/queue.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { featuresOf, judge } from '../difficulty/difficulty.rules.ts';
import { queueFor } from '../queues/match.rules.ts';
import { queueRules } from '../queues/queues.queries.ts';
import { type BotTold, placingOf, toldOf, weightsOf } from './told.queries.ts';

/** Where a conversation will stand that is about to be handed to people, in the queue it will come into; null when there is no telling. */
export async function placeAhead(ctx: Ctx, tx: Tx, row: ConversationRow, botTold: BotTold): Promise<ChatQueue | null> {
  const queues = await queueRules(ctx, tx);
  if (queues.every(({ mode }) => mode === 'manual')) return queueAhead(ctx, tx, row);
  const { difficulty } = judge(featuresOf(await toldOf(ctx, tx, row, botTold)), await weightsOf(ctx, tx));
  const { queue } = queueFor(queues, await placingOf(ctx, tx, row, difficulty));
  return queueAhead(ctx, tx, row, queue.mode === 'manual' ? null : { queueId: queue.id, priority: row.priority });
}
