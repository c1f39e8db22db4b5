import type { AuditEntry, AuditFilter } from '@madoguchi/contract/audit.ts';
import { type SqlBool, sql } from 'kysely';
import type { Tx } from '../platform/db/db.ts';
import { detailsOf, kindOf, namedFacts, nameIn, namesOf, QUIET_HEADS } from './audit.rules.ts';

type Page = { items: AuditEntry[]; nextCursor: string | null };

/** The same words as the index events_audit: only so PostgreSQL can use it. */
const recorded = sql<SqlBool>`conversation_id is null and actor_kind in ('agent', 'api')
  and name not in ('agent.presence_changed', 'customer.created', 'customer.updated', 'customer.noted', 'customer.note_changed')`;
const head = sql<string>`split_part(name, '.', 1)`;

type Slice = { cursor?: string | undefined; limit: number; agentIds?: readonly string[] };

/** The entries of a filter, newest first, one more than asked for; `agentIds`: agents whose name has the words looked for. */
export function entriesOf(tx: Tx, workspaceId: string, filter: AuditFilter, { cursor, limit, agentIds = [] }: Slice) {
  let query = tx
    .selectFrom('events')
    .select(['position', 'at', 'name', 'actor_kind', 'actor_id', 'actor_name', 'data', 'ip'])
    .where('workspace_id', '=', workspaceId)
    .where(recorded)
    .where(sql<SqlBool>`(${head} <> all (${QUIET_HEADS}) or name = any (${namedFacts}))`)
    .orderBy('position', 'desc')
    .limit(limit + 1);
  if (cursor && /^\d{1,15}$/.test(cursor)) query = query.where('position', '<', Number(cursor));
  if (filter.who) query = query.where('actor_id', '=', filter.who);
  if (filter.from) query = query.where('at', '>=', new Date(filter.from));
  if (filter.to) query = query.where('at', '<', new Date(filter.to));
  if (filter.kind) query = query.where(ofKind(filter.kind));
  if (filter.text) {
    const like = likeOf(filter.text);
    query = query.where(
      sql<SqlBool>`(actor_name ilike ${like} or name ilike ${like} or data::text ilike ${like} or data->>'agentId' = any (${agentIds}))`,
    );
  }
  return query;
}

/** One page, newest first; `cursor` is the position of the last entry of the page before. */
export async function auditPage(
  tx: Tx,
  workspaceId: string,
  filter: AuditFilter,
  { cursor, limit }: Omit<Slice, 'agentIds'>,
): Promise<Page> {
  const agentIds = filter.text ? await agentsNamed(tx, workspaceId, filter.text) : [];
  const rows = await entriesOf(tx, workspaceId, filter, { cursor, limit, agentIds }).execute();
  const shown = rows.slice(0, limit);
  const names = await namesFor(
    tx,
    workspaceId,
    shown.map(({ data }) => data as Ids),
  );
  return {
    items: shown.map((row) => ({
      id: String(row.position),
      at: row.at.toISOString(),
      name: row.name,
      kind: kindOf(row.name),
      actor: { kind: row.actor_kind === 'api' ? 'api' : 'agent', id: row.actor_id, name: row.actor_name },
      subject: nameIn(row.data) ?? ofOthers(row).flatMap((id) => names.get(id) ?? [])[0] ?? null,
      details: detailsOf(row.data),
      ip: row.ip,
    })),
    nextCursor: rows.length > limit ? String(shown.at(-1)!.position) : null,
  };
}

function ofKind(kind: NonNullable<AuditFilter['kind']>) {
  const { names, heads } = namesOf(kind);
  if (kind === 'other') return sql<SqlBool>`(name <> all (${names}) and ${head} <> all (${heads}))`;
  return sql<SqlBool>`(name = any (${names}) or (${head} = any (${heads}) and name <> all (${namedFacts})))`;
}

const likeOf = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const agentsNamed = async (tx: Tx, workspaceId: string, text: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom('agents')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('name', 'ilike', likeOf(text))
    .execute();
  return rows.map(({ id }) => id);
};

type Ids = { agentId?: string; inboxId?: string; brandId?: string };
const idsIn = ({ agentId, inboxId, brandId }: Ids): string[] => [agentId, inboxId, brandId].flatMap((id) => id ?? []);

/** What somebody did to themselves is said without their name a second time. */
const ofOthers = ({ data, actor_id }: { data: unknown; actor_id: string | null }): string[] =>
  idsIn(data as Ids).filter((id) => id !== actor_id);

/** Names as they are now, of what facts tell by id only. */
async function namesFor(tx: Tx, workspaceId: string, facts: readonly Ids[]): Promise<Map<string, string>> {
  const ids = [...new Set(facts.flatMap(idsIn))];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from agents where workspace_id = ${workspaceId} and id = any (${ids})
    union all select id, name from inboxes where workspace_id = ${workspaceId} and id = any (${ids})
    union all select id, name from brands where workspace_id = ${workspaceId} and id = any (${ids})`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
