import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { stage } from '../../../test/stage.ts';

const { connection } = await stage();
const client = new pg.Client(connection);
await client.connect();
afterAll(() => client.end());
const rows = async <R>(sql: string): Promise<R[]> => (await client.query(sql)).rows;

/** Tables that stand outside the tenants, each with its reason in the migration that makes it. */
const OUTSIDE = /^(sign_in_|schema_migrations$|event_cursors$|event_failures$|installation_notes$|leases$)/;
/** Tenant tables that a customer may look into (through their own narrower policy); every other one must be closed to customers. */
const OPEN_TO_CUSTOMERS = [
  'workspaces',
  'inboxes',
  'customers',
  'identities',
  'threads',
  'conversation_numbers',
  'conversations',
  'messages',
  'attachments',
  'articles',
];

type Table = { table_name: string; secured: boolean };
const tables = (
  await rows<Table>(`
  select c.relname as table_name, c.relrowsecurity as secured from pg_class c
  join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`)
).filter(({ table_name }) => !OUTSIDE.test(table_name));

describe('every tenant table', () => {
  test.each(tables)(
    '$table_name has workspace_id, row-level security and a policy for the fenced role',
    async ({ table_name, secured }) => {
      const columns = await rows<{ column_name: string; is_nullable: string }>(
        `select column_name, is_nullable from information_schema.columns where table_schema = 'public' and table_name = '${table_name}'`,
      );
      expect(columns).toContainEqual({ column_name: 'workspace_id', is_nullable: 'NO' });
      expect(secured).toBe(true);
      const policies = await rows<{ qual: string; with_check: string | null }>(
        `select qual, with_check from pg_policies where tablename = '${table_name}' and roles::text like '%madoguchi_app%'`,
      );
      expect(policies).toHaveLength(1);
      expect(policies[0]!.qual).toContain('fence_workspace()');
      expect(policies[0]!.with_check).toContain('fence_workspace()');
      if (!OPEN_TO_CUSTOMERS.includes(table_name)) expect(policies[0]!.qual).toMatch(/fence_customer\(\).* IS NULL/s);
    },
  );

  test('what belongs to a conversation or a customer stands behind the narrower sight, too', async () => {
    const bound = await rows<{ table_name: string; column_name: string }>(`
      select table_name, column_name from information_schema.columns
      where table_schema = 'public' and column_name in ('conversation_id', 'customer_id') order by 1, 2`);
    const fences = await rows<{ tablename: string; qual: string }>(
      `select tablename, qual from pg_policies where permissive = 'RESTRICTIVE' and roles::text = '{madoguchi_narrowed}'`,
    );
    const fenceOf = new Map(fences.map(({ tablename, qual }) => [tablename, qual]));
    const known = new Set(tables.map(({ table_name }) => table_name));
    const talks = bound.filter(({ table_name, column_name }) => known.has(table_name) && column_name === 'conversation_id');
    const people = bound.filter(({ table_name, column_name }) => known.has(table_name) && column_name === 'customer_id');
    const fenced = (fence: string) => (one: { table_name: string }) => fenceOf.get(one.table_name)?.includes(fence) ?? false;
    expect(talks.filter((one) => !fenced('fence_conversation(')(one)).map(({ table_name }) => table_name)).toEqual([]);
    const alone = people.filter(
      ({ table_name }) => table_name !== 'conversations' && !talks.some((talk) => talk.table_name === table_name),
    );
    expect(alone.filter((one) => !fenced('fence_person(')(one)).map(({ table_name }) => table_name)).toEqual([]);
    expect(fenceOf.get('conversations')).toContain('fence_agents()');
    expect(fenceOf.get('customers')).toContain('fence_person(');
    expect(talks.length).toBeGreaterThan(15);
  });

  test.each(tables)('$table_name: workspace_id leads its primary key', async ({ table_name }) => {
    const [key] = await rows<{ first: string }>(`
      select a.attname as first from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indrelid = '${table_name}'::regclass and i.indisprimary`);
    expect(key?.first).toBe('workspace_id');
  });
});

