import { personOf } from '../../customers/people/people.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { legalHoldLifted, legalHoldPlaced } from '../people.events.ts';

type About = { customerId: string } | { conversationNumber: number };

/** Keeps everything of a customer (whoever they were merged with), or a conversation, from being erased. Held already, it stays as it is. @throws notFound */
export async function placeHold(ctx: Ctx, about: About, reason: string): Promise<string> {
  const { workspaceId } = ctx.viewer;
  return ctx.transaction(async (tx) => {
    const customer_id = 'customerId' in about ? ((await personOf(tx, workspaceId, about.customerId))?.id ?? null) : null;
    const conversation =
      'conversationNumber' in about
        ? await tx
            .selectFrom('conversations')
            .select('id')
            .where('workspace_id', '=', workspaceId)
            .where('number', '=', about.conversationNumber)
            .executeTakeFirst()
        : undefined;
    const conversation_id = conversation?.id ?? null;
    if (customer_id === null && conversation_id === null) throw notFound();
    const standing = await tx
      .selectFrom('legal_holds')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('lifted_at', 'is', null)
      .where((eb) => (customer_id === null ? eb('conversation_id', '=', conversation_id) : eb('customer_id', '=', customer_id)))
      .executeTakeFirst();
    if (standing) return standing.id;
    const id = newId('hld');
    await tx
      .insertInto('legal_holds')
      .values({
        workspace_id: workspaceId,
        id,
        customer_id,
        conversation_id,
        reason: reason.trim(),
        placed_by: ctx.actor.name,
        placed_at: ctx.clock.now(),
        lifted_by: null,
        lifted_at: null,
      })
      .execute();
    await ctx.append(tx, legalHoldPlaced({ holdId: id, customerId: customer_id, conversationId: conversation_id }));
    return id;
  });
}

/** Lets it be erased again. @throws notFound */
export async function liftHold(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const row = await tx
      .updateTable('legal_holds')
      .set({ lifted_at: ctx.clock.now(), lifted_by: ctx.actor.name })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .where('lifted_at', 'is', null)
      .returning(['customer_id', 'conversation_id'])
      .executeTakeFirst();
    if (!row) throw notFound();
    await ctx.append(tx, legalHoldLifted({ holdId: id, customerId: row.customer_id, conversationId: row.conversation_id }));
  });
}
