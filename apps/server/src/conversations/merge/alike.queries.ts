import type { Alike } from '@madoguchi/contract/merges.ts';
import { sql } from 'kysely';
import { idsOfPerson } from '../../customers/people/people.queries.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { type Matter, whyAlike } from './alike.rules.ts';

const MOST = 3;
const LOOKED_AT = 20;
const LATELY_MS = 14 * 86_400_000;

type Row = {
  id: string;
  number: number;
  subject: string;
  status: string;
  channel: string;
  tags: string[];
  created_at: Date;
  last_activity_at: Date;
  merged_into: string | null;
  turn: string;
  first_words: string | null;
};

const matterOf = (row: Row): Matter => ({
  words: `${row.subject} ${row.first_words ?? ''}`,
  tags: row.tags,
  openedAt: row.created_at,
  lastActivityAt: row.last_activity_at,
});

/** The person's other conversations that may be the same matter, the likeliest first. @throws notFound */
export async function conversationsAlike(tx: Tx, workspaceId: string, id: string): Promise<Alike[]> {
  const wanted = (customerIds: unknown) => sql<Row>`
    select c.id, c.number, c.subject, c.status, c.channel, c.tags, c.created_at, c.last_activity_at, c.merged_into, c.turn,
      (select m.text from messages m where m.workspace_id = c.workspace_id and m.conversation_id = c.id and m.author_kind = 'customer'
       order by m.seq limit 1) as first_words
    from conversations c where c.workspace_id = ${workspaceId} and ${customerIds}`;
  const [own] = (await wanted(sql`c.id = ${id}`).execute(tx)).rows;
  if (!own) throw notFound();
  if (own.merged_into || own.turn === 'spam') return [];
  const customer = await tx
    .selectFrom('conversations')
    .select('customer_id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const others = await wanted(sql`c.customer_id in ${idsOfPerson(tx, workspaceId, customer.customer_id)}
    and c.id <> ${id} and c.merged_into is null and c.turn <> 'spam' and c.status <> 'closed'
    and c.last_activity_at > ${new Date(own.created_at.getTime() - LATELY_MS)}
    and not exists (select from conversation_distinctions d where d.workspace_id = c.workspace_id
      and d.one_id = least(c.id, ${id}) and d.other_id = greatest(c.id, ${id}))
    and not exists (select from conversation_links l where l.workspace_id = c.workspace_id
      and ((l.one_id = c.id and l.other_id = ${id}) or (l.other_id = c.id and l.one_id = ${id})))
    order by c.last_activity_at desc limit ${LOOKED_AT}`).execute(tx);
  return others.rows
    .map((row) => ({ row, reasons: whyAlike(matterOf(own), matterOf(row)) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.reasons.length - a.reasons.length || b.row.last_activity_at.getTime() - a.row.last_activity_at.getTime())
    .slice(0, MOST)
    .map(({ row, reasons }) => ({
      conversation: {
        id: row.id,
        number: Number(row.number),
        subject: row.subject,
        status: row.status as Alike['conversation']['status'],
        channel: row.channel,
        lastActivityAt: row.last_activity_at.toISOString(),
      },
      reasons,
    }));
}
