import type { ArticleHappening } from '@madoguchi/contract/article-life.ts';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { fullTime } from '../../../ui/time.ts';
import { Ago } from '../../../ui/time-text.tsx';
import { useReader } from '../../../ui/use-now.ts';
import css from './versions.module.css';

/** One thing that happened to an article beside its words. */
export function HappeningLine({ happening }: { happening: ArticleHappening }) {
  return (
    <div className={css.happening}>
      <span className={css.top}>
        <span>{useHappeningWords(happening)}</span>
        <Ago at={happening.at} className={css.when} />
      </span>
      {happening.by && <span className={css.who}>{happening.by}</span>}
    </div>
  );
}

function useHappeningWords(happening: ArticleHappening): string {
  const t = useAdminWords();
  const reader = useReader();
  switch (happening.what) {
    case 'moved':
      return t('history.moved', { from: happening.from, to: happening.to });
    case 'audience_changed':
      return t(happening.audience === 'internal' ? 'history.made_internal' : 'history.made_public');
    case 'scheduled': {
      const { publishAt, archiveAt } = happening;
      const times = [
        ...(publishAt ? [t('history.publish_planned', { at: fullTime(publishAt, reader) })] : []),
        ...(archiveAt ? [t('history.archive_planned', { at: fullTime(archiveAt, reader) })] : []),
      ];
      return times.length > 0 ? times.join(' · ') : t('history.plan_taken_back');
    }
    case 'published':
      return t(happening.by ? 'history.published' : 'history.published_itself');
    case 'archived':
      return t(happening.by ? 'history.archived' : 'history.archived_itself');
    case 'restored':
      return t('history.restored_life');
    default:
      return t(`history.${happening.what}`);
  }
}
