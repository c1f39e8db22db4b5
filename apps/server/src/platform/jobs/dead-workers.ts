import pg, { type Pool } from 'pg';

/** A worker that says nothing for so long is dead. */
const ALIVE_MS = 20_000;
const SAY_EVERY_MS = 5000;

const ALIVE = `insert into leases (name, holder, until) select 'worker:' || id, 'jobs', now() + $2 * interval '1 millisecond' from unnest($1::text[]) id
  on conflict (name) do update set until = excluded.until`;

/** A worker that has only just begun may hold a job before it first says that it lives. */
const UNLOCK_DEAD = `with dead as (
    select distinct locked_by from graphile_worker.jobs j where locked_at < now() - $1 * interval '1 millisecond'
      and not exists (select 1 from leases l where l.name = 'worker:' || j.locked_by and l.until > now()))
  select graphile_worker.force_unlock_workers(array_agg(locked_by)) from dead having count(*) > 0`;

const UNLOCK_ALL = `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
  where locked_by is not null having count(*) > 0`;

const FORGET_DEAD = `delete from leases where name like 'worker:%' and until < now()`;

type Log = { error: (data: object, text: string) => void };

/**
 * The queue itself leaves a job to a worker for four hours, dead or not: an agent's answer would wait that long. Here workers say that they
 * live, and jobs of those that do not are free again within half a minute.
 * @param workers those of this process, now
 */
export function freeDeadWorkers(pool: Pool, workers: () => readonly string[], log: Log): { stop: () => Promise<void> } {
  let saying: Promise<void> = Promise.resolve();
  const say = async () => {
    try {
      await pool.query(ALIVE, [workers(), ALIVE_MS]);
      await pool.query(UNLOCK_DEAD, [ALIVE_MS]);
      await pool.query(FORGET_DEAD);
    } catch (error) {
      log.error({ error: (error as Error).message }, 'jobs of dead workers are looked for again');
    }
  };
  const again = () => {
    saying = saying.then(say);
  };
  again();
  const timer = setInterval(again, SAY_EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await saying;
    },
  };
}

/**
 * For the only process on a database, before it begins: whatever is still held is held by the dead. Lanes and jobs then go on at once,
 * not when leases have run out.
 */
export async function forgetTheDead(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  client.on('error', () => {}); // said by the query
  try {
    await client.connect();
    await client.query('delete from leases');
    await client.query(UNLOCK_ALL);
  } finally {
    await client.end().catch(() => {});
  }
}
