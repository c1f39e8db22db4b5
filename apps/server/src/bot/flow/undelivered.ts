import { sayAsBot } from '../../conversations/commands/bot.ts';
import { lockConversation } from '../../conversations/commands/lock.ts';
import { isAwaited } from '../../customers/codes/codes.queries.ts';
import type { OneTimeCodes } from '../../customers/codes/codes.types.ts';
import type { codeUndelivered } from '../../customers/customers.events.ts';
import { continueFlow } from '../../flows/run/runs.commands.ts';
import { latestRun } from '../../flows/run/runs.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';
import { flowMessage } from './flow-message.ts';

/**
 * Tells a customer who waits for a code that its text message did not go out, and what else can be done. Nobody who went on meanwhile, asked
 * for another code or has a person now is told. A second time nothing happens: the flow waits for no code any more.
 */
export async function tellUndelivered(ctx: Ctx, { conversation_id, data }: LoggedFact, codes: OneTimeCodes): Promise<void> {
  if (!conversation_id) return;
  const { codeId } = data as ReturnType<typeof codeUndelivered>['data'];
  await ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, conversation_id);
    if (conversation.handled_by !== 'bot' || conversation.turn === 'spam' || conversation.status === 'closed') return;
    const run = await latestRun(tx, ctx.viewer.workspaceId, conversation.id);
    const waits = run?.status === 'running' && run.state.identifying?.address && run.state.identifying.kind === 'phone';
    if (!waits || !(await isAwaited(ctx, tx, conversation.thread_id, codeId))) return;
    const outcome = await continueFlow(ctx, tx, conversation, { kind: 'undelivered' }, new Map(), codes);
    if (!outcome || 'need' in outcome) return;
    const { flowId, turn } = outcome.taken;
    await sayAsBot(ctx, tx, conversation, { ...flowMessage(flowId, turn.said), externalId: `code:${codeId}` });
  });
}
