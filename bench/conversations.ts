import type { Stand } from './stand.ts';

/** Above this many conversations, only so many of the latest have all their messages: what lies behind them is as wide, and less deep. */
const TALKATIVE = 100_000;

/** Fills the demo workspace with conversations of ten messages each, in bulk, as an import would leave them; one customer has five of them. */
export async function fillConversations({ sql, workspaceId, asPast }: Stand, conversations: number): Promise<{ messages: number }> {
  const pad = `lpad(n::text, 26, '0')`;
  const customers = conversations / 5;
  const past = `
    insert into customers (workspace_id, id, name, last_seen_at) select '${workspaceId}', 'cus_' || ${pad}, '顧客 ' || n, now() from generate_series(1, ${customers}) n;
    insert into identities (workspace_id, id, customer_id, kind, value, verified_at, source)
      select '${workspaceId}', 'idn_' || ${pad}, 'cus_' || ${pad}, 'visitor', 'bench-' || n, now(), 'bench' from generate_series(1, ${customers}) n;
    insert into threads (workspace_id, id, inbox_id, customer_id, identity_id, external_id)
      select '${workspaceId}', 'thr_' || ${pad}, (select id from inboxes where channel = 'chat'), 'cus_' || ${pad}, 'idn_' || ${pad}, 'bench-' || n from generate_series(1, ${customers}) n;
    insert into conversations (workspace_id, id, number, inbox_id, channel, customer_id, thread_id, subject, status, handled_by, agent_acted_at, tags, preview, last_seq, last_activity_at, created_at)
      select '${workspaceId}', 'cnv_' || ${pad}, 1000000 + n, (select id from inboxes where channel = 'chat'), 'chat',
        'cus_' || lpad((1 + n % ${customers})::text, 26, '0'), 'thr_' || lpad((1 + n % ${customers})::text, 26, '0'), '注文番号 ' || n || ' について',
        case when n % 20 = 0 then 'open' when n % 20 = 1 then 'waiting' else 'resolved' end, case when n % 60 = 0 then 'bot' else 'human' end,
        case when n % 40 = 0 then null else now() end, '{}', 'ありがとうございます。届きましたら、ご連絡いたします。', 10,
        now() - n * interval '1 minute', now() - n * interval '2 minutes' from generate_series(1, ${conversations}) n;
    insert into messages (workspace_id, id, conversation_id, thread_id, inbox_id, channel, seq, kind, author_kind, author_id, author_name, text, delivery, external_id, created_at)
      select c.workspace_id, 'msg_' || lpad((c.number * 10 + s)::text, 26, '0'), c.id, c.thread_id, c.inbox_id, c.channel, s, 'message',
        case when s % 2 = 1 then 'customer' else 'agent' end, null, '顧客', '注文した商品がまだ届きません。いつごろ届くか教えてください。' || s, 'sent', 'bench-' || c.number || '-' || s, c.created_at + s * interval '1 minute'
      from conversations c cross join lateral generate_series(1, case when c.number <= 1000000 + ${TALKATIVE} then 10 else 2 end) s where c.number > 1000000;
    insert into events (workspace_id, at, name, version, inbox_id, conversation_id, customer_id, actor_kind, actor_name, data)
      select c.workspace_id, c.created_at, 'conversation.opened', 1, c.inbox_id, c.id, c.customer_id, 'customer', '顧客', '{}' from conversations c where c.number > 1000000;
  `;
  await asPast(async () => void (await sql.query(past)));
  // As the database's own housekeeping leaves it after a night.
  await sql.query('vacuum analyze');
  const { rows } = await sql.query<{ count: string }>('select count(*) from messages');
  return { messages: Number(rows[0]?.count) };
}
