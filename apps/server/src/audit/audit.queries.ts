import type { AuditEntry, AuditFilter } from '@madoguchi/contract/audit.ts';
import { type SqlBool, sql } from 'kysely';
import type { Tx } from '../platform/db/db.ts';
import { detailsOf, kindOf, namedFacts, nameIn, namesOf, QUIET_HEADS, shortened } from './audit.rules.ts';
import { aboutNamed, namesFor, subjectOf } from './names.queries.ts';
import { recorded } from './recorded.ts';

type Page = { items: AuditEntry[]; nextCursor: string | null };

const head = sql<string>`split_part(name, '.', 1)`;

type Slice = { cursor?: string | undefined; limit: number; about?: Awaited<ReturnType<typeof aboutNamed>> };

/** The entries of a filter, newest first, one more than asked for; `about`: what has the words looked for in its name, by the property with its id. */
export function entriesOf(tx: Tx, workspaceId: string, filter: AuditFilter, { cursor, limit, about = [] }: Slice) {
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
    const named = about.map(({ property, ids }) => sql<SqlBool>`data->>${property} = any (${ids})`);
    const said = sql<SqlBool>`(actor_name ilike ${like} or name ilike ${like} or data::text ilike ${like})`;
    query = query.where((eb) => eb.or([said, ...named]));
  }
  return query;
}

/** One page, newest first; `cursor` is the position of the last entry of the page before. */
export async function auditPage(tx: Tx, workspaceId: string, filter: AuditFilter, { cursor, limit }: Omit<Slice, 'about'>): Promise<Page> {
  const about = filter.text ? await aboutNamed(tx, workspaceId, likeOf(filter.text)) : [];
  const rows = await entriesOf(tx, workspaceId, filter, { cursor, limit, about }).execute();
  const shown = rows.slice(0, limit);
  const names = await namesFor(tx, workspaceId, shown.map(subjectOf));
  return {
    items: shown.map((row) => ({
      id: String(row.position),
      at: row.at.toISOString(),
      name: row.name,
      kind: kindOf(row.name),
      actor: { kind: row.actor_kind === 'api' ? 'api' : 'agent', id: row.actor_id, name: row.actor_name },
      subject: nameIn(row.data) ?? shortened(names.get(subjectOf(row)?.id ?? '')),
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
