import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { forgetBrands } from '../../workspaces/brands/brands.queries.ts';
import { forgetCalendars } from '../../workspaces/hours/calendars.queries.ts';
import { forgetSettings } from '../../workspaces/workspaces.queries.ts';
import { settle } from '../clocks/settle.commands.ts';
import { forgetPolicies } from '../policies/policies.queries.ts';

/** The job that looks at every conversation with something to keep; no payload. */
export const RECOMPUTE_TASK = 'sla.recompute';
const PAGE = 200;

/** Has every open promise computed anew in the background; asked for several times before it begins, it is done once. */
export const recomputeSoon = (ctx: Ctx): Promise<void> =>
  ctx.transaction((tx) => enqueue(tx, ctx, RECOMPUTE_TASK, {}, { runAt: ctx.clock.now(), key: `sla-recompute:${ctx.viewer.workspaceId}` }));

/** Looks at every conversation that is open, or has a due time to lose, one transaction each. Bears a repetition and a break. */
export async function recompute(ctx: Ctx): Promise<void> {
  forgetWhatChanged(ctx.viewer.workspaceId);
  let after = '';
  for (;;) {
    const ids = await ctx.transaction((tx) => openAfter(ctx, tx, after));
    for (const id of ids) await settle(ctx, id);
    if (ids.length < PAGE) return;
    after = ids.at(-1)!;
  }
}

/** Another process may have changed them, and this one would go by what it read up to five seconds ago. */
function forgetWhatChanged(workspaceId: string): void {
  for (const forget of [forgetPolicies, forgetCalendars, forgetBrands, forgetSettings]) forget(workspaceId);
}

async function openAfter(ctx: Ctx, tx: Tx, after: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '>', after)
    .where((eb) => eb.or([eb('status', 'in', ['open', 'waiting']), eb('due_at', 'is not', null)]))
    .orderBy('id')
    .limit(PAGE)
    .execute();
  return rows.map(({ id }) => id);
}

/** What a customer's attributes decide: at once, as one person has few conversations open. */
export async function recomputeOfCustomer(ctx: Ctx, customerId: string): Promise<void> {
  const rows = await ctx.transaction((tx) =>
    tx
      .selectFrom('conversations')
      .select('id')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('customer_id', '=', customerId)
      .where(sql<boolean>`status in ('open', 'waiting')`)
      .orderBy('created_at', 'desc')
      .limit(PAGE)
      .execute(),
  );
  for (const { id } of rows) await settle(ctx, id);
}
