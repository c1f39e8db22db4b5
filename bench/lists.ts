import { round, spread } from './figures.ts';
import type { Stand } from './stand.ts';

const CONVERSATIONS = 100_000;
const SAMPLES = 300;

/** Fills the demo workspace with conversations of ten messages each, in bulk, as an import would leave them. */
async function fill({ sql, workspaceId }: Stand): Promise<void> {
  const pad = `lpad(n::text, 26, '0')`;
  await sql.query(`
    insert into customers (workspace_id, id, name, last_seen_at) select '${workspaceId}', 'cus_' || ${pad}, '顧客 ' || n, now() from generate_series(1, 20000) n;
    insert into identities (workspace_id, id, customer_id, kind, value, verified_at, source)
      select '${workspaceId}', 'idn_' || ${pad}, 'cus_' || ${pad}, 'visitor', 'bench-' || n, now(), 'bench' from generate_series(1, 20000) n;
    insert into threads (workspace_id, id, inbox_id, customer_id, identity_id, external_id)
      select '${workspaceId}', 'thr_' || ${pad}, (select id from inboxes where channel = 'chat'), 'cus_' || ${pad}, 'idn_' || ${pad}, 'bench-' || n from generate_series(1, 20000) n;
    insert into conversations (workspace_id, id, number, inbox_id, channel, customer_id, thread_id, subject, status, handled_by, agent_acted_at, tags, preview, last_seq, last_activity_at, created_at)
      select '${workspaceId}', 'cnv_' || ${pad}, 1000000 + n, (select id from inboxes where channel = 'chat'), 'chat',
        'cus_' || lpad((1 + n % 20000)::text, 26, '0'), 'thr_' || lpad((1 + n % 20000)::text, 26, '0'), '注文番号 ' || n || ' について',
        case when n % 20 = 0 then 'open' when n % 20 = 1 then 'waiting' else 'resolved' end, case when n % 60 = 0 then 'bot' else 'human' end,
        case when n % 40 = 0 then null else now() end, '{}', 'ありがとうございます。届きましたら、ご連絡いたします。', 10,
        now() - n * interval '1 minute', now() - n * interval '2 minutes' from generate_series(1, ${CONVERSATIONS}) n;
    insert into messages (workspace_id, id, conversation_id, thread_id, inbox_id, channel, seq, kind, author_kind, author_id, author_name, text, delivery, external_id, created_at)
      select c.workspace_id, 'msg_' || lpad((c.number * 10 + s)::text, 26, '0'), c.id, c.thread_id, c.inbox_id, c.channel, s, 'message',
        case when s % 2 = 1 then 'customer' else 'agent' end, null, '顧客', '注文した商品がまだ届きません。いつごろ届くか教えてください。' || s, 'sent', 'bench-' || c.number || '-' || s, c.created_at + s * interval '1 minute'
      from conversations c cross join generate_series(1, 10) s where c.number > 1000000;
    insert into events (workspace_id, at, name, version, inbox_id, conversation_id, customer_id, actor_kind, actor_name, data)
      select c.workspace_id, c.created_at, 'conversation.opened', 1, c.inbox_id, c.id, c.customer_id, 'customer', '顧客', '{}' from conversations c where c.number > 1000000;
  `);
  await sql.query('analyze');
}

/** What an agent waits for at 100,000 conversations and a million messages. */
export async function lists(stand: Stand) {
  await fill(stand);
  const { product, cookie } = stand;
  const get = async (path: string) => {
    const begun = performance.now();
    const response = await fetch(product.base + path, { headers: { cookie } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 200)}`);
    return { ms: performance.now() - begun, body: JSON.parse(text) };
  };
  const measure = async (path: (i: number) => string) => {
    for (let i = 0; i < 20; i += 1) await get(path(i));
    const samples: number[] = [];
    for (let i = 0; i < SAMPLES; i += 1) samples.push((await get(path(i))).ms);
    return spread(samples);
  };
  const firstPage = await get('/api/conversations?view=all&limit=100');
  const deep = await pageAt(get, 30);
  const ids: string[] = firstPage.body.items.map((item: { id: string }) => item.id);
  const figures: Record<string, object> = {};
  for (const view of ['new', 'mine', 'all', 'waiting', 'resolved'])
    figures[`list_${view}`] = await measure(() => `/api/conversations?view=${view}`);
  figures.list_all_page30 = await measure(() => `/api/conversations?view=all&cursor=${encodeURIComponent(deep)}`);
  figures.counts = await measure(() => '/api/conversations/counts');
  figures.open_conversation = await measure((i) => `/api/conversations/${ids[i % ids.length]}`);
  return {
    conversations: CONVERSATIONS,
    messages: CONVERSATIONS * 10,
    ms: figures,
    listBytes: round(JSON.stringify(firstPage.body).length / 1000),
  };
}

async function pageAt(get: (path: string) => Promise<{ body: { nextCursor: string } }>, pages: number): Promise<string> {
  let cursor = '';
  for (let i = 0; i < pages; i += 1)
    cursor = (await get(`/api/conversations?view=all&limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)).body.nextCursor;
  return cursor;
}
