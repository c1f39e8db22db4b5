import type { CheckedQuestion } from '@madoguchi/contract/checked-questions.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import { keysetOf, readKeyset } from '../../platform/db/keyset.ts';
import { notFound } from '../../platform/http/refusal.ts';

/** More would make an editor wait; the newest say best what customers ask now. */
export const MOST_REPLAYED = 500;

const questions = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('checked_questions')
    .leftJoin('articles', (join) =>
      join.onRef('articles.workspace_id', '=', 'checked_questions.workspace_id').onRef('articles.id', '=', 'checked_questions.article_id'),
    )
    .select([
      'checked_questions.id',
      'checked_questions.question',
      'checked_questions.article_id',
      'articles.question as article_question',
      'checked_questions.source',
      'checked_questions.conversation_id',
      'checked_questions.created_at',
    ])
    .where('checked_questions.workspace_id', '=', workspaceId);

type Row = Awaited<ReturnType<ReturnType<typeof questions>['execute']>>[number];

const present = (row: Row): CheckedQuestion => ({
  id: row.id,
  question: row.question,
  article: row.article_id === null ? null : { id: row.article_id, question: row.article_question ?? '' },
  source: row.source,
  conversationId: row.conversation_id,
  createdAt: row.created_at.toISOString(),
});

type Filter = { articleId?: string; cursor?: string; limit: number };

/** A page of them, last added first, and how many there are: as far as the viewer may see who asked. */
export async function listChecked(tx: Tx, workspaceId: string, { articleId, cursor, limit }: Filter) {
  const after = readKeyset(cursor);
  const rows = await questions(tx, workspaceId)
    .$if(articleId !== undefined, (query) => query.where('checked_questions.article_id', '=', articleId!))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(checked_questions.created_at, checked_questions.id) < (${after?.at}, ${after?.id})`),
    )
    .orderBy('checked_questions.created_at', 'desc')
    .orderBy('checked_questions.id', 'desc')
    .limit(limit + 1)
    .execute();
  const { total } = await tx
    .selectFrom('checked_questions')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('workspace_id', '=', workspaceId)
    .$if(articleId !== undefined, (query) => query.where('article_id', '=', articleId!))
    .executeTakeFirstOrThrow();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(present), nextCursor: last ? keysetOf(last.created_at, last.id) : null, total };
}

/** What an editor typed in. @throws notFound */
export async function typedQuestion(tx: Tx, workspaceId: string, key: string): Promise<CheckedQuestion> {
  const row = await questions(tx, workspaceId)
    .where('checked_questions.key', '=', key)
    .where('checked_questions.typed', '=', true)
    .executeTakeFirst();
  if (!row) throw notFound();
  return present(row);
}

/** What is asked again when a change is tried: the newest, each with the article that answers it. What an editor said comes first. */
export async function checkedToReplay(tx: Tx, workspaceId: string): Promise<CheckedQuestion[]> {
  const rows = await questions(tx, workspaceId)
    .where(
      sql<boolean>`checked_questions.typed or not exists (
        select from checked_questions typed where typed.workspace_id = checked_questions.workspace_id
          and typed.key = checked_questions.key and typed.typed)`,
    )
    .orderBy('checked_questions.created_at', 'desc')
    .orderBy('checked_questions.id', 'desc')
    .limit(MOST_REPLAYED)
    .execute();
  return rows.map(present);
}

export async function countChecked(tx: Tx, workspaceId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('checked_questions')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return count;
}
