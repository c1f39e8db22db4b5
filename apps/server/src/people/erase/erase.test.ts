import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { stage } from '../../../test/stage.ts';
import { keepAttachment } from '../../conversations/attachments/attachments.commands.ts';
import { setSubject, setTags } from '../../conversations/commands/manage.ts';
import { receiveMessage } from '../../conversations/commands/receive.ts';
import { addNote as addInternalNote, replyAsAgent } from '../../conversations/commands/reply.ts';
import { claimIdentity, updateCustomer } from '../../customers/customers.commands.ts';
import { customerById } from '../../customers/customers.queries.ts';
import { mergeCustomers } from '../../customers/merges/merges.commands.ts';
import { addNote } from '../../customers/notes/notes.commands.ts';
import { folderFiles } from '../../platform/files/files.ts';
import { newId } from '../../platform/ids/ids.ts';
import { everythingAbout } from '../export/person.queries.ts';
import { timelineOf } from '../timeline/timeline.queries.ts';
import { erasePerson } from './erase.commands.ts';

/** In every string of the person's, and nowhere else. */
const MARK = 'kesubeki';
const EMAIL = `${MARK}@mail.example`;
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const { connection, system, suzuki, visitor, workspaceId, chatInboxId } = await stage();
const database = new pg.Client(connection);
await database.connect();
const folder = mkdtempSync(join(tmpdir(), 'erase-'));
const files = folderFiles(folder);
afterAll(async () => {
  await database.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Tables with columns by which a row is somebody's, that hold no word of theirs: ids, states and times only. */
const WORDLESS = [
  // Ids, and the names of colleagues.
  'notifications',
  'automation_stops',
  'automation_waits',
  'canned_uses',
  'macro_runs',
  'conversation_distinctions',
  'conversation_links',
  'customer_distinctions',
  'customer_merges',
  'deliveries',
  'line_links',
  'offers',
  'procedure_runs',
  'one_time_codes',
  'sent_parts',
  'sla_clocks',
  'sla_states',
  'survey_choices',
  'difficulty_corrections',
  'routings',
];

async function tablesWithTheMark(): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    // The bytes of a payload are read as text, too.
    const text = name === 'payloads' || name === 'shop_payloads' ? `to_jsonb(t)::text || encode(t.body, 'escape')` : 'to_jsonb(t)::text';
    const { rowCount } = await database.query(`select from ${name} t where ${text} ilike $1 limit 1`, [`%${MARK}%`]);
    if (rowCount) found.push(name);
  }
  return found;
}

