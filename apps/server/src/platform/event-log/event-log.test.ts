import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { systemActor } from '../actor.ts';
import { makeBus } from '../bus/bus.ts';
import { makeCtx } from '../ctx.ts';
import { openDb } from '../db/db.ts';
import { systemViewer } from '../db/viewer.ts';
import { newId } from '../ids/ids.ts';
import { LOG_START } from './cursor.ts';
import { fact } from './fact.ts';
import { cursorOf, endOfLog, readAfter } from './read.ts';
import { readTogether } from './read-together.ts';
import { reader } from './reader.ts';
import { runReaders } from './run-readers.ts';
import { followLog } from './tail.ts';

const { connection } = await testDatabase();
const silent = { warn: () => {}, error: () => {} };
const db = openDb({ ...connection, max: 5 }, silent);
const platform = { db, bus: makeBus(), clock: { now: () => new Date() } };
const workspaceId = newId('wsp');
const happened = fact('test.happened', 1)<{ n: number }>();
const ctx = makeCtx(platform, systemViewer(workspaceId), systemActor);
const record = (n: number) => ctx.transaction((tx) => ctx.append(tx, happened({ n })));
afterAll(() => db.close());

const insert = (n: number) =>
  `insert into events (workspace_id, at, name, version, actor_kind, actor_name, data) values ('${workspaceId}', now(), 'test.happened', 1, 'system', 'test', '{"n": ${n}}') returning position`;

/** So many facts after a place. The horizon is the whole server's: a transaction of another test file holds it back for a moment, too. */
const readPast = (place: typeof LOG_START, count: number) =>
  vi.waitFor(
    async () => {
      const { facts } = await readAfter(db, place, 100);
      expect(facts).toHaveLength(count);
      return facts;
    },
    { timeout: 30_000 },
  );

describe('the log does not skip', () => {
  test('a slow transaction takes a low position and commits late: readers wait for it, and lose nothing', async () => {
    const [slow, quick] = [new pg.Client(connection), new pg.Client(connection)];
    await Promise.all([slow.connect(), quick.connect()]);
    try {
      await slow.query('begin');
      const low = (await slow.query(insert(1))).rows[0].position;
      const high = (await quick.query(insert(2))).rows[0].position;
      expect(Number(high)).toBeGreaterThan(Number(low));

      const early = await readAfter(db, LOG_START, 100);
      expect(early.facts, 'the quick one is committed, yet held back behind the slow one').toEqual([]);
      expect(early.more).toBe(true);

      await slow.query('commit');
      const facts = await readPast(LOG_START, 2);
      expect(facts.map(({ data }) => (data as { n: number }).n)).toEqual([1, 2]);

      const last = await readAfter(db, cursorOf(facts[1]!), 100);
      expect(last.facts).toEqual([]);
    } finally {
      await Promise.all([slow.end(), quick.end()]);
    }
  });

  test('a slow transaction that ends between the two questions of a reading is not taken for the end of the log', async () => {
    const from = cursorOf((await readPast(LOG_START, 2)).at(-1)!);
    const slow = new pg.Client(connection);
    await slow.connect();
    await slow.query('begin');
    await slow.query(insert(3));
    const asking = vi.spyOn(db, 'directoryStatement');
    const question = db.directoryStatement.bind(db);
    try {
      asking.mockImplementationOnce(async (compile) => {
        const answer = await question(compile);
        await slow.query('commit');
        return answer;
      });
      expect(await readAfter(db, from, 100)).toEqual({ facts: [], more: true });
    } finally {
      asking.mockRestore();
      await slow.end();
    }
    await readPast(from, 1);
  });

  test('the same with the late one starting later but ending in between: order is by transaction, then position', async () => {
    const from = (await readAfter(db, LOG_START, 100)).facts.at(-1)!;
    const clients = await Promise.all(
      [0, 1, 2].map(async () => {
        const client = new pg.Client(connection);
        await client.connect();
        return client;
      }),
    );
    const [a, b, c] = clients as [pg.Client, pg.Client, pg.Client];
    await a.query('begin');
    await a.query(insert(10));
    await b.query('begin');
    await b.query(insert(11));
    await a.query(insert(12));
    await c.query(insert(13));
    await b.query('commit');
    const seen: number[] = [];
    const read = async (cursor: typeof LOG_START) => {
      const { facts } = await readAfter(db, cursor, 100);
      seen.push(...facts.map(({ data }) => (data as { n: number }).n));
      return facts.length > 0 ? cursorOf(facts.at(-1)!) : cursor;
    };
    let cursor = await read(cursorOf(from));
    await a.query('commit');
    await vi.waitFor(
      async () => {
        cursor = await read(cursor);
        expect(seen).toHaveLength(4);
      },
      { timeout: 30_000 },
    );
    await Promise.all(clients.map((client) => client.end()));
    expect(seen).toEqual([10, 12, 11, 13]);
  });
});

describe('readers', () => {
  test('a tail hands over every fact once while many write at once', async () => {
    const seen: number[] = [];
    const tail = await followLog(platform, async (facts) => void seen.push(...facts.map(({ data }) => (data as { n: number }).n)), {
      onError: () => {},
    });
    const numbers = Array.from({ length: 60 }, (_, n) => 1000 + n);
    await Promise.all(numbers.map(record));
    await expect.poll(() => seen.length).toBe(60);
    await tail.stop();
    expect([...seen].sort()).toEqual(numbers);
  });

  test('a reader goes on where it stopped, and a fact it cannot digest is set aside without stopping the others', async () => {
    const seen: number[] = [];
    const counting = reader('counting', {
      'test.happened': async (_ctx, { data }) => {
        const { n } = data as { n: number };
        if (n === 2001) throw new Error('this one is indigestible');
        if (n >= 2000) seen.push(n);
      },
    });
    const first = await runReaders(platform, [counting], silent);
    for (const n of [2000, 2001, 2002]) await record(n);
    await expect.poll(() => seen).toEqual([2000, 2002]);
    await first.stop();

    await record(2003);
    const second = await runReaders(platform, [counting], silent);
    await expect.poll(() => seen).toEqual([2000, 2002, 2003]);
    await second.stop();

    const client = new pg.Client(connection);
    await client.connect();
    const { rows } = await client.query('select reader, error from event_failures');
    await client.end();
    expect(rows).toEqual([{ reader: 'counting', error: 'Error: this one is indigestible' }]);
  });
});

test('whoever follows at the same place shares one reading; nothing is only ever said by a reading of one’s own', async () => {
  const place = await db.directory(endOfLog);
  expect((await readTogether(db, place, 100)).facts).toEqual([]);
  await record(501);
  await readPast(place, 1);
  const [first, second] = await Promise.all([readTogether(db, place, 100), readTogether(db, place, 100)]);
  expect(first.facts.map(({ data }) => data)).toEqual([{ n: 501 }]);
  expect(second.facts).toBe(first.facts);

  const here = cursorOf(first.facts[0]!);
  expect((await readTogether(db, here, 100)).facts).toEqual([]);
  await record(502);
  await readPast(here, 1);
  expect((await readTogether(db, here, 100)).facts.map(({ data }) => data)).toEqual([{ n: 502 }]);
});
