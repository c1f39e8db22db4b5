import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addCompany, asAgent, asKey } from '../../test/company.ts';
import { call, web } from '../../test/web.ts';
import { entriesOf } from './audit.queries.ts';

const product = await web();
const shop = await addCompany(product, 'shop.example');
const other = await addCompany(product, 'other.example');
type Entry = {
  id: string;
  name: string;
  kind: string;
  actor: { name: string };
  subject: string | null;
  details: Record<string, unknown>;
  ip: string;
};

const read = async (query = '', headers = asAgent(shop.cookies.admin)) => {
  const answer = await call(product, 'GET', `/api/audit${query}`, { headers });
  expect(answer.status).toBe(200);
  return answer.body as { items: Entry[]; nextCursor: string | null };
};
const change = (method: 'PATCH' | 'POST' | 'PUT', url: string, body: object, cookie = shop.cookies.owner) =>
  call(product, method, url, { body, headers: asAgent(cookie) });

await change('PATCH', '/api/workspace', { name: '葉月茶舗', replyMinutes: 7 });
await change('PATCH', `/api/inboxes/${shop.chatInboxId}`, { name: '店のチャット' });
await change('PATCH', `/api/agents/${shop.ids.agent}`, { role: 'supervisor' });
await change('POST', `/api/inboxes/${shop.chatInboxId}/identity-secret`, {});
await change('PATCH', '/api/workspace', { name: 'よその店' }, other.cookies.owner);

test('who did what, to whom, when and from where, newest first', async () => {
  const { items } = await read();
  const [secret, role, inbox, workspace] = items;
  expect(secret).toMatchObject({ name: 'inbox.identity_secret_revealed', kind: 'rights', subject: '店のチャット' });
  expect(role).toMatchObject({ name: 'agent.updated', kind: 'people', subject: 'agent of shop.example' });
  expect(role!.details).toEqual({ changed: ['role'], role: 'supervisor' });
  expect(inbox).toMatchObject({ name: 'inbox.updated', kind: 'settings', details: { changed: ['name'] } });
  expect(workspace).toMatchObject({ actor: { name: 'owner of shop.example' }, ip: '127.0.0.1' });
  expect(items.map(({ name }) => name)).toContain('agent.signed_in');
});

test('narrowed by person, kind, words and time', async () => {
  const owner = await read(`?who=${shop.ids.owner}&kind=settings`);
  expect(owner.items.map(({ name }) => name)).toEqual(['inbox.updated', 'workspace.updated']);
  expect((await read('?kind=rights')).items.map(({ name }) => name)).toEqual(['inbox.identity_secret_revealed', 'api_key.created']);
  expect((await read(`?text=${encodeURIComponent('agent of')}&kind=people`)).items).toHaveLength(1);
  expect((await read('?text=100%25')).items).toEqual([]);
  expect((await read(`?from=${new Date(Date.now() + 60_000).toISOString()}`)).items).toEqual([]);
});

test('by name, also what facts know by id only, and what is no more', async () => {
  const article = await change('POST', '/api/articles', {
    question: '湯のみは電子レンジで使えますか',
    answer: '金彩のないものは使えます。',
    locale: 'ja',
  });
  await change('PUT', `/api/articles/${article.body.id}/status`, { status: 'archived' });
  const attribute = await change('POST', '/api/attributes', { subject: 'customer', label: '茶道の流派', kind: 'text' });
  await change('PATCH', `/api/attributes/${attribute.body.id}`, { label: '流派' });
  const segment = await change('POST', '/api/segments', { name: '流派の分かる方', filter: { attribute: '茶道の流派' } });
  const brand = await change('POST', '/api/brands', { name: '葉月の茶器', key: 'chaki', color: '#2f6f4f' });
  await change('PATCH', `/api/brands/${brand.body.id}`, { color: '#1f5f3f' });
  for (const url of [`/api/attributes/${attribute.body.id}`, `/api/segments/${segment.body.id}`, `/api/brands/${brand.body.id}`])
    expect((await call(product, 'DELETE', url, { headers: asAgent(shop.cookies.owner) })).status).toBe(204);
  const { items } = await read('?limit=10');
  expect(items.map(({ name, subject }) => [name, subject])).toEqual([
    ['brand.removed', '葉月の茶器'],
    ['segment.removed', '流派の分かる方'],
    ['attribute.removed', '流派'],
    ['brand.updated', '葉月の茶器'],
    ['brand.created', '葉月の茶器'],
    ['segment.saved', '流派の分かる方'],
    ['attribute.changed', '流派'],
    ['attribute.defined', '茶道の流派'],
    ['article.archived', '湯のみは電子レンジで使えますか'],
    ['article.created', '湯のみは電子レンジで使えますか'],
  ]);
  const found = await read(`?text=${encodeURIComponent('電子レンジ')}`);
  expect(found.items.map(({ name }) => name)).toEqual(['article.archived', 'article.created']);
  const file = await product.http.inject({ url: '/api/audit/export.csv?kind=knowledge', headers: asAgent(shop.cookies.admin) });
  expect(file.body).toContain('article.archived,knowledge,湯のみは電子レンジで使えますか');
});

