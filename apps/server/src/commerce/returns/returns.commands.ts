import type { OrderLine, ReturnState } from '@madoguchi/contract/commerce.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { returnLineUnknown, returnNotNext } from '../commerce.errors.ts';
import { returnMoved, returnOpened } from '../commerce.events.ts';
import { ownerOf } from '../whose/whose.queries.ts';
import { lineTooMany, mayBecome, nextOf } from './returns.rules.ts';

type Wish = { wish: 'refund' | 'exchange'; reason: string; lines: { name: string; quantity: number }[] };

/** Opens a return for an order. @throws notFound; returnLineUnknown for something that was not bought with it, or not so often. @returns its id */
export async function openReturn(ctx: Ctx, orderId: string, { wish, reason, lines }: Wish): Promise<string> {
  return ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    const order = await tx
      .selectFrom('orders')
      .selectAll()
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', orderId)
      .executeTakeFirst();
    if (!order) throw notFound();
    const name = lineTooMany(order.lines as OrderLine[], lines);
    if (name !== null) throw returnLineUnknown({ name });
    const id = newId('rtn');
    const now = ctx.clock.now();
    await tx
      .insertInto('returns')
      .values({
        workspace_id,
        id,
        source: order.source,
        order_external_id: order.external_id,
        external_id: id,
        state: 'requested',
        wish,
        reason,
        lines: JSON.stringify(lines),
        amount: null,
        opened_by: 'desk',
        requested_at: now,
        updated_at: now,
        digest: '',
      })
      .execute();
    await addStep(ctx, tx, id, { state: 'requested', note: '' });
    const customer = await ownerOf(tx, workspace_id, {
      external: order.buyer_external,
      email: order.buyer_email,
      phone: order.buyer_phone,
    });
    await ctx.append(tx, returnOpened({ returnId: id, orderId, wish }), { customerId: customer?.id ?? null });
    return id;
  });
}

/**
 * Brings a return on by hand. The same step twice is taken once.
 * @throws notFound; returnNotNext when it cannot become that, or somebody brought it on meanwhile
 */
export async function moveReturn(
  ctx: Ctx,
  id: string,
  { from, state, note }: { from: ReturnState; state: ReturnState; note: string },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    const row = await tx
      .selectFrom('returns')
      .selectAll()
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound();
    const now = row.state as ReturnState;
    if (now === state && from !== state) return;
    if (now !== from || !mayBecome(now, state)) throw returnNotNext({ from: now, next: nextOf(now) });
    // By whichever clock is ahead: an older word of the shop must not bring it back.
    await tx
      .updateTable('returns')
      .set({ state, updated_at: sql<Date>`greatest(updated_at, ${ctx.clock.now()}::timestamptz)` })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .execute();
    await addStep(ctx, tx, id, { state, note });
    await ctx.append(tx, returnMoved({ returnId: id, from, to: state }), { customerId: await buyerOfReturn(tx, workspace_id, row) });
  });
}

type Step = { state: string; note: string; by?: string; at?: Date };

/** The next of a return's steps, by whoever acts and now, unless it is told otherwise. */
export async function addStep(ctx: Ctx, tx: Tx, returnId: string, { state, note, by, at }: Step): Promise<void> {
  await sql`
    insert into return_steps (workspace_id, return_id, seq, state, note, by_name, at)
    select ${ctx.viewer.workspaceId}, ${returnId}, coalesce(max(seq), 0) + 1, ${state}, ${note}, ${by ?? ctx.actor.name}, ${at ?? ctx.clock.now()}::timestamptz
    from return_steps where workspace_id = ${ctx.viewer.workspaceId} and return_id = ${returnId}`.execute(tx);
}

/** Whose the order is that it belongs to; null while nobody has proved it, or the order is not here yet. */
export async function buyerOfReturn(
  tx: Tx,
  workspaceId: string,
  { source, order_external_id }: { source: string; order_external_id: string },
): Promise<string | null> {
  const order = await tx
    .selectFrom('orders')
    .select(['buyer_external as external', 'buyer_email as email', 'buyer_phone as phone'])
    .where('workspace_id', '=', workspaceId)
    .where('source', '=', source)
    .where('external_id', '=', order_external_id)
    .executeTakeFirst();
  return (order && (await ownerOf(tx, workspaceId, order))?.id) ?? null;
}
