import type { Counts, ListOrder, View } from '@madoguchi/contract/conversations.ts';
import { sql } from 'kysely';
import { customersNamed } from '../../customers/list/customers-list.queries.ts';
import { idsOfPerson } from '../../customers/people/people.queries.ts';
import type { Tx } from '../../platform/db/db.ts';
import { keysetOf, readKeyset } from '../../platform/db/keyset.ts';
import { conversationsOf, conversationsWithNames, presentConversation } from './present.ts';

type Wish = {
  view: View;
  order?: ListOrder;
  q?: string;
  /** The conversations that `q` means, where somebody knows them better than by what stands on their rows. */
  found?: readonly string[] | null;
  customerId?: string;
  /** The key of a field; `value`: with this value, or with any. */
  field?: string;
  value?: string;
  cursor?: string;
  limit: number;
  now: Date;
};

/** What a view holds, as SQL. `mine` asks for the open ones of one agent, whether or not they have acted; `due` for what is in danger now, snoozed or not. */
const inView = (view: View, agentId: string | null, now: Date) => {
  if (view === 'due') return sql<boolean>`c.turn <> 'spam' and c.due_at is not null and c.due_warn_at <= ${now}`;
  if (view === 'snoozed') return sql<boolean>`c.turn <> 'spam' and c.snoozed_at is not null`;
  if (view === 'following') return sql<boolean>`c.turn <> 'spam' and c.follower_ids <> '{}' and c.follower_ids @> array[${agentId ?? ''}]`;
  if (view === 'approval')
    return sql<boolean>`c.turn <> 'spam' and exists (select from messages m where m.workspace_id = c.workspace_id and m.conversation_id = c.id and m.awaits_approval)`;
  if (view === 'all') return sql<boolean>`c.turn <> 'spam'`;
  if (view === 'mine')
    return sql<boolean>`c.turn <> 'spam' and c.assignee_agent_id = ${agentId} and c.status = 'open' and c.handled_by = 'human' and c.snoozed_at is null`;
  return sql<boolean>`c.turn = ${view} and c.snoozed_at is null`;
};

/** A page of a view, latest activity or soonest promise first: one query over an index that begins with the view, or with what is due. */
export async function listConversations(tx: Tx, workspaceId: string, agentId: string | null, wish: Wish) {
  const { view, q, found, customerId, cursor, limit, now } = wish;
  const place = placeIn(view, wish.order ?? (view === 'due' ? 'due' : 'activity'));
  let query = conversationsOf(tx, workspaceId)
    .where(inView(view, agentId, now))
    .where('c.merged_into', 'is', null)
    .orderBy(place.by, place.direction)
    .orderBy('c.id', place.direction)
    .limit(limit + 1);
  if (place.needsDue) query = query.where('c.due_at', 'is not', null);
  if (wish.field) query = query.where(inField(wish.field, wish.value));
  if (customerId) query = query.where('c.customer_id', 'in', idsOfPerson(tx, workspaceId, customerId));
  const words = q?.trim();
  if (found)
    query = query.where(
      sql<boolean>`c.id in (select coalesce(x.merged_into, x.id) from conversations x where x.workspace_id = ${workspaceId} and x.id = any(${found}))`,
    );
  else if (words) {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    const number = /^#?(\d{1,9})$/.exec(words.normalize('NFKC'))?.[1];
    query = query.where((eb) =>
      eb.or([
        ...(number ? [eb('c.number', '=', Number(number))] : []),
        eb('c.subject', 'ilike', like),
        eb('c.preview', 'ilike', like),
        sql<boolean>`c.customer_id in ${customersNamed(workspaceId, like)}`,
      ]),
    );
  }
  const after = readKeyset(cursor);
  if (after) query = query.where(sql<boolean>`(${place.by}, c.id) ${place.after} (${after.at}, ${after.id})`);
  const rows = await conversationsWithNames(tx, workspaceId, query)
    .orderBy(place.by, place.direction)
    .orderBy('c.id', place.direction)
    .execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(presentConversation), nextCursor: last ? keysetOf(place.of(last), last.id) : null };
}

/** Of a field of several choices, one is enough. What has no field at all is not looked at. */
const inField = (key: string, value?: string) =>
  value
    ? sql<boolean>`c.fields <> '{}' and (c.fields @> ${JSON.stringify({ [key]: value })}::jsonb or c.fields ->> ${key} like '%' || chr(10) || '%' and ${value} = any(string_to_array(c.fields ->> ${key}, chr(10))))`
    : sql<boolean>`c.fields <> '{}' and c.fields ? ${key}`;

/** Where what has no due time stands among what has one. */
const NEVER = new Date('9999-12-31T00:00:00.000Z');

/** Where all views meet there is no end of conversations without a promise: they are left out there, and an index gives the rest in order. */
function placeIn(view: View, order: ListOrder) {
  const needsDue = order === 'due' && (view === 'all' || view === 'due');
  if (order === 'activity')
    return {
      by: sql<Date>`c.last_activity_at`,
      direction: 'desc' as const,
      after: sql.raw('<'),
      needsDue,
      of: (row: { last_activity_at: Date }) => row.last_activity_at,
    };
  return {
    by: needsDue ? sql<Date>`c.due_at` : sql<Date>`coalesce(c.due_at, ${NEVER})`,
    direction: 'asc' as const,
    after: sql.raw('>'),
    needsDue,
    of: (row: { due_at: Date | null }) => row.due_at ?? NEVER,
  };
}

const CAP = 1000;
const VIEWS: View[] = ['new', 'mine', 'due', 'all', 'bot', 'waiting', 'resolved', 'snoozed', 'following', 'approval', 'spam'];

/** How many each view holds, counted up to 1,000: counting further would cost more than anybody gains by it. */
export async function countConversations(tx: Tx, workspaceId: string, agentId: string | null, now: Date): Promise<Counts> {
  const capped = VIEWS.map(
    (view) =>
      sql`(select count(*) from (select from conversations c where c.workspace_id = ${workspaceId} and ${inView(view, agentId, now)} and c.merged_into is null limit ${sql.lit(CAP)}) x) as ${sql.id(view)}`,
  );
  const { rows } = await sql<Counts>`select ${sql.join(capped)}`.execute(tx);
  return rows[0]!;
}