test('the fenced roles own nothing, bypass nothing and cannot sign in', async () => {
  const roles = await rows(
    `select rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole from pg_roles where rolname like 'madoguchi\\_%' order by 1`,
  );
  const closed = { rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false };
  expect(roles).toEqual([
    { rolname: 'madoguchi_app', ...closed },
    { rolname: 'madoguchi_directory', ...closed },
    { rolname: 'madoguchi_narrowed', ...closed },
  ]);
  const owned = await rows(`select relname from pg_class where pg_get_userbyid(relowner) like 'madoguchi\\_%'`);
  expect(owned).toEqual([]);
});

test('the fenced role has no business with accounts or the queue', async () => {
  const reachable = await rows(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where (c.relname like 'sign_in%' or n.nspname like 'graphile%') and c.relkind = 'r'
      and (has_table_privilege('madoguchi_app', c.oid, 'select') or has_table_privilege('madoguchi_directory', c.oid, 'select'))`);
  expect(reachable).toEqual([]);
});

test('without a viewer the fenced role sees nothing of what is there', async () => {
  expect((await client.query('select from agents')).rowCount).toBeGreaterThan(0);
  await client.query('begin; set local role madoguchi_app');
  for (const { table_name } of tables) {
    const { rowCount } = await client.query(`select from ${table_name}`);
    expect(rowCount, table_name).toBe(0);
  }
  await client.query('rollback');
});

describe('table types are what the database says', () => {
  const src = join(import.meta.dirname, '../..');
  const files = ['platform/db/tables.ts', ...globSync('**/*.tables.ts', { cwd: src })];
  const text = files.map((file) => readFileSync(join(src, file), 'utf8')).join('\n');
  const interfaces = new Map([...text.matchAll(/interface (\w+Table) \{\n([\s\S]*?)\n\}/g)].map(([, name, body]) => [name!, body!]));
  const typed = new Map([...text.matchAll(/^ {2,4}(\w+): (\w+Table);$/gm)].map(([, table, name]) => [table!, interfaces.get(name!)]));

  const KINDS: Record<string, RegExp> = {
    text: /^(string|[A-Z]\w*(\['\w+'\])?)$/,
    integer: /^number$/,
    date: /^string$/,
    bigint: /^number$/,
    numeric: /^string$/,
    'double precision': /^number$/,
    boolean: /^boolean$/,
    'timestamp with time zone': /^Date$/,
    jsonb: /./,
    bytea: /^Buffer$/,
    xid8: /^string$/,
    tsvector: /^unknown$/,
    ARRAY: /^string\[\]$/,
  };

  test('every table that code uses is typed, and every typed one exists', () => {
    const real = tables.map(({ table_name }) => table_name);
    expect([...typed.keys()].filter((name) => !real.includes(name) && !OUTSIDE.test(name))).toEqual([]);
    expect(real.filter((name) => !typed.has(name))).toEqual([]);
  });

  test.each([...typed.keys()].sort())('%s', async (table) => {
    const columns = await rows<{ column_name: string; data_type: string; is_nullable: string }>(
      `select column_name, data_type, is_nullable from information_schema.columns where table_schema = 'public' and table_name = '${table}' order by 1`,
    );
    const lines = new Map([...typed.get(table)!.matchAll(/^ +(\w+): (.+);$/gm)].map(([, name, type]) => [name!, type!]));
    expect([...lines.keys()].sort()).toEqual(columns.map(({ column_name }) => column_name).sort());
    for (const { column_name, data_type, is_nullable } of columns) {
      const type = lines.get(column_name)!.replace(/^(?:Generated|GeneratedAlways)<(.+)>$/, '$1');
      const where = `${table}.${column_name}: ${lines.get(column_name)} is ${data_type}`;
      if (data_type !== 'jsonb') expect(type.endsWith('| null'), where).toBe(is_nullable === 'YES');
      expect(type.replace(/ \| null$/, ''), where).toMatch(KINDS[data_type] ?? /never/);
    }
  });
});
