import { sql } from 'kysely';
import type { Tx } from '../platform/db/db.ts';
import { recorded } from './recorded.ts';

/** Where what facts tell of by id only has its name, by the property that holds the id. In this order: the first that a fact has is its subject. */
const PLACES = {
  articleId: sql`select id, question as name from articles`,
  attributeId: sql`select id, label as name from attribute_definitions`,
  segmentId: sql`select id, name from segments`,
  shopId: sql`select id, name from shop_connections`,
  blockId: sql`select id, value as name from spam_blocks`,
  agentId: sql`select id, name from agents`,
  inboxId: sql`select id, name from inboxes`,
  brandId: sql`select id, name from brands`,
  customerId: sql`select id, name from customers`,
  conversationId: sql`select id, '#' || number as name from conversations`,
} as const;
const PROPERTIES = Object.keys(PLACES) as (keyof typeof PLACES)[];
type Property = (typeof PROPERTIES)[number];

/** Found by its words more than once over, nobody reads on. */
const MOST_FOUND = 500;

/** What a fact is about, as property and id; what somebody did to themselves is said without their name a second time. */
export function subjectOf({ data, actor_id }: { data: unknown; actor_id: string | null }): { property: Property; id: string } | null {
  const all = (data ?? {}) as Record<string, unknown>;
  for (const property of PROPERTIES) {
    const id = all[property];
    if (typeof id === 'string' && id !== actor_id) return { property, id };
  }
  return null;
}

/** Names as they are now; of what is no more, the last that a fact told. By id. */
export async function namesFor(
  tx: Tx,
  workspaceId: string,
  subjects: readonly ({ property: Property; id: string } | null)[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const property of PROPERTIES) {
    const ids = [...new Set(subjects.flatMap((one) => (one?.property === property ? [one.id] : [])))];
    if (ids.length === 0) continue;
    const now = await sql<Named>`
      select id, name from (${PLACES[property]} where workspace_id = ${workspaceId} and id = any (${ids})) found`.execute(tx);
    for (const { id, name } of now.rows) names.set(id, name);
    const gone = ids.filter((id) => !names.has(id));
    if (gone.length === 0) continue;
    const id = sql`data->>${sql.lit(property)}`;
    const last = await sql<Named>`
      select distinct on (${id}) ${id} as id, data->>'name' as name from events
      where workspace_id = ${workspaceId} and ${recorded} and ${id} = any (${gone}) and data ? 'name'
      order by ${id}, position desc`.execute(tx);
    for (const { id, name } of last.rows) names.set(id, name);
  }
  return names;
}

type Named = { id: string; name: string };

/** Facts about something whose name, as it is now, has this text in it. `like`: a pattern of ILIKE. */
export async function aboutNamed(tx: Tx, workspaceId: string, like: string) {
  const found = [];
  for (const property of PROPERTIES) {
    // Whoever looks for words does not look for what is said of customers and their conversations.
    if (property === 'customerId' || property === 'conversationId') continue;
    const { rows } = await sql<Named>`
      select id from (${PLACES[property]} where workspace_id = ${workspaceId}) named where name ilike ${like} limit ${MOST_FOUND}`.execute(
      tx,
    );
    if (rows.length > 0) found.push({ property, ids: rows.map(({ id }) => id) });
  }
  return found;
}
