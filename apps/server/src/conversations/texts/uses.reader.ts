import type { Ctx } from '../../platform/ctx.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';
import { type Reader, reader } from '../../platform/event-log/reader.ts';
import { conversationClosed, conversationReopened, conversationResolved } from '../conversations.events.ts';

/** Taken back this soon, a resolution was a slip of the hand. */
const SLIP_MS = 60_000;

/** Keeps what became of conversations after canned responses were used in them. Bears a repetition. */
export const cannedUsesReader = (): Reader =>
  reader('conversations.canned_uses', {
    [conversationResolved.factName]: noteSolved,
    [conversationClosed.factName]: noteSolved,
    [conversationReopened.factName]: noteReopened,
  });

async function noteSolved(ctx: Ctx, { conversation_id, at }: LoggedFact): Promise<void> {
  if (!conversation_id) return;
  await ctx.transaction((tx) =>
    tx
      .updateTable('canned_uses')
      .set({ solved_at: at })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('conversation_id', '=', conversation_id)
      .where('used_at', '<=', at)
      .where('solved_at', 'is', null)
      .execute(),
  );
}

async function noteReopened(ctx: Ctx, { conversation_id, at }: LoggedFact): Promise<void> {
  if (!conversation_id) return;
  await ctx.transaction(async (tx) => {
    const solved = tx
      .updateTable('canned_uses')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('conversation_id', '=', conversation_id)
      .where('reopened_at', 'is', null)
      .where('solved_at', '<=', at);
    const slip = new Date(at.getTime() - SLIP_MS);
    await solved.set({ reopened_at: at }).where('solved_at', '<', slip).execute();
    await solved.set({ solved_at: null }).where('solved_at', '>=', slip).execute();
  });
}
