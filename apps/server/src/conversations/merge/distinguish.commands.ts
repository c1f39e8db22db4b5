import type { Ctx } from '../../platform/ctx.ts';
import { lockConversation } from '../commands/lock.ts';

/** Remembers that two are not the same matter, or forgets it. Idempotent. @throws notFound */
export async function distinguishConversations(ctx: Ctx, id: string, otherId: string, distinct: boolean): Promise<void> {
  const [one_id, other_id] = [id, otherId].sort() as [string, string];
  await ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    await lockConversation(ctx, tx, one_id);
    await lockConversation(ctx, tx, other_id);
    if (one_id === other_id) return;
    if (!distinct)
      await tx
        .deleteFrom('conversation_distinctions')
        .where('workspace_id', '=', workspace_id)
        .where('one_id', '=', one_id)
        .where('other_id', '=', other_id)
        .execute();
    else
      await tx
        .insertInto('conversation_distinctions')
        .values({ workspace_id, one_id, other_id, said_by: ctx.actor.name, said_at: ctx.clock.now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  });
}
