import type { ChannelFailure } from '@madoguchi/contract/channels.ts';
import { sql, type Updateable } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { inboxFailing, inboxRecovered } from '../channels.events.ts';
import type { InboxHealthTable } from '../channels.tables.ts';

type Known = Updateable<Omit<InboxHealthTable, 'workspace_id' | 'inbox_id' | 'notes'>>;

/** Writes down what was learned of an inbox; the rest stays. */
export async function noteHealth(
  ctx: Ctx,
  tx: Tx,
  inboxId: string,
  known: Known,
  notes?: Readonly<Record<string, unknown>>,
): Promise<void> {
  const added = JSON.stringify(notes ?? {});
  await tx
    .insertInto('inbox_health')
    .values({ workspace_id: ctx.viewer.workspaceId, inbox_id: inboxId, ...known, notes: added } as never)
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'inbox_id']).doUpdateSet({ ...known, notes: sql`inbox_health.notes || ${added}::jsonb` } as never),
    )
    .execute();
}

/** A proof is on its way; the first of several outstanding ones counts. */
export async function noteProofSent(ctx: Ctx, tx: Tx, inboxId: string): Promise<void> {
  const now = ctx.clock.now();
  await tx
    .insertInto('inbox_health')
    .values({ workspace_id: ctx.viewer.workspaceId, inbox_id: inboxId, proof_sent_at: now } as never)
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'inbox_id'])
        .doUpdateSet({ proof_sent_at: sql<Date>`coalesce(inbox_health.proof_sent_at, ${now})` }),
    )
    .execute();
}

/** Counts by the hour: what the health page's figures of a day are made of. */
async function count(ctx: Ctx, tx: Tx, inboxId: string, what: 'received' | 'sent' | 'failed', by: number): Promise<void> {
  const hour = new Date(ctx.clock.now());
  hour.setUTCMinutes(0, 0, 0);
  await tx
    .insertInto('inbox_hours')
    .values({ workspace_id: ctx.viewer.workspaceId, inbox_id: inboxId, hour, [what]: by })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'inbox_id', 'hour']).doUpdateSet({ [what]: sql`inbox_hours.${sql.ref(what)} + ${by}` } as never),
    )
    .execute();
}

/** Messages came in: the inbox works, whatever was wrong before. */
export async function countReceived(ctx: Ctx, tx: Tx, inboxId: string, messages: number): Promise<void> {
  if (messages === 0) return;
  await count(ctx, tx, inboxId, 'received', messages);
  await noteHealth(ctx, tx, inboxId, { last_in_at: ctx.clock.now() });
}

/** A message went out. */
export async function countSent(ctx: Ctx, tx: Tx, inboxId: string): Promise<void> {
  await count(ctx, tx, inboxId, 'sent', 1);
  await noteHealth(ctx, tx, inboxId, { last_out_at: ctx.clock.now() });
}

export const countFailed = (ctx: Ctx, tx: Tx, inboxId: string): Promise<void> => count(ctx, tx, inboxId, 'failed', 1);

/** Something is wrong with the inbox as a whole. Told once, when it begins or its reason changes. */
export async function noteFailing(ctx: Ctx, inboxId: string, failure: ChannelFailure, detail = ''): Promise<void> {
  await ctx.transaction(async (tx) => {
    const before = await failureOf(ctx, tx, inboxId);
    await noteHealth(ctx, tx, inboxId, {
      failure,
      failure_detail: detail.slice(0, 500),
      ...(before?.failure ? {} : { failing_since: ctx.clock.now() }),
    });
    if (before?.failure !== failure) await ctx.append(tx, inboxFailing({ inboxId, failure }), { inboxId });
  });
}

/** The inbox was seen working: proof, where it was given. Told when something was wrong before. */
export async function noteWorking(ctx: Ctx, inboxId: string, known: Known = {}, notes?: Readonly<Record<string, unknown>>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const before = await failureOf(ctx, tx, inboxId);
    await noteHealth(ctx, tx, inboxId, { ...known, failure: null, failure_detail: null, failing_since: null }, notes);
    if (!before?.failure) return;
    // Whoever waits to connect again need not.
    ctx.wakeLanes(tx);
    await ctx.append(tx, inboxRecovered({ inboxId }), { inboxId });
  });
}

const failureOf = (ctx: Ctx, tx: Tx, inboxId: string) =>
  tx
    .selectFrom('inbox_health')
    .select('failure')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('inbox_id', '=', inboxId)
    .forUpdate()
    .executeTakeFirst();