test('page by page nothing is missing and nothing comes twice', async () => {
  const whole = (await read('?limit=200')).items.map(({ id }) => id);
  const paged: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof read>> = await read(`?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
    paged.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(whole);
});

test('nothing of another workspace, nothing of conversations, and no words that anybody wrote', async () => {
  const conversation = { inboxId: shop.chatInboxId };
  await product.platform.db.as({ workspaceId: shop.workspaceId, inboxes: 'all' }, async (tx) => {
    const row = {
      workspace_id: shop.workspaceId,
      at: new Date(),
      version: 1,
      actor_kind: 'agent',
      actor_id: shop.ids.agent,
      actor_name: 'x',
    };
    await tx
      .insertInto('events')
      .values([
        {
          ...row,
          name: 'conversation.renamed',
          conversation_id: 'cnv_x',
          inbox_id: conversation.inboxId,
          customer_id: null,
          data: '{"subject":"秘密"}',
        },
        { ...row, name: 'thing.unknown', conversation_id: null, inbox_id: null, customer_id: null, data: '{"text":"秘密","count":2}' },
        { ...row, name: 'agent.presence_changed', conversation_id: null, inbox_id: null, customer_id: null, data: '{}' },
      ])
      .execute();
  });
  const { items } = await read();
  expect(items[0]).toMatchObject({ name: 'thing.unknown', kind: 'other', details: { count: 2 } });
  expect(items.map(({ name }) => name)).not.toContain('agent.presence_changed');
  for (const word of ['秘密', 'other.example']) expect(JSON.stringify(items)).not.toContain(word);
  expect((await read('?kind=other')).items.map(({ name }) => name)).toEqual(['thing.unknown']);
});

test('for owners and admins only', async () => {
  for (const headers of [asAgent(shop.cookies.supervisor), asAgent(shop.cookies.agent), asKey(shop.apiKey.secret)])
    for (const url of ['/api/audit', '/api/audit/export.csv']) expect((await call(product, 'GET', url, { headers })).status).toBe(403);
});

test('as a file: what the filter shows, safe for spreadsheets; taking it out is an entry itself', async () => {
  await change('POST', '/api/teams', { name: '=HYPERLINK("x")', memberIds: [] });
  const answer = await product.http.inject({
    method: 'GET',
    url: '/api/audit/export.csv?kind=people',
    headers: asAgent(shop.cookies.owner),
  });
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  const lines = answer.body.trimEnd().split('\r\n');
  expect(lines[0]).toBe('\uFEFFat,who,by,fact,kind,subject,details,ip');
  expect(lines[1]).toContain(`team.created,people,"'=HYPERLINK(""x"")"`);
  expect(lines).toHaveLength(3);
  expect((await read()).items[0]).toMatchObject({ name: 'audit.exported', kind: 'exports', details: { filter: ['kind'] } });
});

test('the index is used: a year of presence and conversations is not read through', async () => {
  const plan = await product.platform.db.as({ workspaceId: shop.workspaceId, inboxes: 'all' }, async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    return entriesOf(tx, shop.workspaceId, { kind: 'settings' }, { limit: 50 }).explain();
  });
  expect(JSON.stringify(plan)).toContain('events_audit');
});
