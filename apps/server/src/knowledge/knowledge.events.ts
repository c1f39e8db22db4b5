import { fact } from '../platform/event-log/fact.ts';
import type { ArticleStatus } from './knowledge.types.ts';

/** `status` is what the article is after the fact: an import may create it published, with no second fact. */
type About = { articleId: string; status: ArticleStatus };

export const articleCreated = fact('article.created', 1)<About & { from: 'editor' | 'import' | 'unanswered' }>();
export const articleUpdated = fact('article.updated', 1)<About & { version: number; fields: string[] }>();
export const articlePublished = fact('article.published', 1)<About & { version: number }>();
/** Taken back to draft. */
export const articleUnpublished = fact('article.unpublished', 1)<About>();
export const articleArchived = fact('article.archived', 1)<About>();
/** Out of the archive, as a draft. */
export const articleRestored = fact('article.restored', 1)<About>();
export const articleRated = fact('article.rated', 1)<{ articleId: string; version: number; helpful: boolean }>();
/** It leads the FAQ now, or no longer does. */
export const articlePinned = fact('article.pinned', 1)<{ articleId: string; pinned: boolean }>();
export const articleImportApplied = fact('article_import.applied', 1)<{
  importId: string;
  fileName: string;
  added: number;
  changed: number;
}>();

export const synonymsChanged = fact('synonyms.changed', 1)<{ synonymId: string; words: string[] }>();
export const synonymsRemoved = fact('synonyms.removed', 1)<{ synonymId: string; words: string[] }>();

/** Facts after which a question is read in another way. */
export const changesSynonyms: ReadonlySet<string> = new Set([synonymsChanged.factName, synonymsRemoved.factName]);
/** Facts after which the search index may no longer be right. */
export const changesPublishedArticles: ReadonlySet<string> = new Set(
  [articleCreated, articleUpdated, articlePublished, articleUnpublished, articleArchived].map((kind) => kind.factName),
);
