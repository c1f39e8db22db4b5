import type { SentReturn } from '@madoguchi/contract/commerce.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import { returnSynced } from '../commerce.events.ts';
import { type Done, digestOf, doneWith } from '../sync/outcome.rules.ts';
import { addStep, buyerOfReturn } from './returns.commands.ts';

/** Keeps a return as its shop tells of it. The shop's newest word counts, whatever the steps by hand would allow: the goods are there. */
export async function keepReturn(ctx: Ctx, tx: Tx, source: string, externalId: string, sent: SentReturn): Promise<Done> {
  const workspace_id = ctx.viewer.workspaceId;
  const digest = digestOf(sent);
  const before = await tx
    .selectFrom('returns')
    .select(['id', 'state', 'digest'])
    .where('workspace_id', '=', workspace_id)
    .where('source', '=', source)
    .where('external_id', '=', externalId)
    .forUpdate()
    .executeTakeFirst();
  const written = await tx
    .insertInto('returns')
    .values({
      workspace_id,
      id: newId('rtn'),
      source,
      order_external_id: sent.orderExternalId,
      external_id: externalId,
      state: sent.state,
      wish: sent.wish,
      reason: sent.reason,
      lines: JSON.stringify(sent.lines),
      amount: sent.amount,
      opened_by: 'shop',
      requested_at: new Date(sent.requestedAt),
      updated_at: new Date(sent.updatedAt),
      digest,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'source', 'external_id'])
        .doUpdateSet((eb) => ({
          order_external_id: eb.ref('excluded.order_external_id'),
          state: eb.ref('excluded.state'),
          wish: eb.ref('excluded.wish'),
          reason: eb.ref('excluded.reason'),
          lines: eb.ref('excluded.lines'),
          amount: eb.ref('excluded.amount'),
          updated_at: eb.ref('excluded.updated_at'),
          digest: eb.ref('excluded.digest'),
        }))
        .whereRef('returns.updated_at', '<=', 'excluded.updated_at')
        .whereRef('returns.digest', '<>', 'excluded.digest'),
    )
    .returning(['id', 'order_external_id', 'source', sql<boolean>`xmax = 0`.as('is_new')])
    .executeTakeFirst();
  if (!written) return doneWith(undefined, before, digest);
  if (before?.state !== sent.state)
    await addStep(ctx, tx, written.id, { state: sent.state, note: '', by: source, at: new Date(sent.updatedAt) });
  await ctx.append(tx, returnSynced({ returnId: written.id, source, isNew: written.is_new, state: sent.state }), {
    customerId: await buyerOfReturn(tx, workspace_id, written),
  });
  return doneWith(written, undefined, digest);
}
