import type { Priority } from '@madoguchi/contract/conversations.ts';
import { CONTRACT } from '../../commerce/contracts/contract.rules.ts';
import { withContract } from '../../commerce/contracts/contracts.queries.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { brandsOf } from '../../workspaces/brands/brands.queries.ts';
import type { Subject } from '../policies/choose.rules.ts';

/** What a policy's conditions and the choice of a calendar ask of a conversation. */
export async function subjectOf(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<{ subject: Subject; contract: string | null }> {
  const customer = await tx
    .selectFrom('customers')
    .select('attributes')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', conversation.customer_id)
    .executeTakeFirst();
  const written = Object.fromEntries(
    Object.entries((customer?.attributes ?? {}) as Record<string, unknown>).map(([name, value]) => [name, String(value ?? '')]),
  );
  // A contract may have hours of its own.
  const attributes = await withContract(ctx, tx, conversation.customer_id, written);
  const brand = (await brandsOf(ctx, tx)).ofInbox(conversation.inbox_id);
  return {
    subject: {
      priority: conversation.priority as Priority,
      channel: conversation.channel,
      inboxId: conversation.inbox_id,
      brandId: brand.id,
      tags: conversation.tags,
      attributes,
    },
    contract: attributes[CONTRACT] || null,
  };
}
