import { IconPin } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useMe } from '../../app/me.ts';
import { Ago } from '../../ui/time-text.tsx';
import { hasDraft } from '../article/drafts.ts';
import { ArticleMarks } from '../article-marks.tsx';
import type { ArticleRow } from '../knowledge.queries.ts';
import { StatusBadge } from '../status-badge.tsx';
import css from './article-list.module.css';
import { RowMenu } from './row-menu.tsx';

export function ArticleListRow({ row, mayWrite }: { row: ArticleRow; mayWrite: boolean }) {
  const t = useAdminWords();
  const { agent } = useMe();
  return (
    <li className={css.item}>
      <Link to="/knowledge/$articleId" params={{ articleId: row.id }} className={css.row} data-row={row.id}>
        <span className={css.question} lang={row.locale}>
          {row.isPinned && <IconPin className={css.pin} size={14} stroke={1.8} role="img" aria-label={t('list.pinned')} />}
          {row.question}
          {hasDraft(agent.id, row.id) && <span className={css.unsaved}>{t('list.unsaved')}</span>}
          <ArticleMarks row={row} />
        </span>
        <span className={css.status}>
          <StatusBadge status={row.status} audience={row.audience} />
        </span>
        <span className={css.category}>
          <span className={css.categoryName}>{row.category}</span>
          {row.locale === 'en' && <span className={css.locale}>EN</span>}
        </span>
        <span className={css.changed}>
          <Ago at={row.updatedAt} />
          {row.updatedBy && <span className={css.by}> · {row.updatedBy}</span>}
        </span>
      </Link>
      {mayWrite && <RowMenu row={row} />}
    </li>
  );
}