/** One row of each table that rooms fill on their way, as they fill it. */
async function fill(ids: { customer: string; conversation: string; message: string; thread: string }): Promise<void> {
  const put = (statement: string, ...values: unknown[]) => database.query(statement, [workspaceId, ...values]);
  const { conversation, message, thread, customer } = ids;
  const json = JSON.stringify({ words: [MARK] });
  await put(`update threads set state = $2 where workspace_id = $1 and id = $3`, json, thread);
  await put(
    `update conversations set page = $2 where workspace_id = $1 and id = $3`,
    JSON.stringify({ url: `https://x.example/${MARK}`, title: MARK }),
    conversation,
  );
  await put(`insert into bot_states values ($1, $2, $3)`, conversation, json);
  await put(
    `insert into bot_steps (workspace_id, id, conversation_id, asked_message_id, at, query, query_folded, decision, because)
     values ($1, $2, $3, $4, now(), $5, $5, 'handoff', 'not_sure')`,
    newId('stp'),
    conversation,
    message,
    MARK,
  );
  await put(
    `insert into checked_questions (workspace_id, id, question, key, source, conversation_id, created_at) values ($1, $2, $3, $3, 'agent', $4, now())`,
    newId('chq'),
    MARK,
    conversation,
  );
  const flow = newId('flw');
  await put(
    `insert into flows (workspace_id, id, name, status, plan, version, updated_at, updated_by) values ($1, $2, 'f', 'draft', '{}', 1, now(), '')`,
    flow,
  );
  await put(`insert into flow_versions values ($1, $2, 1, '{}', now(), '')`, flow);
  await put(
    `insert into flow_runs (workspace_id, id, flow_id, flow_version, conversation_id, answers, chosen, tries, question, status, started_at, updated_at)
     values ($1, $2, $3, 1, $4, $5, $5, 0, $6, 'running', now(), now())`,
    newId('flr'),
    flow,
    conversation,
    json,
    MARK,
  );
  await put(
    `insert into payloads (workspace_id, id, inbox_id, external_id, body, received_at) values ($1, $2, $3, 'p1', $4, now())`,
    newId('pay'),
    chatInboxId,
    Buffer.from(`From: <${EMAIL}>\n\nhello`),
  );
  await put(
    `insert into awaited_files (workspace_id, id, inbox_id, message_id, file, due_at, created_at) values ($1, $2, $3, $4, $5, now(), now())`,
    newId('awf'),
    chatInboxId,
    message,
    json,
  );
  await put(`insert into identity_proofs values ($1, $2, 'email', $3, $4, now())`, thread, EMAIL, customer);
  await put(
    `insert into account_links (workspace_id, nonce_hash, inbox_id, external_id, about, expires_at, thread_id) values ($1, '\\x01', $2, $3, $4, now(), $5)`,
    chatInboxId,
    EMAIL,
    json,
    thread,
  );
  await put(
    `insert into spam_blocks (workspace_id, id, kind, value, agent_name, created_at) values ($1, $2, 'email', $3, '', now())`,
    newId('blk'),
    EMAIL,
  );
  await put(
    `insert into whispers (workspace_id, id, conversation_id, author_id, author_name, to_agent_id, text, idempotency_key, created_at)
     values ($1, $2, $3, 'a', '', $4, $5, 'w', now())`,
    newId('wsr'),
    conversation,
    suzuki.actor.id,
    MARK,
  );
  await put(`insert into spam_lessons values ($1, $2, 'ham', array[$3, 'shared'], now())`, conversation, MARK);
  await put(`insert into spam_tokens values ($1, $2, 0, 1), ($1, 'shared', 2, 5)`, MARK);
  await put(
    `insert into surveys (workspace_id, id, conversation_id, inbox_id, scale, asks_comment, asked_at, rating, answered_at, rated_at, comment)
     values ($1, $2, $3, $4, 'five', true, now(), 2, now(), now(), $5)`,
    newId('srv'),
    conversation,
    chatInboxId,
    MARK,
  );
  await put(
    `insert into automation_runs (workspace_id, id, rule_id, rule_name, rule_version, conversation_id, inbox_id, cause, occasion, because, actions,
       outcomes, changed, chain, item, at)
     values ($1, $2, 'r', 'r', 1, $3, $4, 'fact:1', '{}', $5, '[]', '[]', true, '{}', $6, now())`,
    newId('arn'),
    conversation,
    chatInboxId,
    JSON.stringify([{ condition: { field: 'customer_attribute', is: true, name: 'n', of: [] }, value: MARK }]),
    json,
  );
  await put(
    `insert into model_calls (workspace_id, id, at, purpose, model, ms, currency, outcome, conversation_id, trace)
     values ($1, $2, now(), 'bot', 'm', 1, 'JPY', 'ok', $3, $4)`,
    newId('mcl'),
    conversation,
    json,
  );
  await put(
    `insert into customer_imports (workspace_id, id, file_name, encoding, columns, rows, created_by, created_at)
     values ($1, $2, 'list.csv', 'UTF-8', '{email}', $3, '', now())`,
    newId('cim'),
    JSON.stringify([[EMAIL]]),
  );
}

async function fillWhatCameLater({
  customer,
  conversation,
  message,
  other,
}: {
  customer: string;
  conversation: string;
  message: string;
  other: string;
}): Promise<void> {
  const put = (statement: string, ...values: unknown[]) => database.query(statement, [workspaceId, ...values]);
  const preview = JSON.stringify({ preview: MARK, at: '2026-11-22T00:00:00.000Z' });
  await put(
    `insert into search_documents (workspace_id, id, kind, conversation_id, customer_id, inbox_id, at, tokens)
     values ($1, $2, 'message', $3, $4, $5, now(), to_tsvector('simple', $6))`,
    message,
    conversation,
    customer,
    chatInboxId,
    MARK,
  );
  await fillCommerce();
  await put(
    `insert into legal_holds (workspace_id, id, conversation_id, reason, placed_by, placed_at, lifted_at) values ($1, 'hld_1', $2, $3, '', now(), now())`,
    conversation,
    MARK,
  );
  await fillSide(conversation, `田中 <${MARK}@maker.example>`, 'maker@maker.example', 'c');
  await fillSide(other, `佐藤 <${EMAIL}>`, EMAIL, 'o');
  await put(
    `insert into conversation_merges (workspace_id, id, conversation_id, into_id, into_seq, lines, before, after, merged_by, merged_at)
     values ($1, 'm', $2, $4, 0, '{}', $3, $3, '', now())`,
    conversation,
    preview,
    other,
  );
  const images = [{ id: conversation, before: { subject: MARK, tags: [MARK] }, after: { subject: '', tags: [] } }];
  await put(
    `insert into bulk_actions (workspace_id, id, agent_id, kind, items, done_at) values ($1, 'b', $3, 'macro', $2, now())`,
    JSON.stringify(images),
    suzuki.actor.id,
  );
  await put(
    `update conversations set fields = $2, mood = 'angry', mood_words = array[$4::text] where workspace_id = $1 and id = $3`,
    JSON.stringify({ [MARK]: MARK }),
    conversation,
    MARK,
  );
  await put(
    `insert into approvals (workspace_id, id, message_id, conversation_id, rule_name, approver_agent_ids, approver_team_ids, author_id, state,
       asked_at, overdue_at, decided_at, comment, original_text)
     values ($1, 'a', $2, $3, '', '{}', '{}', '', 'returned', now(), now(), now(), $4, $4)`,
    message,
    conversation,
    MARK,
  );
  await put(
    `insert into conversation_splits (workspace_id, id, conversation_id, into_id, moved, lines, before, after, split_by, split_at)
     values ($1, 's', $2, $4, '[]', '{}', $3, $3, '', now())`,
    conversation,
    preview,
    other,
  );
}

