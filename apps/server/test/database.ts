import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

type Connection = { host: string; port: number; database: string; user: string; ssl: false };
export type TestDatabase = { connection: Connection };

/**
 * A migrated, empty database of its own for a test file; dropped when the file is done, whatever is still connected.
 * Call it at the top of the file or of a describe: `const { connection } = await testDatabase();`
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  let made: Connection | null = null;
  afterAll(async () => {
    if (made) await administer(made, `drop database ${name} with (force)`);
  });
  const { server, template } = await testServer();
  await administer(server, `create database ${name} template ${template} strategy file_copy`);
  made = { ...server, database: name };
  return { connection: made };
}

async function administer(connection: Connection, statement: string): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function testServer(): Promise<{ server: Connection; template: string }> {
  return new Promise((resolve, reject) => {
    const request = get({ socketPath: inject('databaseSocket'), path: '/' }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => (response.statusCode === 200 ? resolve(JSON.parse(text)) : reject(new Error(text))));
    });
    request.on('error', reject);
  });
}
