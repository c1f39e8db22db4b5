// Pure: when an article comes and goes by itself.
import type { ArticleStatus, StoredArticle } from '../knowledge.types.ts';

/** Null: not by itself. */
export type Schedule = { publishAt: Date | null; archiveAt: Date | null };
export type ScheduleRefusal = 'not_draft' | 'archived' | 'in_past' | 'ends_first';

/** What stands in the way of a plan. Taking a plan back is always right. */
export function refuseSchedule(status: ArticleStatus, { publishAt, archiveAt }: Schedule, now: Date): ScheduleRefusal | null {
  if (publishAt === null && archiveAt === null) return null;
  if (status === 'archived') return 'archived';
  if (publishAt && status !== 'draft') return 'not_draft';
  if ([publishAt, archiveAt].some((at) => at !== null && at <= now)) return 'in_past';
  return publishAt && archiveAt && archiveAt <= publishAt ? 'ends_first' : null;
}

/** What is to happen now, and when to look again; null for never. */
export function dueAt({ publish_at, archive_at }: Pick<StoredArticle, 'publish_at' | 'archive_at'>, now: Date) {
  const isDue = (at: Date | null) => at !== null && at <= now;
  const later = [publish_at, archive_at].filter((at) => at !== null && at > now) as Date[];
  return {
    publish: isDue(publish_at),
    archive: isDue(archive_at),
    next: later.sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
  };
}
