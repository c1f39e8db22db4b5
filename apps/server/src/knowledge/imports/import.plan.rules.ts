// Pure: what a row of a file does to the articles there are.
import { hasCjk } from '../../platform/text/scripts.ts';
import { changedFields } from '../knowledge.rules.ts';
import type { ArticleContent, StoredArticle } from '../knowledge.types.ts';
import type { Change, ImportRow } from './import.types.ts';

export type PlannedRow = {
  row: ImportRow;
  change: Change;
  content: ArticleContent;
  /** Which of its fields change. */
  fields: string[];
  /** The article it is about; null for a new one. */
  existing: StoredArticle | null;
};

/**
 * Finds for each row the article it is about: the one of the same id in its source, else the one that asks the same and has no other
 * id. An article serves one row only.
 */
export function planRows(rows: readonly ImportRow[], candidates: readonly StoredArticle[]): PlannedRow[] {
  // Its own id too: what was exported here comes back with it.
  const byId = new Map(
    candidates.flatMap((article) => [article.id, article.external_id].flatMap((id) => (id === null ? [] : [[id, article] as const]))),
  );
  const byQuestion = Map.groupBy(candidates, (article) => article.question);
  const taken = new Set<string>();
  return rows.map((row) => {
    const sameId = row.externalId === null ? undefined : byId.get(row.externalId);
    const existing =
      sameId ?? bestOf((byQuestion.get(row.question) ?? []).filter((article) => mayServe(article, row) && !taken.has(article.id)));
    if (existing) taken.add(existing.id);
    const content = contentOf(row, existing);
    const fields = existing ? changedFields(existing, content) : [];
    return { row, change: existing ? (fields.length > 0 ? 'changed' : 'unchanged') : 'added', content, fields, existing: existing ?? null };
  });
}

const mayServe = (article: StoredArticle, row: ImportRow): boolean => row.externalId === null || article.external_id === null;

/** Several ask the same: one in use before one archived, then the oldest. */
const bestOf = (articles: StoredArticle[]): StoredArticle | undefined =>
  articles.sort((a, b) => Number(a.status === 'archived') - Number(b.status === 'archived') || (a.id < b.id ? -1 : 1))[0];

const contentOf = (row: ImportRow, existing: StoredArticle | undefined): ArticleContent => ({
  question: row.question,
  answer: row.answer,
  category: row.category ?? existing?.category ?? '',
  examples: row.examples ?? existing?.examples ?? [],
  locale: row.locale ?? existing?.locale ?? (hasCjk(row.question + row.answer) ? 'ja' : 'en'),
});
