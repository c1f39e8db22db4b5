import type { RelatedConversation } from '@madoguchi/contract/related.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { type Link, relationTo } from './related.rules.ts';

type Row = {
  link_id: string;
  one_id: string;
  other_id: string;
  kind: Link['kind'];
  id: string;
  number: number;
  subject: string;
  status: RelatedConversation['conversation']['status'];
  channel: string;
  customer: string;
  last_seq: number;
  last_activity_at: Date;
};

const MOST = 200;
const ORDER = ['parent', 'child', 'original', 'duplicate', 'related'];

/** Parents first, then children, duplicates and what else has to do with it; those the viewer may not see are left out. @throws notFound */
export async function relatedOf(tx: Tx, workspaceId: string, id: string): Promise<RelatedConversation[]> {
  const own = await tx
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!own) throw notFound();
  const { rows } = await sql<Row>`
    select l.id as link_id, l.one_id, l.other_id, l.kind, c.id, c.number, c.subject, c.status, c.channel, u.name as customer, c.last_seq, c.last_activity_at
    from conversation_links l
    join conversations c on c.workspace_id = l.workspace_id and c.id = case when l.one_id = ${id} then l.other_id else l.one_id end
    join customers u on u.workspace_id = c.workspace_id and u.id = c.customer_id
    where l.workspace_id = ${workspaceId} and (l.one_id = ${id} or l.other_id = ${id})
    order by c.number limit ${MOST}`.execute(tx);
  return rows
    .map((row) => ({
      linkId: row.link_id,
      relation: relationTo(id, { one: row.one_id, other: row.other_id, kind: row.kind }),
      conversation: {
        id: row.id,
        number: Number(row.number),
        subject: row.subject,
        status: row.status,
        channel: row.channel,
        customer: row.customer,
        lastSeq: row.last_seq,
        lastActivityAt: row.last_activity_at.toISOString(),
      },
    }))
    .sort((a, b) => ORDER.indexOf(a.relation) - ORDER.indexOf(b.relation));
}

/** The links of one kind that lead upwards from these, all the way; and every link of these two. Whoever may see them: rules hold for all. */
export async function linksAbove(tx: Tx, workspaceId: string, { one, other, kind }: Link): Promise<Link[]> {
  const { rows } = await sql<Link>`
    with recursive up as (
      select one_id, other_id, kind from conversation_links where workspace_id = ${workspaceId} and kind = ${kind} and one_id in (${one}, ${other})
      union
      select l.one_id, l.other_id, l.kind from conversation_links l join up on l.workspace_id = ${workspaceId} and l.kind = ${kind} and l.one_id = up.other_id)
    select one_id as one, other_id as other, kind from up`.execute(tx);
  return rows;
}
