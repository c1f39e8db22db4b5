import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import type { ClauseReader } from '../terms/clauses.ts';
import { hitsOf } from './hits.queries.ts';
import { parseQuery } from './parse.rules.ts';
import { every, namedBy, type ReadTerm } from './tsquery.rules.ts';

/** A name that more people have than this says too little to stand for them. */
const MOST_NAMESAKES = 40;
const MOST_NAMES = 3;

/** `persons`: those whose name all terms together are. */
export type ReadQuery = { terms: ReadTerm[]; persons: readonly string[] };

/** What was typed, with its words. Asks the dictionary, and not the database. */
export async function readQuery(q: string, read: ClauseReader): Promise<ReadQuery> {
  const terms = parseQuery(q);
  const tokens = await read(terms.map(({ kind, text }) => (kind === 'words' ? text : '')));
  return { terms: terms.map((term, at) => ({ ...term, tokens: tokens[at] ?? [], customerIds: [] })), persons: [] };
}

/** The same with the customers who are meant: 佐藤 返品 finds what people of that name said about returning. */
export async function withNames(tx: Tx, workspaceId: string, query: ReadQuery): Promise<ReadQuery> {
  const names = query.terms.map(namedBy);
  const wanted = names.filter((name) => name !== null);
  if (wanted.length === 0 || wanted.length > MOST_NAMES) return query;
  const terms: ReadTerm[] = [];
  for (const [at, term] of query.terms.entries()) {
    const name = names[at];
    terms.push(name ? { ...term, customerIds: await namesakes(tx, workspaceId, name) } : term);
  }
  const isOneName = wanted.length > 1 && wanted.length === query.terms.length;
  return { terms, persons: isOneName ? await namesakes(tx, workspaceId, every(wanted)!) : [] };
}

/** Every customer row of the persons with this name; nobody when they are too many. */
async function namesakes(tx: Tx, workspaceId: string, name: string): Promise<string[]> {
  const hits = await hitsOf(tx, name, { kinds: ['customer'], most: MOST_NAMESAKES + 1 });
  if (hits.length === 0 || hits.length > MOST_NAMESAKES) return [];
  const { rows } = await sql<{ id: string }>`
    select o.id from customers c join customers o on o.workspace_id = c.workspace_id and o.person_id = c.person_id
    where c.workspace_id = ${workspaceId} and c.id = any(${hits.map(({ id }) => id)}) limit ${2 * MOST_NAMESAKES}`.execute(tx);
  return [...new Set(rows.map(({ id }) => id))];
}
