import { systemActor } from '../platform/actor.ts';
import { makeCtx, type Platform } from '../platform/ctx.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import type { Lane } from '../platform/lanes/run-lanes.ts';
import { runPass } from './assign/pass.commands.ts';
import { releaseUnseen } from './hand-over/release-unseen.commands.ts';
import { sweep } from './place/sweep.commands.ts';
import type { BotTold } from './place/told.queries.ts';
import { awayBySilence } from './presence/presence.commands.ts';
import { AWAY_AFTER_MINUTES } from './presence/settings.queries.ts';

/** So often is looked for conversations of which no fact told, and for agents who went without a word. */
const SWEEP_EVERY_MS = 20_000;

/**
 * Gives out what waits, a workspace at a time: at each hint and each second. A piece is one pass and no more, so that a process that is killed
 * between two leaves nothing behind that others would have to wait for.
 */
export function routingLane({ platform, botTold }: { platform: Platform; botTold: BotTold }): Lane {
  const { db, clock } = platform;
  let sweptAt = 0;
  return {
    name: 'routing',
    due: async () => {
      const now = clock.now().getTime();
      const sweeps = Math.abs(now - sweptAt) >= SWEEP_EVERY_MS;
      if (sweeps) sweptAt = now;
      const waiting = await workspacesWaiting(db);
      const swept = sweeps ? await workspacesToSweep(platform) : [];
      return [...new Set([...waiting, ...swept])].map((workspaceId) => ({
        key: workspaceId,
        work: async () => {
          const ctx = makeCtx(platform, systemViewer(workspaceId), systemActor);
          if (swept.includes(workspaceId)) {
            await awayBySilence(ctx);
            await releaseUnseen(ctx, botTold);
            await sweep(ctx, botTold);
          }
          await runPass(ctx);
        },
      }));
    },
  };
}

const workspacesWaiting = (db: Platform['db']): Promise<string[]> =>
  db.directory(async (tx) => {
    const rows = await tx
      .selectFrom('routings as r')
      .innerJoin('queues as q', (join) => join.onRef('q.workspace_id', '=', 'r.workspace_id').onRef('q.id', '=', 'r.queue_id'))
      .select('r.workspace_id')
      .distinct()
      .where('r.state', '=', 'waiting')
      .where('q.mode', '<>', 'manual')
      .execute();
    return rows.map(({ workspace_id }) => workspace_id);
  });

/** Those with a queue that gives out, and those where somebody may have gone. */
const workspacesToSweep = ({ db, clock }: Platform): Promise<string[]> =>
  db.directory(async (tx) => {
    const giving = await tx.selectFrom('queues').select('workspace_id').distinct().where('mode', '<>', 'manual').execute();
    const silent = await tx
      .selectFrom('agent_presences as p')
      .leftJoin('routing_settings as s', 's.workspace_id', 'p.workspace_id')
      .select(['p.workspace_id', 'p.last_seen_at', 's.away_after_minutes'])
      .where('p.state', '=', 'available')
      .where('p.last_seen_at', '<', new Date(clock.now().getTime() - 60_000))
      .execute();
    const gone = silent.filter(
      ({ last_seen_at, away_after_minutes }) =>
        clock.now().getTime() - last_seen_at!.getTime() >= (away_after_minutes ?? AWAY_AFTER_MINUTES) * 60_000,
    );
    return [...giving, ...gone].map(({ workspace_id }) => workspace_id);
  });
