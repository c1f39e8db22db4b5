import { threadFor } from '../../conversations/commands/thread-for.ts';
import { lineRefused } from '../../conversations/conversations.errors.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Channels } from '../channels.registry.ts';

/** Where a reply is to go: a line that is there, or a proven address that an inbox writes to for the first time. */
export type Via = { threadId: string } | { inboxId: string; identityId: string };

/**
 * The line of a reply, made when it is the first one to that address. The same wish again is the same line.
 * @throws lineRefused for an address that is not the customer's own and proven, or that the inbox's channel does not write to first
 */
export async function openLine(ctx: Ctx, channels: Channels, conversationId: string, via: Via): Promise<string> {
  if ('threadId' in via) return via.threadId;
  const workspaceId = ctx.viewer.workspaceId;
  return ctx.transaction(async (tx) => {
    const found = await tx
      .selectFrom('identities as d')
      .innerJoin('conversations as c', (join) =>
        join.onRef('c.workspace_id', '=', 'd.workspace_id').onRef('c.customer_id', '=', 'd.customer_id'),
      )
      .innerJoin('inboxes as i', 'i.workspace_id', 'd.workspace_id')
      .select(['d.kind', 'd.value', 'd.customer_id', 'i.channel'])
      .where('d.workspace_id', '=', workspaceId)
      .where('d.id', '=', via.identityId)
      .where('d.verified_at', 'is not', null)
      .where('c.id', '=', conversationId)
      .where('i.id', '=', via.inboxId)
      .where('i.removed_at', 'is', null)
      .executeTakeFirst();
    const visible = ctx.viewer.inboxes === 'all' || ctx.viewer.inboxes.includes(via.inboxId);
    const externalId = found && visible ? channels.byName(found.channel)?.newLine?.(found, conversationId) : null;
    if (!found || !externalId) throw lineRefused();
    return threadFor(ctx, tx, { inboxId: via.inboxId, customerId: found.customer_id, identityId: via.identityId, externalId });
  });
}
