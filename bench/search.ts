import { percentile, round } from './figures.ts';
import { messageTexts, person } from './search-texts.ts';
import type { Stand } from './stand.ts';

const PER_CONVERSATION = 8;
const AT_ONCE = 4000;
const SAMPLES = 60;
const YEARS_MS = 3 * 365 * 86_400_000;

/** Ten kinds of what agents type, each in several ways so that no two in a row are the same. */
const KINDS: Record<string, readonly string[]> = {
  common_word: ['注文', '届', '商品', 'お願い', '確認'].map((word) => (word.length > 1 ? word : '届く')),
  rare_word: ['金継ぎ', '玉露', '錆び', '領収書', '審査'],
  inside_a_word: ['カード', 'ポイント', 'メール', 'ギフト', 'サイト'],
  other_form: ['届きません', '割れました', '忘れました', '選べません', '変えたい'],
  three_words: ['急須 返品 送料', '注文 変更 お届け', 'ポイント 期限 確認', '領収書 宛名 会社', '茶葉 保存 缶'],
  exactly: ['"届きません"', '"お願いいたします"', '「返品したい」', '"クレジットカード"', '"いつ届きますか"'],
  name_by_sound: ['さとう', 'watanabe', 'はせがわ', '佐藤 花子', 'あおき 送料'],
  order_number: ['HS-204815', 'HS-4711', 'hs123456', '555123', '#1000042'],
  telephone: ['090-1234-5678', '０９０４７１１４７１１', '+81 90 5555 1234', '09011112222', '(090) 9876-5432'],
  english: ['refund', 'shipping cost', 'gift wrapping', 'delivered', 'points -card'],
  nothing: ['象使い', '"届きませんでしたか否か"', 'xylophone', '宇宙 飛行', '000-000'],
};

/** Fills the demo workspace as years of work would: customers, conversations and their messages, the newest a minute ago. */
async function fill({ sql, workspaceId }: Stand, messages: number): Promise<void> {
  const pad = `lpad(n::text, 26, '0')`;
  const conversations = Math.ceil(messages / PER_CONVERSATION);
  const people = Math.ceil(conversations / 3);
  const step = `${Math.floor(YEARS_MS / conversations / 1000)} seconds`;
  for (let from = 0; from < people; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, people - from) }, (_, at) => person(from + at));
    await sql.query(
      `insert into customers (workspace_id, id, name, reading, created_at) select $1, 'cus_' || lpad(n::text, 26, '0'), name, reading, now() - ($5 - n) * interval '1 minute'
       from unnest($2::text[], $3::text[]) with ordinality x(name, reading, at), lateral (select $4::int + at as n) y`,
      [workspaceId, some.map(({ name }) => name), some.map(({ reading }) => reading), from, people],
    );
  }
  await sql.query(`
    insert into identities (workspace_id, id, customer_id, kind, value, verified_at, source)
      select '${workspaceId}', 'idn_' || ${pad}, 'cus_' || ${pad}, 'email', 'bench-' || n || '@mail.example', now(), 'bench' from generate_series(1, ${people}) n;
    insert into threads (workspace_id, id, inbox_id, customer_id, identity_id, external_id)
      select '${workspaceId}', 'thr_' || ${pad}, (select id from inboxes where channel = 'chat'), 'cus_' || ${pad}, 'idn_' || ${pad}, 'bench-' || n from generate_series(1, ${people}) n;
    insert into conversations (workspace_id, id, number, inbox_id, channel, customer_id, thread_id, subject, status, handled_by, tags, preview, last_seq, last_activity_at, created_at)
      select '${workspaceId}', 'cnv_' || ${pad}, 1000000 + n, (select id from inboxes where channel = 'chat'), 'chat',
        'cus_' || lpad((1 + n % ${people})::text, 26, '0'), 'thr_' || lpad((1 + n % ${people})::text, 26, '0'), '', 'resolved', 'human', '{}', '', ${PER_CONVERSATION},
        now() - (${conversations} - n) * interval '${step}', now() - (${conversations} - n) * interval '${step}' from generate_series(1, ${conversations}) n`);
  let n = 0;
  let some: string[] = [];
  const write = async () => {
    await sql.query(
      `insert into messages (workspace_id, id, conversation_id, thread_id, inbox_id, channel, seq, kind, author_kind, author_name, text, delivery, external_id, created_at)
       select c.workspace_id, 'msg_' || lpad(n::text, 26, '0'), c.id, c.thread_id, c.inbox_id, c.channel, 1 + n % ${PER_CONVERSATION}, 'message',
         case when n % 2 = 0 then 'customer' else 'agent' end, '顧客', text, 'sent', 'search-' || n, c.created_at + (n % ${PER_CONVERSATION}) * interval '1 second'
       from unnest($1::text[]) with ordinality x(text, at), lateral (select $2::int + at::int - 1 as n) y
       join conversations c on c.workspace_id = $3 and c.id = 'cnv_' || lpad((1 + n / ${PER_CONVERSATION})::text, 26, '0')`,
      [some, n, workspaceId],
    );
    n += some.length;
    some = [];
  };
  for (const text of messageTexts(messages)) {
    some.push(text);
    if (some.length === AT_ONCE) await write();
  }
  if (some.length > 0) await write();
  await sql.query('analyze');
}

