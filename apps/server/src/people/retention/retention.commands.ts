import type { RetentionKind, RetentionRule } from '@madoguchi/contract/retention.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { retentionTooShort } from '../people.errors.ts';
import { retentionChanged } from '../people.events.ts';
import { retentionRules } from './retention.queries.ts';
import { firstRunAfter, SHORTEST } from './retention.rules.ts';

/** The job that lets go of what is kept no longer, once a day in a workspace that wants it; no payload. */
export const RETENTION_TASK = 'people.retention';

/** Sets how long a kind of thing is kept (months for conversations, else days); null for ever, which stops what has not run yet. @throws retention.too_short */
export async function setRetention(ctx: Ctx, kind: RetentionKind, keep: number | null): Promise<RetentionRule> {
  if (keep !== null && keep < SHORTEST[kind]) throw retentionTooShort({ shortest: SHORTEST[kind] });
  const { workspaceId } = ctx.viewer;
  return ctx.transaction(async (tx) => {
    const before = await tx
      .selectFrom('retention_rules')
      .select(['keep', 'first_run_at'])
      .where('workspace_id', '=', workspaceId)
      .where('kind', '=', kind)
      .forUpdate()
      .executeTakeFirst();
    const now = ctx.clock.now();
    if ((before?.keep ?? null) !== keep) {
      if (keep === null) {
        await tx.deleteFrom('retention_rules').where('workspace_id', '=', workspaceId).where('kind', '=', kind).execute();
      } else {
        const first_run_at = firstRunAfter(before ? { keep: before.keep, firstRunAt: before.first_run_at } : null, keep, now);
        const set = { keep, first_run_at, set_by: ctx.actor.name, set_at: now };
        await tx
          .insertInto('retention_rules')
          .values({ workspace_id: workspaceId, kind, ...set, last_run_at: null, last_took: null })
          .onConflict((conflict) => conflict.columns(['workspace_id', 'kind']).doUpdateSet(set))
          .execute();
        await enqueue(tx, ctx, RETENTION_TASK, {}, { runAt: first_run_at, key: `retention:${workspaceId}:${kind}` });
      }
      await ctx.append(tx, retentionChanged({ kind, from: before?.keep ?? null, to: keep }));
    }
    return (await retentionRules(tx, workspaceId)).find((one) => one.kind === kind)!;
  });
}
