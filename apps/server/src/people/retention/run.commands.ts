import type { RetentionKind } from '@madoguchi/contract/retention.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Files } from '../../platform/files/files.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { retentionForgot } from '../people.events.ts';
import { RETENTION_TASK } from './retention.commands.ts';
import { goesBefore } from './retention.rules.ts';

type Took = { count: number; files: number };
type Rule = { kind: RetentionKind; keep: number };

const DAY_MS = 86_400_000;
/** In one transaction: erasing is much work for a conversation and little for the rest. */
const AT_A_TIME: Readonly<Record<RetentionKind, number>> = { conversations: 25, payloads: 500, searches: 1000, audit: 1000 };

/**
 * The job: lets go of what is older than it is to be kept, some at a time. Each batch is whole with its fact or not there at all, so that a process
 * that dies goes on where it was; nothing is left to do the second time. A rule that is stopped while it runs stops with the batch under way. Plans itself
 * for the next day as long as there is a rule. @returns how many of what went
 */
export async function runRetention(ctx: Ctx, files: Files): Promise<Partial<Record<RetentionKind, Took>>> {
  await removeFiles(ctx, files);
  const all: Partial<Record<RetentionKind, Took>> = {};
  for (const { kind } of await dueRules(ctx)) {
    const took: Took = { count: 0, files: 0 };
    for (;;) {
      const some = await forgetSome(ctx, kind);
      await removeFiles(ctx, files);
      took.count += some?.count ?? 0;
      took.files += some?.files ?? 0;
      if (!some || some.count < AT_A_TIME[kind]) break;
    }
    await noteRun(ctx, kind, took);
    all[kind] = took;
  }
  await planNext(ctx);
  return all;
}

const dueRules = (ctx: Ctx): Promise<Rule[]> => ctx.transaction((tx) => rulesOf(ctx, tx).execute() as Promise<Rule[]>);

const rulesOf = (ctx: Ctx, tx: Tx) =>
  tx
    .selectFrom('retention_rules')
    .select(['kind', 'keep'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('first_run_at', '<=', ctx.clock.now());

/** One batch; null when the rule is gone, or its first run put off. */
function forgetSome(ctx: Ctx, kind: RetentionKind): Promise<Took | null> {
  return ctx.transaction(async (tx) => {
    const rule = (await rulesOf(ctx, tx).where('kind', '=', kind).forShare().executeTakeFirst()) as Rule | undefined;
    if (!rule) return null;
    const took = await forget[kind](ctx, tx, goesBefore(kind, rule.keep, ctx.clock.now()), AT_A_TIME[kind]);
    if (took.count > 0) await ctx.append(tx, retentionForgot({ kind, ...took }));
    return took;
  });
}

type Forget = (ctx: Ctx, tx: Tx, before: Date, most: number) => Promise<Took>;
const forget: Readonly<Record<RetentionKind, Forget>> = {
  async conversations(ctx, tx, before, most) {
    const { workspaceId } = ctx.viewer;
    const { rows } = await sql<{ id: string }>`
      select c.id from conversations c where c.workspace_id = ${workspaceId} and c.words_erased_at is null and c.merged_into is null
        and c.status in ('resolved', 'closed') and c.last_activity_at < ${before} and not is_held(c.workspace_id, c.id, c.customer_id)
        and not exists (select from conversations m where m.workspace_id = c.workspace_id and m.merged_into = c.id
          and is_held(m.workspace_id, m.id, m.customer_id))
      order by c.last_activity_at limit ${most} for no key update of c skip locked`.execute(tx);
    if (rows.length === 0) return { count: 0, files: 0 };
    const gone = await sql<{ files: string[] }>`select erase_conversations(${rows.map(({ id }) => id)}::text[]) as files`.execute(tx);
    const ids = gone.rows[0]?.files ?? [];
    if (ids.length > 0)
      await tx
        .insertInto('forgotten_files')
        .values(ids.map((file_id) => ({ workspace_id: workspaceId, file_id })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    return { count: rows.length, files: ids.length };
  },
  payloads: (_ctx, tx, before, most) => counted(sql<{ gone: number }>`select forget_payloads(${before}, ${most}) as gone`.execute(tx)),
  async searches(ctx, tx, before, most) {
    const { numAffectedRows } = await sql`delete from help_searches where ctid = any (array(select ctid from help_searches
      where workspace_id = ${ctx.viewer.workspaceId} and day < ${before.toISOString().slice(0, 10)}::date limit ${most} for update skip locked))
      and workspace_id = ${ctx.viewer.workspaceId}`.execute(tx);
    return { count: Number(numAffectedRows ?? 0), files: 0 };
  },
  audit: (_ctx, tx, before, most) => counted(sql<{ gone: number }>`select forget_audit(${before}, ${most}) as gone`.execute(tx)),
};

const counted = async (asked: Promise<{ rows: { gone: number }[] }>): Promise<Took> => ({
  count: (await asked).rows[0]?.gone ?? 0,
  files: 0,
});

/** Files whose rows went, also those of a run that died before it came to them. */
async function removeFiles(ctx: Ctx, files: Files): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const rows = await ctx.transaction((tx) =>
    tx.selectFrom('forgotten_files').select('file_id').where('workspace_id', '=', workspaceId).execute(),
  );
  for (const { file_id } of rows) {
    await files.remove(`${workspaceId}/${file_id}`);
    await ctx.transaction((tx) =>
      tx.deleteFrom('forgotten_files').where('workspace_id', '=', workspaceId).where('file_id', '=', file_id).execute(),
    );
  }
}

const noteRun = (ctx: Ctx, kind: RetentionKind, took: Took) =>
  ctx.transaction((tx) =>
    tx
      .updateTable('retention_rules')
      .set({ last_run_at: ctx.clock.now(), last_took: JSON.stringify(took) })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('kind', '=', kind)
      .execute(),
  );

async function planNext(ctx: Ctx): Promise<void> {
  await ctx.transaction(async (tx) => {
    const rule = await tx
      .selectFrom('retention_rules')
      .select('kind')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .limit(1)
      .executeTakeFirst();
    if (!rule) return;
    const runAt = new Date(ctx.clock.now().getTime() + DAY_MS);
    await enqueue(tx, ctx, RETENTION_TASK, {}, { runAt, key: `retention:${ctx.viewer.workspaceId}` });
  });
}
