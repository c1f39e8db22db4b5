import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

// The least that keeps the same rows: one statement that inserts the message and its fact and moves the conversation on.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
await pool.query(`
  drop table if exists floor_events, floor_messages, floor_conversations;
  create table floor_conversations (id text primary key, last_seq integer not null default 0, last_activity_at timestamptz not null, preview text not null);
  create table floor_messages (id text primary key, conversation_id text not null references floor_conversations, seq integer not null, author text not null,
    text text not null, external_id text not null unique, created_at timestamptz not null);
  create table floor_events (position bigint generated always as identity primary key, at timestamptz not null, name text not null, conversation_id text not null, data jsonb not null);
  insert into floor_conversations select 'c' || n, 0, now(), '' from generate_series(0, 999) n;`);

const SQL = `
  with c as (update floor_conversations set last_seq = last_seq + 1, last_activity_at = now(), preview = $3 where id = $2 returning last_seq),
  m as (insert into floor_messages select $1, $2, last_seq, 'customer', $3, $4, now() from c returning seq)
  insert into floor_events (at, name, conversation_id, data) select now(), 'message.received', $2, jsonb_build_object('messageId', $1::text, 'seq', seq) from m returning position`;

createServer((request, response) => {
  if (request.method === 'GET') return void response.end('ok');
  let body = '';
  request.setEncoding('utf8').on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', async () => {
    const { externalId, text, visitor } = JSON.parse(body) as { externalId: string; text: string; visitor: number };
    const { rows } = await pool.query({ name: 'receive', text: SQL, values: [randomUUID(), `c${visitor}`, text, externalId] });
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(rows[0]));
  });
}).listen(Number(process.env.PORT), '127.0.0.1');

process.on('SIGTERM', () => void pool.end().then(() => process.exit(0)));
