import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import type { StoredArticle } from '../knowledge.types.ts';
import type { ImportRow } from './import.types.ts';

/** The articles that rows of a file may be about. */
export async function candidatesFor(tx: Tx, workspaceId: string, rows: readonly ImportRow[], lock: boolean): Promise<StoredArticle[]> {
  const ids = rows.flatMap(({ externalId }) => externalId ?? []);
  const questions = rows.map(({ question }) => question);
  // Sub-selects rather than any(…): they are hashed also when the plan does not know the lists.
  return tx
    .selectFrom('articles')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(
      sql<boolean>`(external_id in (select unnest(${ids}::text[])) or id in (select unnest(${ids}::text[])) or question in (select unnest(${questions}::text[])))`,
    )
    .orderBy('id')
    .$if(lock, (query) => query.forUpdate())
    .execute();
}
