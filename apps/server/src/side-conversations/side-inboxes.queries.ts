import { keptAddresses } from '../channels/email/addresses/addresses.queries.ts';
import { addressesOf, settingsOfAddresses } from '../channels/email/addresses/addresses.rules.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';
import { listInboxes } from '../workspaces/inboxes.queries.ts';

/** `own`: every address of the mailbox, in lower case. */
export type SideInbox = { id: string; name: string; address: string; own: string[] };

/**
 * The mailboxes that a side conversation of this conversation can be written from: set up, not paused, and seen by the agent. First the conversation's
 * own, then those that its customer wrote to, then the others. @throws notFound
 */
export async function sideInboxes(ctx: Ctx, tx: Tx, conversationId: string): Promise<SideInbox[]> {
  const { workspaceId } = ctx.viewer;
  const conversation = await tx
    .selectFrom('conversations')
    .select(['inbox_id', 'customer_id'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', conversationId)
    .executeTakeFirst();
  if (!conversation) throw notFound();
  const lines = await tx
    .selectFrom('threads')
    .select('inbox_id')
    .where('workspace_id', '=', workspaceId)
    .where('customer_id', '=', conversation.customer_id)
    .execute();
  const rank = (id: string) => (id === conversation.inbox_id ? 0 : lines.some(({ inbox_id }) => inbox_id === id) ? 1 : 2);
  const found: SideInbox[] = [];
  for (const { id, name, channel, paused } of await listInboxes(ctx, tx)) {
    if (channel !== 'email' || paused) continue;
    const row = await tx
      .selectFrom('channel_settings')
      .select('settings')
      .where('workspace_id', '=', workspaceId)
      .where('inbox_id', '=', id)
      .executeTakeFirst();
    const all = addressesOf({ ...(row?.settings as object), ...settingsOfAddresses(await keptAddresses(tx, workspaceId, id)) });
    const own = all.map(({ address }) => address.toLowerCase()).filter(Boolean);
    if (all[0]?.address) found.push({ id, name, address: all[0].address, own });
  }
  return found.sort((a, b) => rank(a.id) - rank(b.id));
}
