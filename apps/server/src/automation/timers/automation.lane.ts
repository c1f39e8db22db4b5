import { systemActor } from '../../platform/actor.ts';
import { makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Lane } from '../../platform/lanes/run-lanes.ts';
import type { AutomationDeps } from '../runs/apply.commands.ts';
import { armAll } from './arm-all.commands.ts';
import { fireDue } from './fire.commands.ts';

/** Looks each second which waits are over, and lets the rules of time act; writes down what waits for rules that are new. */
export function automationLane(deps: AutomationDeps): Lane {
  const { platform } = deps;
  return {
    name: 'automation',
    due: async () =>
      (await busyWorkspaces(platform)).map((workspaceId) => ({
        key: workspaceId,
        work: async (signal) => {
          const ctx = makeCtx(platform, systemViewer(workspaceId), systemActor);
          await armAll(ctx, signal);
          await fireDue(ctx, deps, signal);
        },
      })),
  };
}

const busyWorkspaces = ({ db, clock }: Platform): Promise<string[]> =>
  db.directory(async (tx) => {
    const due = await tx
      .selectFrom('automation_waits')
      .select('workspace_id')
      .distinct()
      .where('done_at', 'is', null)
      .where('due_at', '<=', clock.now())
      .limit(1000)
      .execute();
    const toArm = await tx
      .selectFrom('automation_rules')
      .select('workspace_id')
      .distinct()
      .where('enabled', '=', true)
      .where('is_timer', '=', true)
      .whereRef('armed_version', '<>', 'version')
      .limit(1000)
      .execute();
    return [...new Set([...due, ...toArm].map(({ workspace_id }) => workspace_id))];
  });
