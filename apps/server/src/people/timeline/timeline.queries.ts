import type { TimelineEntry } from '@madoguchi/contract/people.ts';
import { sql } from 'kysely';
import { addressesOf } from '../../commerce/whose/whose.queries.ts';
import { personOf } from '../../customers/people/people.queries.ts';
import type { Tx } from '../../platform/db/db.ts';
import { keysetOf, readKeyset } from '../../platform/db/keyset.ts';
import { notFound } from '../../platform/http/refusal.ts';

type Row = {
  kind: TimelineEntry['kind'];
  id: string;
  at: Date;
  number: number | null;
  conversation_id: string | null;
  channel: string | null;
  text: string;
  detail: string;
};

/**
 * What happened with a person, over every conversation the viewer may see, the latest first: what they asked and when it was settled, the page they came
 * from, articles they were shown, how they rated it, addresses they proved, notes, merges, what they ordered and sent back.
 * @throws notFound
 */
export async function timelineOf(
  tx: Tx,
  workspaceId: string,
  customerId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const person = await personOf(tx, workspaceId, customerId);
  if (!person) throw notFound();
  const { emails, phones, externals } = (await addressesOf(tx, workspaceId, customerId)).proven;
  const after = readKeyset(cursor);
  const { rows } = await sql<Row>`
    with bought as (select * from orders where workspace_id = ${workspaceId}
      and ((buyer_email <> '' and buyer_email = any(${emails})) or (buyer_phone <> '' and buyer_phone = any(${phones}))
        or (buyer_external <> '' and buyer_external = any(${externals})))),
    own as (select * from conversations where workspace_id = ${workspaceId} and customer_id = any(${person.ids}) and merged_into is null),
    happened as (
      select 'asked' as kind, id, created_at as at, number, id as conversation_id, channel, subject as text, '' as detail from own
      union all
      select 'settled', 'r' || id, resolved_at, number, id, channel, subject, coalesce(agent_name, '') from own where resolved_at is not null
      union all
      select 'page', 'p' || id, created_at, number, id, channel, coalesce(nullif(page->>'title', ''), page->>'url'), page->>'url' from own where page is not null
      union all
      select 'article', m.id || q.n, m.created_at, o.number, o.id, m.channel, q.block->>'title', coalesce(q.block->>'articleId', '')
      from own o join messages m on m.workspace_id = ${workspaceId} and m.conversation_id = o.id and m.author_kind in ('bot', 'agent') and m.blocks <> '[]',
        jsonb_array_elements(m.blocks) with ordinality q (block, n) where q.block->>'type' = 'quote'
      union all
      select 'rated', s.id, s.rated_at, o.number, o.id, o.channel, coalesce(s.comment, ''), s.scale || ':' || s.rating
      from own o join surveys s on s.workspace_id = ${workspaceId} and s.conversation_id = o.id where s.rated_at is not null
      union all
      select 'proved', i.id, i.verified_at, null, null, i.kind, case when i.kind = 'visitor' then '' else i.value end, i.source
      from identities i where i.workspace_id = ${workspaceId} and i.customer_id = any(${person.ids}) and i.verified_at is not null and i.kind <> 'visitor'
      union all
      select 'noted', n.id, n.created_at, null, null, null, n.text, n.author_name
      from customer_notes n where n.workspace_id = ${workspaceId} and n.customer_id = any(${person.ids})
      union all
      select 'merged', g.id, g.merged_at, null, null, null, c.name, g.merged_by
      from customer_merges g join customers c on c.workspace_id = g.workspace_id and c.id = g.customer_id
      where g.workspace_id = ${workspaceId} and g.undone_at is null and g.customer_id = any(${person.ids})
      union all
      select 'ordered', b.id, b.placed_at, null, null, null, b.number, b.id from bought b
      union all
      select 'returned', t.id, t.requested_at, null, null, null, b.number, b.id
      from bought b join returns t on t.workspace_id = ${workspaceId} and t.source = b.source and t.order_external_id = b.external_id
    )
    select * from happened ${after ? sql`where (date_trunc('milliseconds', at), id) < (${after.at}, ${after.id})` : sql``}
    order by date_trunc('milliseconds', at) desc, id desc limit ${limit + 1}`.execute(tx);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ at, conversation_id, number, ...row }) => ({
      ...row,
      at: at.toISOString(),
      conversation: conversation_id && number !== null ? { id: conversation_id, number } : null,
    })),
    nextCursor: last ? keysetOf(last.at, last.id) : null,
  };
}
