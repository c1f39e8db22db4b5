import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

/** Raised with every change of how terms are made: all documents are then written anew, while the old ones go on being found. */
export const RECIPE = 1;
/** What each stage reads, newest first: people look for what was lately. */
export const STAGES = ['conversations', 'customers', 'messages'] as const;
/** Takes away the documents whose original is no more. */
export const LAST_STAGE = 'sweep';
export type Stage = (typeof STAGES)[number] | typeof LAST_STAGE;

/** Has every document written once more. The search goes on working meanwhile. */
export async function beginAnew(ctx: Ctx): Promise<void> {
  const { workspaceId } = ctx.viewer;
  await ctx.transaction((tx) =>
    sql`
      insert into search_builds (workspace_id, recipe, stage, place, done, total, started_at)
      select ${workspaceId}, ${RECIPE}::int, ${STAGES[0]}, '', 0,
        (select count(*) from messages where workspace_id = ${workspaceId}) + (select count(*) from conversations where workspace_id = ${workspaceId})
          + (select count(*) from customers where workspace_id = ${workspaceId}), ${ctx.clock.now()}::timestamptz
      on conflict (workspace_id) do update set recipe = excluded.recipe, stage = excluded.stage, place = '', done = 0, total = excluded.total,
        started_at = excluded.started_at, finished_at = null`.execute(tx),
  );
}