/** What they bought with the address they proved, and wrote about it. */
async function fillCommerce(): Promise<void> {
  const put = (statement: string, ...values: unknown[]) => database.query(statement, [workspaceId, ...values]);
  await put(
    `insert into orders (workspace_id, id, source, external_id, number, number_key, number_digits, state, buyer_external, buyer_name, buyer_email,
       buyer_phone, placed_at, currency, total, lines, updated_at, digest, synced_at)
     values ($1, 'o', 'ec', '1', 'HZ-1', 'hz1', '1', 'paid', $2, $2, $3, $2, now(), 'JPY', 1980, '[]', now(), '', now())`,
    MARK,
    EMAIL,
  );
  await put(`insert into shipments values ($1, 's', 'ec', '1', 'p', 'yamato', '', $2, $2, $2, 'shipped', null, null, now(), '')`, MARK);
  await put(`insert into returns values ($1, 'r', 'ec', '1', 'r', 'requested', 'refund', $2, '[]', null, 'desk', now(), now(), '')`, MARK);
  await put(`insert into return_steps values ($1, 'r', 1, 'requested', $2, '', now())`, MARK);
  await put(
    `insert into contracts (workspace_id, id, source, external_id, name, holder_external, holder_name, holder_email, holder_phone, starts_at,
       entitlements, updated_at, digest)
     values ($1, 'c', 'crm', '1', 'プレミアム', $2, $2, $3, $2, now(), '[]', now(), '')`,
    MARK,
    EMAIL,
  );
  await put(
    `insert into shop_connections (workspace_id, id, key, kind, name, source, secret, created_at) values ($1, 'k', 'k', 'generic', '', 'ec', '', now())`,
  );
  await put(
    `insert into shop_payloads (workspace_id, id, connection_id, external_id, topic, state, body, received_at) values ($1, 'p', 'k', 'e', '', 'failed', $2, now())`,
    Buffer.from(`{"email":"${EMAIL}"}`),
  );
}

/** What was asked beside a conversation of somebody; and the person themselves, asked beside another's. */
async function fillSide(conversation: string, to: string, from: string, name: string): Promise<void> {
  const side = `sid_${name}`;
  await database.query(
    `insert into side_conversations (workspace_id, id, conversation_id, inbox_id, subject, to_addresses, cc_addresses, state, started_name, created_at, last_at)
     values ($1, $2, $3, $4, $5, $6, '{}', 'waiting', '', now(), now())`,
    [workspaceId, side, conversation, chatInboxId, name === 'c' ? MARK : '', [to]],
  );
  const said = name === 'c' || from === EMAIL ? MARK : '';
  await database.query(
    `insert into side_messages (workspace_id, id, side_id, inbox_id, seq, direction, kind, author_name, from_address, to_addresses, text, delivery, external_id, created_at)
     values ($1, $2, $3, $4, 1, 'in', 'message', $5, $6, $7, $5, 'received', $8, now())`,
    [workspaceId, `sdm_${name}`, side, chatInboxId, said, from, [to], `<${said}-${name}>`],
  );
}

