import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from './database.ts';

const mine = await testDatabase();
const theirs = await testDatabase();
const client = new pg.Client(mine.connection);
await client.connect();
afterAll(() => client.end());

describe('a test database', () => {
  test('is migrated', async () => {
    const { rows } = await client.query("select count(*)::int as tables from information_schema.tables where table_schema = 'public'");
    expect(rows[0].tables).toBeGreaterThan(0);
  });

  test('belongs to one test file alone', async () => {
    await client.query('create table mine_only (id int)');
    const other = new pg.Client(theirs.connection);
    await other.connect();
    const { rows } = await other.query("select to_regclass('mine_only') as found");
    await other.end();
    expect(rows[0].found).toBeNull();
  });
});
