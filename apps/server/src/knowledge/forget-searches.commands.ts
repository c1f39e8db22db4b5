import { sql } from 'kysely';
import { systemActor } from '../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import { enqueue } from '../platform/jobs/jobs.ts';

/** The job that forgets old searches, once a day in every workspace; no payload. */
export const FORGET_TASK = 'help.forget_searches';

/** How long the help center remembers what was searched for, in days: a year can still be compared with the one before at its end. */
export const REMEMBERED_DAYS = 400;

const DAY_MS = 86_400_000;
/** Rows in one transaction. */
const AT_A_TIME = 1000;

/** Removes searches of more than REMEMBERED_DAYS ago, some at a time, and plans itself for the next day. How many it removed. */
export async function forgetSearches(ctx: Ctx): Promise<number> {
  const last = new Date(ctx.clock.now().getTime() - REMEMBERED_DAYS * DAY_MS).toISOString().slice(0, 10);
  let forgotten = 0;
  for (;;) {
    const some = await ctx.transaction((tx) => forgetSome(ctx, tx, last));
    forgotten += some;
    if (some < AT_A_TIME) break;
  }
  await planForgetting(ctx, new Date(ctx.clock.now().getTime() + DAY_MS));
  return forgotten;
}

async function forgetSome(ctx: Ctx, tx: Tx, last: string): Promise<number> {
  const { workspaceId } = ctx.viewer;
  const { numAffectedRows } = await sql`
    delete from help_searches where ctid = any (array(
      select ctid from help_searches where workspace_id = ${workspaceId} and day < ${last}::date limit ${AT_A_TIME} for update skip locked))
      and workspace_id = ${workspaceId}`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

const planForgetting = (ctx: Ctx, runAt: Date) =>
  ctx.transaction((tx) => enqueue(tx, ctx, FORGET_TASK, {}, { runAt, key: `help-searches:${ctx.viewer.workspaceId}` }));

/** At the start of a worker. A workspace that is newer than that has nothing so old before the next start. */
export async function startForgetting(platform: Platform): Promise<void> {
  const workspaces = await platform.db.directory((tx) => tx.selectFrom('workspaces').select('workspace_id').execute());
  for (const { workspace_id } of workspaces) {
    const ctx = makeCtx(platform, systemViewer(workspace_id), systemActor);
    await planForgetting(ctx, ctx.clock.now());
  }
}
