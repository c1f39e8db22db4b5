import { systemActor } from '../../platform/actor.ts';
import { makeCtx, type Platform } from '../../platform/ctx.ts';
import { isDatabaseAway } from '../../platform/db/database-away.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Lane } from '../../platform/lanes/run-lanes.ts';
import { lookAtNext } from './look.commands.ts';

/** Two at once: whoever asks waits for the answer, and the customers do not wait for it. */
const AT_ONCE = 2;

/** Answers what rules would have done, page by page; what a killed process left goes on where it stood. */
export function dryRunsLane({ platform }: { platform: Platform }): Lane {
  return {
    name: 'automation-dry-runs',
    atOnce: AT_ONCE,
    due: async () =>
      (await running(platform)).map(({ workspace_id, id }) => ({ key: id, work: (signal) => answer(platform, workspace_id, id, signal) })),
  };
}

const running = ({ db }: Platform) =>
  db.directory((tx) =>
    tx
      .selectFrom('automation_dry_runs')
      .select(['workspace_id', 'id'])
      .where('state', '=', 'running')
      .orderBy('asked_at')
      .limit(100)
      .execute(),
  );

/** Looks at page after page until there is none, or nobody asks any more. One that cannot be answered says so. */
export async function answer(platform: Platform, workspaceId: string, id: string, signal: AbortSignal): Promise<void> {
  try {
    while (!signal.aborted && (await lookAtNext(platform, workspaceId, id)));
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    const ctx = makeCtx(platform, systemViewer(workspaceId), systemActor);
    await ctx.transaction((tx) =>
      tx.updateTable('automation_dry_runs').set({ state: 'failed' }).where('workspace_id', '=', workspaceId).where('id', '=', id).execute(),
    );
  }
}
