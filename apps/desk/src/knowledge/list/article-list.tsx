import { Skeleton } from '@mantine/core';
import type { RefObject } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { MorePages, type PagedList } from '../../admin/more-pages.tsx';
import type { ArticleRow } from '../knowledge.queries.ts';
import css from './article-list.module.css';
import { ArticleListRow } from './article-list-row.tsx';

type Props = {
  /** undefined while the first page is on its way. */
  rows: readonly ArticleRow[] | undefined;
  list: PagedList & { isPlaceholderData: boolean };
  listRef: RefObject<HTMLUListElement | null>;
  mayWrite: boolean;
  total: number | undefined;
};

const placeholders = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

export function ArticleList({ rows, list, listRef, mayWrite, total }: Props) {
  const t = useAdminWords();
  return (
    <>
      <p className={css.total} aria-live="polite">
        {total === undefined ? ' ' : t('list.total', { count: total, number: total.toLocaleString() })}
      </p>
      <ul className={css.list} ref={listRef} aria-busy={!rows || list.isPlaceholderData}>
        {rows?.map((row) => <ArticleListRow key={row.id} row={row} mayWrite={mayWrite} />) ??
          placeholders.map((key) => (
            <li key={key} className={css.ghost}>
              <Skeleton height={16} width="55%" />
            </li>
          ))}
      </ul>
      <MorePages list={list} />
    </>
  );
}
