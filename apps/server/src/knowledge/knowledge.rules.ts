// Pure: no database, no clock, no await.
import type { Locale } from '@madoguchi/contract/common.ts';
import { type Article, checkIntervals } from '@madoguchi/contract/knowledge.ts';
import type { ArticleContent, ArticleStatus, StoredArticle } from './knowledge.types.ts';

const FIELDS = ['question', 'answer', 'category', 'examples', 'locale'] as const;

/** The content without what a form leaves behind: blanks around it, empty or repeated examples, Windows line ends. */
export function tidyContent(content: ArticleContent): ArticleContent {
  const examples = new Set(content.examples.map((example) => example.trim()));
  examples.delete('');
  return {
    question: content.question.trim(),
    answer: content.answer.replaceAll('\r\n', '\n').trim(),
    category: content.category.trim(),
    examples: [...examples],
    locale: content.locale,
  };
}

export type ContentRefusal = 'question_missing' | 'answer_missing';

/** A draft may lack its answer; what customers read may not. */
export function refuseContent(content: Pick<ArticleContent, 'question' | 'answer'>, status: ArticleStatus): ContentRefusal | null {
  if (content.question === '') return 'question_missing';
  return status === 'published' && content.answer === '' ? 'answer_missing' : null;
}

/** The fields in which two contents differ; none when they say the same. */
export function changedFields(before: ArticleContent, after: ArticleContent): string[] {
  return FIELDS.filter((field) =>
    field === 'examples' ? before.examples.join('\n') !== after.examples.join('\n') : before[field] !== after[field],
  );
}

export type StatusFact = 'published' | 'unpublished' | 'archived' | 'restored';

/** What a change of status is called; null when nothing changes. */
export function statusFact(from: ArticleStatus, to: ArticleStatus): StatusFact | null {
  if (from === to) return null;
  if (to === 'draft') return from === 'archived' ? 'restored' : 'unpublished';
  return to;
}

/** What a change of status ends: nobody waits for the review of what is published, and what is archived is left alone. */
export function endedBy(status: ArticleStatus) {
  if (status === 'draft') return {};
  const noDraft = { review_requested_at: null, review_requested_by: null, publish_at: null };
  return status === 'archived' ? { ...noDraft, archive_at: null } : noDraft;
}

/** Where customers read it: the Japanese help center stands at its base, the English one at /en below it. */
export const articlePath = ({ locale, slug }: { locale: Locale; slug: string }, base = '/help'): string =>
  `${base}${locale === 'en' ? '/en' : ''}/articles/${encodeURIComponent(slug)}`;

/** A row as it crosses the wire. */
export const toArticle = (row: StoredArticle): Article => ({ ...toListed(row), answer: row.answer });

/** Without the answer, for lists. */
export const toListed = (row: Omit<StoredArticle, 'answer'>): Omit<Article, 'answer'> => ({
  id: row.id,
  slug: row.slug,
  status: row.status,
  locale: row.locale,
  category: row.category,
  question: row.question,
  examples: row.examples,
  updatedAt: row.updated_at.toISOString(),
  updatedBy: row.updated_by,
  publishedAt: row.status === 'published' ? (row.published_at?.toISOString() ?? null) : null,
  version: row.version,
  isPinned: row.pinned_at !== null,
  audience: row.audience,
  brandIds: row.brand_ids,
  reviewRequestedAt: row.review_requested_at?.toISOString() ?? null,
  reviewRequestedBy: row.review_requested_by,
  publishAt: row.publish_at?.toISOString() ?? null,
  archiveAt: row.archive_at?.toISOString() ?? null,
  ownerAgentId: row.owner_agent_id,
  checkEveryDays: checkIntervals.find((days) => days === row.check_every_days) ?? null,
  checkDueAt: row.check_due_at?.toISOString() ?? null,
});