/** Lets the running product read everything into the search, as after an import. @returns seconds */
async function buildAnew({ sql, workspaceId }: Stand): Promise<number> {
  const begun = performance.now();
  await sql.query('delete from search_builds where workspace_id = $1', [workspaceId]);
  for (;;) {
    const { rows } = await sql.query('select done, total, finished_at from search_builds where workspace_id = $1', [workspaceId]);
    if (rows[0]?.finished_at) return round((performance.now() - begun) / 1000);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** What an agent waits for who searches through all that was ever said, beside one row by its primary key and an empty route. */
export async function search(stand: Stand, messages = 100_000) {
  const { product, sql, workspaceId, cookie } = stand;
  const fillBegun = performance.now();
  await fill(stand, messages);
  const fillSeconds = round((performance.now() - fillBegun) / 1000);
  const buildSeconds = await buildAnew(stand);
  await sql.query('vacuum analyze search_documents');
  const size = async (what: string) => round(Number((await sql.query(`select ${what} as bytes`)).rows[0].bytes) / 1e6);
  const time = async (work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  const spread = async (work: (i: number) => Promise<unknown>) => {
    const samples: number[] = [];
    for (let i = 0; i < SAMPLES; i += 1) samples.push(await time(() => work(i)));
    return { p50: round(percentile(samples, 0.5), 2), p95: round(percentile(samples, 0.95), 2), max: round(Math.max(...samples), 2) };
  };
  const get = async (path: string) => {
    const response = await fetch(product.base + path, { headers: { cookie } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 200)}`);
    return text;
  };
  const asked = (q: string, more = '') => `/api/search?kinds=conversations,customers&q=${encodeURIComponent(q)}${more}`;
  const ms: Record<string, object> = {};
  for (const [kind, queries] of Object.entries(KINDS)) {
    for (const q of queries) await get(asked(q));
    const found = await Promise.all(
      queries.map(async (q) => (JSON.parse(await get(asked(q))) as { conversations: { count: number } }).conversations.count),
    );
    ms[kind] = { ...(await spread((i) => get(asked(queries[i % queries.length]!)))), found };
  }
  ms.common_word_a_month_ago = await spread((i) =>
    get(asked(KINDS.common_word![i % 5]!, `&to=${new Date(Date.now() - 30 * 86_400_000).toISOString()}`)),
  );
  ms.common_word_nobodys = await spread((i) => get(asked(KINDS.common_word![i % 5]!, '&agent=agt_00000000000000000000000000')));
  return {
    messages,
    fillSeconds,
    buildSeconds,
    megabytes: {
      index: await size(`pg_relation_size('search_documents_tokens')`),
      documents: await size(`pg_total_relation_size('search_documents')`),
      messages: await size(`pg_total_relation_size('messages')`),
    },
    ms,
    floor: {
      primaryKey: await spread((i) =>
        sql.query('select text from messages where workspace_id = $1 and id = $2', [workspaceId, `msg_${String(i * 7).padStart(26, '0')}`]),
      ),
      emptyRoute: await spread(() => get('/healthz')),
    },
  };
}
