import type { Counts, View } from '@madoguchi/contract/conversations.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { keysetOf, readKeyset } from '../../platform/db/keyset.ts';
import { conversationsOf, conversationsWithNames, presentConversation } from './present.ts';

type Wish = { view: View; q?: string; customerId?: string; cursor?: string; limit: number };

/** What a view holds, as SQL. `mine` asks for the open ones of one agent, whether or not they have acted. */
const inView = (view: View, agentId: string | null) => {
  if (view === 'all') return sql<boolean>`true`;
  if (view === 'mine') return sql<boolean>`c.assignee_agent_id = ${agentId} and c.status = 'open' and c.handled_by = 'human'`;
  return sql<boolean>`c.turn = ${view}`;
};

/** A page of a view, latest activity first: one query over an index that begins with the view. */
export async function listConversations(tx: Tx, workspaceId: string, agentId: string | null, { view, q, customerId, cursor, limit }: Wish) {
  let query = conversationsOf(tx, workspaceId)
    .where(inView(view, agentId))
    .where('c.merged_into', 'is', null)
    .orderBy('c.last_activity_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit + 1);
  if (customerId) query = query.where('c.customer_id', '=', customerId);
  const words = q?.trim();
  if (words) {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    const number = /^#?(\d{1,9})$/.exec(words.normalize('NFKC'))?.[1];
    query = query.where((eb) =>
      eb.or([
        ...(number ? [eb('c.number', '=', Number(number))] : []),
        eb('c.subject', 'ilike', like),
        eb('c.preview', 'ilike', like),
        eb('c.customer_id', 'in', customersNamed(tx, workspaceId, like)),
      ]),
    );
  }
  const after = readKeyset(cursor);
  if (after) query = query.where(sql<boolean>`(c.last_activity_at, c.id) < (${after.at}, ${after.id})`);
  const rows = await conversationsWithNames(tx, workspaceId, query).orderBy('c.last_activity_at', 'desc').orderBy('c.id', 'desc').execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(presentConversation), nextCursor: last ? keysetOf(last.last_activity_at, last.id) : null };
}

const customersNamed = (tx: Tx, workspaceId: string, like: string) =>
  tx
    .selectFrom('customers')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('name', 'ilike', like), eb('reading', 'ilike', like)]));

const CAP = 1000;
const VIEWS: View[] = ['new', 'mine', 'all', 'bot', 'waiting', 'resolved'];

/** How many each view holds, counted up to 1,000: counting further would cost more than anybody gains by it. */
export async function countConversations(tx: Tx, workspaceId: string, agentId: string | null): Promise<Counts> {
  const capped = VIEWS.map(
    (view) =>
      sql`(select count(*) from (select from conversations c where c.workspace_id = ${workspaceId} and ${inView(view, agentId)} and c.merged_into is null limit ${sql.lit(CAP)}) x) as ${sql.id(view)}`,
  );
  const { rows } = await sql<Counts>`select ${sql.join(capped)}`.execute(tx);
  return rows[0]!;
}
