import { IconAlarm, IconCalendarTime, IconEyeCheck, IconLanguage, IconLock } from '@tabler/icons-react';
import { useAdminWords } from '../admin/admin-words.ts';
import { useMe } from '../app/me.ts';
import { useNow } from '../ui/use-now.ts';
import css from './article-marks.module.css';
import type { ArticleRow, MarkName } from './knowledge.queries.ts';

export const markLooks = {
  review_requested: { icon: IconEyeCheck, word: 'mark.review_requested' },
  my_check_due: { icon: IconAlarm, word: 'mark.my_check_due' },
  check_due: { icon: IconAlarm, word: 'mark.check_due' },
  translation_behind: { icon: IconLanguage, word: 'mark.translation_behind' },
  scheduled: { icon: IconCalendarTime, word: 'mark.scheduled' },
  internal: { icon: IconLock, word: 'mark.internal' },
} as const satisfies Record<MarkName, object>;
export const markNames = Object.keys(markLooks) as MarkName[];

/** One thing that makes an article stand out: a word with a shape. */
export function Mark({ name }: { name: MarkName }) {
  const t = useAdminWords();
  const { icon: Icon, word } = markLooks[name];
  return (
    <span className={css.mark} data-mark={name}>
      <Icon size={14} stroke={1.8} aria-hidden />
      {t(word)}
    </span>
  );
}

/** Everything that makes an article stand out in a list; what is archived does not. */
export function ArticleMarks({ row }: { row: ArticleRow }) {
  const now = useNow();
  const me = useMe().agent.id;
  if (row.status === 'archived') return null;
  const has: Record<MarkName, boolean> = {
    review_requested: row.reviewRequestedAt !== null,
    my_check_due: isDue(row.checkDueAt, now) && row.ownerAgentId === me,
    check_due: isDue(row.checkDueAt, now) && row.ownerAgentId !== me,
    translation_behind: row.isTranslationBehind,
    scheduled: row.publishAt !== null || row.archiveAt !== null,
    // What is published internally says so with its status.
    internal: row.audience === 'internal' && row.status !== 'published',
  };
  return markNames.filter((name) => has[name]).map((name) => <Mark key={name} name={name} />);
}

export const isDue = (at: string | null, now: number): boolean => at !== null && Date.parse(at) <= now;
