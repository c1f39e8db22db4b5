import pg from 'pg';
import { afterAll, expect, test, vi } from 'vitest';
import { stage } from '../../../test/stage.ts';
import { openLeases } from '../lanes/leases.ts';
import { forgetTheDead } from './dead-workers.ts';
import { enqueue, runJobs } from './jobs.ts';

const { platform, connection, system: ctx } = await stage();
const client = new pg.Client(connection);
await client.connect();
afterAll(() => client.end());

const job = (key: string) => ctx.transaction((tx) => enqueue(tx, ctx, 'soak.say', { key }, { runAt: new Date(0), key }));
/** As a worker leaves it that is killed in the middle of it. */
const take = (key: string, worker: string, secondsAgo: number) =>
  client.query(`update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - $3 * interval '1 second' where key = $1`, [
    key,
    worker,
    secondsAgo,
  ]);

test('a job whose worker was killed is done by another, one whose worker lives is left to it', async () => {
  for (const key of ['of the dead', 'of the living', 'just taken']) await job(key);
  await take('of the dead', 'worker-dead', 60);
  await take('of the living', 'worker-living', 60);
  await take('just taken', 'worker-new', 1);
  await openLeases(platform.db, 'jobs').take('worker:worker-living', 60_000);

  const done: string[] = [];
  const say = async (_ctx: unknown, { key }: Record<string, unknown>) => void done.push(String(key));
  const running = await runJobs(platform, connection, { 'soak.say': say }, { error: () => {} });
  await vi.waitFor(() => expect(done).toEqual(['of the dead']), { timeout: 30_000 });
  await running.stop();
  expect(done).toEqual(['of the dead']);
});

test('who is alone on a database waits for nobody: what was held is free at once', async () => {
  expect(await openLeases(platform.db, 'a process that was killed').take('inbound:ibx', 60_000)).toBe(true);
  await forgetTheDead(connection);
  expect(await openLeases(platform.db, 'the next').take('inbound:ibx', 60_000)).toBe(true);
  const { rows } = await client.query('select key from graphile_worker.jobs where locked_by is not null');
  expect(rows).toEqual([]);
});
