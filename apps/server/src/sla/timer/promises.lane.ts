import { systemActor } from '../../platform/actor.ts';
import { makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Lane } from '../../platform/lanes/run-lanes.ts';
import { settle } from '../clocks/settle.commands.ts';

const AT_ONCE = 200;

/** Looks each second which promises are in danger or broken by now, and has that written down. */
export function promisesLane(platform: Platform): Lane {
  return {
    name: 'promises',
    due: async () => {
      const workspaces = await dueWorkspaces(platform);
      return workspaces.map((workspaceId) => ({ key: workspaceId, work: (signal) => keepPromises(platform, workspaceId, signal) }));
    },
  };
}

const dueWorkspaces = async ({ db, clock }: Platform): Promise<string[]> =>
  (
    await db.directory((tx) =>
      tx.selectFrom('sla_clocks').select('workspace_id').distinct().where('next_at', '<=', clock.now()).limit(1000).execute(),
    )
  ).map(({ workspace_id }) => workspace_id);

/** Writes down what fell due in one workspace, the earliest first; until nothing is, or somebody else does it. */
export async function keepPromises(platform: Platform, workspaceId: string, signal?: AbortSignal): Promise<void> {
  const ctx = makeCtx(platform, systemViewer(workspaceId), systemActor);
  const looked = new Set<string>();
  while (!signal?.aborted) {
    const rows = await ctx.transaction((tx) =>
      tx
        .selectFrom('sla_clocks')
        .select('conversation_id')
        .where('workspace_id', '=', workspaceId)
        .where('next_at', '<=', platform.clock.now())
        .orderBy('next_at')
        .limit(AT_ONCE)
        .execute(),
    );
    // One that is still due after a look waits for the next round: it must not keep the others waiting.
    const ids = [...new Set(rows.map(({ conversation_id }) => conversation_id))].filter((id) => !looked.has(id));
    if (ids.length === 0) return;
    for (const id of ids) {
      if (signal?.aborted) return;
      looked.add(id);
      await settle(ctx, id);
    }
  }
}
