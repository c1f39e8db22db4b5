import { fact } from '../platform/event-log/fact.ts';
import type { ArticleAudience, ArticleStatus } from './knowledge.types.ts';

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
/** Its address in the help center is another. */
export const articleMoved = fact('article.moved', 1)<{ articleId: string; from: string; to: string }>();
/** Everybody may read it now, or only the people who answer. */
export const articleAudienceChanged = fact('article.audience_changed', 1)<{ articleId: string; audience: ArticleAudience }>();
/** It is for the customers of these brands now; null: of every brand. */
export const articleBrandsChanged = fact('article.brands_changed', 1)<{ articleId: string; brandIds: string[] | null }>();
/** Its translation was found to say what the original says now. */
export const articleTranslationConfirmed = fact('article.translation_confirmed', 1)<{ articleId: string; sourceVersion: number }>();
/** A draft waits for somebody to look at it and publish it, or no longer does. */
export const articleReviewRequested = fact('article.review_requested', 1)<{ articleId: string; version: number }>();
export const articleReviewWithdrawn = fact('article.review_withdrawn', 1)<{ articleId: string }>();
/** When it will be published or archived by itself; null for never. Times as ISO 8601. */
export const articleScheduled = fact('article.scheduled', 1)<{ articleId: string; publishAt: string | null; archiveAt: string | null }>();
/** It was to be published by itself and had nothing to say. */
export const articleScheduleMissed = fact('article.schedule_missed', 1)<{ articleId: string }>();
export const articleCareChanged = fact('article.care_changed', 1)<{
  articleId: string;
  ownerAgentId: string | null;
  checkEveryDays: number | null;
}>();
/** Somebody found it to be still true. */
export const articleChecked = fact('article.checked', 1)<{ articleId: string; version: number; nextAt: string }>();
export const articleImportApplied = fact('article_import.applied', 1)<{
  importId: string;
  fileName: string;
  added: number;
  changed: number;
}>();

export const categoriesArranged = fact('categories.arranged', 1)<{ locale: string; count: number }>();
export const categoryRenamed = fact('category.renamed', 1)<{ locale: string; from: string; to: string; articles: number }>();

export const synonymsChanged = fact('synonyms.changed', 1)<{ synonymId: string; words: string[] }>();
export const synonymsRemoved = fact('synonyms.removed', 1)<{ synonymId: string; words: string[] }>();

/** Facts after which a question is read in another way. */
export const changesSynonyms: ReadonlySet<string> = new Set([synonymsChanged.factName, synonymsRemoved.factName]);
/** Facts after which the search index may no longer be right. */
export const changesPublishedArticles: ReadonlySet<string> = new Set(
  [
    articleCreated,
    articleUpdated,
    articlePublished,
    articleUnpublished,
    articleArchived,
    articleMoved,
    articleAudienceChanged,
    articleBrandsChanged,
  ].map((kind) => kind.factName),
);
