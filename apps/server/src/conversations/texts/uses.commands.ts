import { cannedForAgent } from '../../canned-responses/canned-responses.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Files } from '../../platform/files/files.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { copyAttachment } from '../attachments/attachments.commands.ts';
import { attachmentsById } from '../attachments/attachments.queries.ts';
import type { AttachmentRow } from '../conversations.types.ts';
import { conversationById } from '../queries/read.ts';

/**
 * Notes that an agent put a canned response into a reply, and gives them its files to send. Not idempotent: put in twice, it counts twice.
 * @throws notFound for one that is not theirs to use, or a conversation they may not see · attachment.disk_full · unavailable
 */
export async function useCanned(ctx: Ctx, files: Files, conversationId: string, cannedId: string): Promise<AttachmentRow[]> {
  const { workspaceId } = ctx.viewer;
  const kept = await ctx.transaction(async (tx) => {
    await conversationById(tx, workspaceId, conversationId);
    const canned = await cannedForAgent(ctx, tx, cannedId);
    if (!canned) throw notFound();
    await tx
      .insertInto('canned_uses')
      .values({
        workspace_id: workspaceId,
        canned_id: cannedId,
        conversation_id: conversationId,
        agent_id: ctx.actor.id ?? '',
        used_at: ctx.clock.now(),
        solved_at: null,
        reopened_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const rows = await attachmentsById(tx, workspaceId, canned.file_ids);
    return canned.file_ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  });
  const copies: AttachmentRow[] = [];
  for (const row of kept) {
    const copy = await copyAttachment(ctx, files, row);
    if (copy) copies.push(copy);
  }
  return copies;
}
