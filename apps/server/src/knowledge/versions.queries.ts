import type { ArticleVersion } from '@madoguchi/contract/knowledge.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';

const MOST = 200;
const FIELDS = ['question', 'answer', 'category', 'examples'] as const;

/** Who saved an article when, and which fields changed with each save; newest first, at most 200. @throws notFound */
export async function listVersions(tx: Tx, workspaceId: string, articleId: string): Promise<ArticleVersion[]> {
  const changed = (field: (typeof FIELDS)[number]) => sql<boolean>`${sql.ref(field)} is distinct from lag(${sql.ref(field)}) over w`;
  const rows = await tx
    .selectFrom('article_versions')
    .select(['version', 'saved_at', 'saved_by'])
    .select([
      changed('question').as('question'),
      changed('answer').as('answer'),
      changed('category').as('category'),
      changed('examples').as('examples'),
      sql<boolean>`lag(version) over w is null`.as('first'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('article_id', '=', articleId)
    .modifyEnd(sql`window w as (order by version)`)
    .execute();
  if (rows.length === 0) throw notFound();
  return rows
    .sort((a, b) => b.version - a.version)
    .slice(0, MOST)
    .map((row) => ({
      version: row.version,
      savedAt: row.saved_at.toISOString(),
      savedBy: row.saved_by,
      changed: FIELDS.filter((field) => row.first || row[field]),
    }));
}

/** An article as one save left it. @throws notFound */
export async function articleVersion(tx: Tx, workspaceId: string, articleId: string, version: number) {
  const row = await tx
    .selectFrom('article_versions')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('article_id', '=', articleId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) throw notFound();
  const { question, answer, category, examples, saved_at, saved_by } = row;
  return { version, question, answer, category, examples, savedAt: saved_at.toISOString(), savedBy: saved_by };
}
