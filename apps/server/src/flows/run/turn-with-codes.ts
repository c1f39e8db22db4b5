import { subjectsOf } from '../../conversations/commands/lock.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Asking, OneTimeCodes } from '../../customers/codes/codes.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { CodeNeed, FlowInput, FlowResult, FlowResults, FlowTurn, OutsideNeed } from '../flows.types.ts';
import { ownFacts } from '../look-up/own-facts.queries.ts';
import { type FlowRun, knownOf } from './runs.queries.ts';
import { takeFlowTurn } from './turn.rules.ts';

/**
 * A turn of a flow in a locked conversation, its codes sent and checked and the customer's own orders read in the same transaction: where the
 * turn is not kept, because something else is still needed, no code went out and no try was counted.
 */
export async function turnWithCodes(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  { plan, state }: Pick<FlowRun, 'plan' | 'state'>,
  input: FlowInput,
  given: FlowResults,
  codes: OneTimeCodes,
): Promise<{ turn: FlowTurn } | { need: OutsideNeed }> {
  const known = await knownOf(ctx, tx, conversation, await codes.ways(ctx, tx));
  const asking: Asking = {
    customerId: conversation.customer_id,
    threadId: conversation.thread_id,
    locale: known.locale,
    subjects: subjectsOf(conversation),
  };
  const results = new Map(given);
  for (;;) {
    const outcome = takeFlowTurn(plan, state, input, known, results);
    if ('turn' in outcome) return outcome;
    const { need } = outcome;
    if (need.kind === 'send_code' || need.kind === 'check_code') results.set(need.key, await carryOut(ctx, tx, asking, need, codes));
    else if (need.kind === 'own_facts') results.set(need.key, { kind: 'look_up', fields: await ownFacts(ctx, tx, need) });
    else return { need };
  }
}

async function carryOut(ctx: Ctx, tx: Tx, asking: Asking, need: CodeNeed, codes: OneTimeCodes): Promise<FlowResult> {
  if (need.kind === 'send_code') return { kind: 'code_sent', outcome: await codes.send(ctx, tx, asking, need.to) };
  return { kind: 'code_checked', ...(await codes.check(ctx, tx, asking, need.of, need.code)) };
}
