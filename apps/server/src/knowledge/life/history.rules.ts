// Pure: what a fact says in the history of its article.
import type { ArticleHappening } from '@madoguchi/contract/article-life.ts';

/** As migration 0020 has them in its index. */
export const LIFE_FACTS = [
  'article.created',
  'article.published',
  'article.unpublished',
  'article.archived',
  'article.restored',
  'article.pinned',
  'article.moved',
  'article.audience_changed',
  'article.brands_changed',
  'article.review_requested',
  'article.review_withdrawn',
  'article.scheduled',
  'article.schedule_missed',
  'article.checked',
] as const;

export type LifeFact = { name: string; at: Date; actor_kind: string; actor_name: string; data: Record<string, unknown> };

const PLAIN = {
  'article.published': 'published',
  'article.unpublished': 'unpublished',
  'article.archived': 'archived',
  'article.restored': 'restored',
  'article.brands_changed': 'brands_changed',
  'article.review_requested': 'review_requested',
  'article.review_withdrawn': 'review_withdrawn',
  'article.schedule_missed': 'schedule_missed',
  'article.checked': 'checked',
} as const;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Null for what the versions tell already: that it was written as a draft. */
export function happeningOf({ name, at, actor_kind, actor_name, data }: LifeFact): ArticleHappening | null {
  const about = { at: at.toISOString(), by: actor_kind === 'system' ? null : actor_name };
  if (name in PLAIN) return { ...about, what: PLAIN[name as keyof typeof PLAIN] };
  switch (name) {
    case 'article.created':
      return data.status === 'published' ? { ...about, what: 'published' } : null;
    case 'article.pinned':
      return { ...about, what: data.pinned === true ? 'pinned' : 'unpinned' };
    case 'article.moved':
      return { ...about, what: 'moved', from: String(data.from), to: String(data.to) };
    case 'article.audience_changed':
      return { ...about, what: 'audience_changed', audience: data.audience === 'internal' ? 'internal' : 'public' };
    case 'article.scheduled':
      return { ...about, what: 'scheduled', publishAt: textOrNull(data.publishAt), archiveAt: textOrNull(data.archiveAt) };
    default:
      return null;
  }
}
