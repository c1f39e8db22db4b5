import { EventEmitter } from 'node:events';
import { Logger, run, type WorkerEvents } from 'graphile-worker';
import { sql } from 'kysely';
import pg from 'pg';
import { systemActor } from '../actor.ts';
import type { Ctx, Platform } from '../ctx.ts';
import { makeCtx } from '../ctx.ts';
import type { Tx } from '../db/db.ts';
import { systemViewer } from '../db/viewer.ts';
import { freeDeadWorkers } from './dead-workers.ts';

/** A job runs at least once, in the name of its workspace, and must bear a repetition. */
export type Job = (ctx: Ctx, payload: Record<string, unknown>) => Promise<void>;
export type Jobs = Readonly<Record<string, Job>>;

/** Puts a job into the queue in the transaction of the rows it is about. The same key again moves the waiting job instead of adding one. */
export async function enqueue(tx: Tx, ctx: Ctx, task: string, payload: Record<string, unknown>, options: { runAt: Date; key: string }) {
  const full = JSON.stringify({ ...payload, workspaceId: ctx.viewer.workspaceId });
  await sql`select enqueue_job(${task}, ${full}::json, ${options.runAt}, ${options.key})`.execute(tx);
}

/** Runs the queue until stopped; failed jobs are tried again with growing pauses. */
export async function runJobs(platform: Platform, config: pg.PoolConfig, jobs: Jobs, log: { error: (data: object, text: string) => void }) {
  const pool = new pg.Pool({ ...config, max: 6 });
  // Broken connections are reported by the job that needed them; the queue asks for both listeners.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const workers = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => workers.add(worker.workerId));
  events.on('worker:stop', ({ worker }) => workers.delete(worker.workerId));
  const runner = await run({
    pgPool: pool,
    events,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error({ message }, 'queue');
    }),
    taskList: Object.fromEntries(
      Object.entries(jobs).map(([task, job]) => [
        task,
        async (payload: unknown) => {
          const values = payload as Record<string, unknown> & { workspaceId: string };
          await job(makeCtx(platform, systemViewer(values.workspaceId), systemActor), values);
        },
      ]),
    ),
  });
  const watch = freeDeadWorkers(pool, () => [...workers], log);
  return {
    stop: async () => {
      await watch.stop();
      await runner.stop();
      await pool.end();
    },
  };
}
