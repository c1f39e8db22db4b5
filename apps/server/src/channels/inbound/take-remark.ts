import { noteAsBot } from '../../conversations/commands/bot.ts';
import { lockConversation } from '../../conversations/commands/lock.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { InboundEvent } from '../port/port.types.ts';
import type { ApplyDeps } from './apply-event.ts';

/** A note for the agents of the conversation that its line is on; without such a line nobody needs it. A repetition writes nothing. */
export async function takeRemark({ channel, call }: ApplyDeps, ctx: Ctx, event: Extract<InboundEvent, { kind: 'remark' }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const place = channel.place ? await channel.place(ctx, tx, call.inbox.id, event) : { threadExternalId: event.line.externalId };
    const thread = await tx
      .selectFrom('threads')
      .select('latest_conversation_id')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('inbox_id', '=', call.inbox.id)
      .where('external_id', '=', place.threadExternalId)
      .executeTakeFirst();
    if (!thread?.latest_conversation_id) return;
    const conversation = await lockConversation(ctx, tx, thread.latest_conversation_id);
    await noteAsBot(ctx, tx, conversation, { text: event.text, externalId: `remark:${event.externalId}` });
  });
}