async function someoneToErase() {
  const [phone, laptop, neighbor] = [await visitor(`${MARK} 花子`), await visitor('花子'), await visitor('隣の人')];
  const file = await keepAttachment(phone.ctx, files, { name: `${MARK}.png`, bytes: PNG });
  const said = { text: `${MARK}です`, locale: 'ja' as const, authorName: `${MARK} 花子`, firstAnswer: 'human' as const };
  const { conversation, message } = await receiveMessage(phone.ctx, phone.line, {
    ...said,
    externalId: `<${MARK}-1>`,
    attachmentIds: [file.id],
  });
  const {
    conversation: { id: other },
  } = await receiveMessage(laptop.ctx, laptop.line, { ...said, externalId: 'laptop-1', attachmentIds: [] });
  await receiveMessage(neighbor.ctx, neighbor.line, {
    ...said,
    text: '隣です',
    authorName: '隣の人',
    externalId: 'neighbor-1',
    attachmentIds: [],
  });
  const reply = { text: `${MARK}様、ありがとうございます`, attachmentIds: [], idempotencyKey: 'reply-1' };
  await replyAsAgent(suzuki, conversation.id, { ...reply, articleIds: [], seenSeq: 1, thenStatus: 'waiting' }, 0, async () => []);
  await addInternalNote(suzuki, conversation.id, { ...reply, text: `${MARK}さんは常連`, idempotencyKey: 'note-1' });
  await setSubject(suzuki, conversation.id, `${MARK}の件`);
  await setTags(suzuki, conversation.id, [MARK]);
  const id = phone.line.customerId;
  await system.transaction((tx) => claimIdentity(system, tx, id, 'email', EMAIL, 'form'));
  const address = { postalCode: '600-8001', prefecture: '京都府', city: '京都市', street: `${MARK}町1`, building: '' };
  await updateCustomer(suzuki, id, { name: `${MARK} 花子`, reading: `${MARK}`, tags: [MARK], address, attributeChanges: { 呼び名: MARK } });
  await addNote(suzuki, id, `${MARK}さんは午後に在宅`);
  await mergeCustomers(suzuki, id, laptop.line.customerId);
  await fill({ customer: id, conversation: conversation.id, message: message.id, thread: phone.line.threadId });
  await fillWhatCameLater({ customer: id, conversation: conversation.id, message: message.id, other });
  return { id, laptop, neighbor, file, conversationId: conversation.id };
}

test('what is exported of a person is everything; what is erased is everything, in every table; nobody else loses a word', async () => {
  const person = await someoneToErase();
  const { rows } = await database.query<{ name: string }>(
    `select distinct table_name as name from information_schema.columns where table_schema = 'public'
     and column_name in ('customer_id', 'conversation_id', 'message_id', 'thread_id', 'identity_id', 'person_id', 'one_id') order by 1`,
  );
  const filled = await tablesWithTheMark();
  const undecided = rows.map(({ name }) => name).filter((name) => !filled.includes(name) && !WORDLESS.includes(name));
  expect(undecided, 'a new table about people: erase_people takes its words away, and this test fills it; or it is WORDLESS').toEqual([]);

  const everything = await suzuki.transaction((tx) => everythingAbout(tx, workspaceId, person.id));
  const text = JSON.stringify(everything);
  for (const word of [EMAIL, `${MARK}です`, `${MARK}町1`, `${MARK}.png`, '呼び名', `${MARK}さんは常連`, `${MARK}さんは午後に在宅`])
    expect(text).toContain(word);
  expect(text).not.toContain('隣');
  expect(everything.conversations).toHaveLength(2);
  const timeline = await suzuki.transaction((tx) => timelineOf(tx, workspaceId, person.laptop.line.customerId, { limit: 50 }));
  expect(new Set(timeline.items.map(({ kind }) => kind))).toEqual(new Set(['asked', 'page', 'rated', 'noted', 'merged']));

  await erasePerson(suzuki, files, person.laptop.line.customerId);
  expect(await tablesWithTheMark()).toEqual([]);
  await expect.poll(() => files.read(`${workspaceId}/${person.file.id}`)).toBeNull();

  const erased = (await suzuki.transaction((tx) => customerById(tx, workspaceId, person.id)))!;
  expect(erased).toMatchObject({ name: '', address: null, attributes: {}, tags: [] });
  expect(erased.erasedAt).not.toBeNull();
  await expect(updateCustomer(suzuki, person.id, { name: '別の人' })).rejects.toThrow('not_found');
  const { rows: facts } = await database.query(`select name, data from events where conversation_id = $1`, [person.conversationId]);
  expect(facts).toContainEqual({ name: 'conversation.renamed', data: { subject: '' } });
  expect(facts.map(({ name }) => name)).toContain('conversation.closed');
  const { rows: shared } = await database.query(`select spam, ham from spam_tokens where token = 'shared'`);
  expect(shared).toEqual([{ spam: 2, ham: 4 }]);
  const { rows: others } = await database.query(`select text, author_name from messages where author_id = $1`, [
    person.neighbor.line.customerId,
  ]);
  expect(others).toEqual([{ text: '隣です', author_name: '隣の人' }]);

  await erasePerson(suzuki, files, person.id);
});

test('nobody erases for a customer, or in another workspace', async () => {
  const { ctx, line } = await visitor('消されない人');
  await expect(
    ctx.transaction((tx) => tx.selectNoFrom((eb) => eb.fn('erase_people', [eb.val([line.customerId])]).as('x')).execute()),
  ).rejects.toThrow('only a workspace');
  const other = await stage();
  await expect(erasePerson(other.suzuki, files, line.customerId)).rejects.toThrow('not_found');
});
