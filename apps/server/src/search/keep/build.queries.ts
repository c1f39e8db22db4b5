import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { searchBuild } from '@madoguchi/contract/search.ts';
import type { Ctx } from '../../platform/ctx.ts';

/** How far the search has read what was there before it; before it has begun, nothing of nothing. */
export async function buildState(ctx: Ctx): Promise<OutputOf<typeof searchBuild>> {
  const row = await ctx.transaction((tx) =>
    tx.selectFrom('search_builds').selectAll().where('workspace_id', '=', ctx.viewer.workspaceId).executeTakeFirst(),
  );
  return {
    isFinished: Boolean(row?.finished_at),
    done: row?.done ?? 0,
    total: row?.total ?? 0,
    startedAt: row?.started_at.toISOString() ?? null,
    finishedAt: row?.finished_at?.toISOString() ?? null,
  };
}
