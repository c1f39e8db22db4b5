import { codeUndelivered } from '../../customers/customers.events.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { lineOfCode } from './code-texts.queries.ts';

/** A text that the platform had taken did not arrive: told once, like one that was refused. Of a text that nobody knows nothing is said. */
export const noteTextLost = (ctx: Ctx, textId: string, because: string): Promise<void> =>
  ctx.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('code_texts')
      .set({ status: 'refused', failure: because, sealed: null, done_at: ctx.clock.now() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', textId)
      .where('status', 'in', ['waiting', 'sent'])
      .executeTakeFirstOrThrow();
    const line = numUpdatedRows > 0n ? await lineOfCode(ctx, tx, textId) : undefined;
    if (!line) return;
    const { inbox_id: inboxId, id: conversationId, customer_id: customerId } = line;
    await ctx.append(tx, codeUndelivered({ customerId, codeId: textId, because }), { inboxId, conversationId, customerId });
  });
