import { Button } from '@mantine/core';
import { useAdminWords } from './admin-words.ts';
import css from './more-pages.module.css';
import { useEndReached } from './use-end-reached.ts';

export type PagedList = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

/** The end of a list that has more: its next page is fetched shortly before it comes into sight, or when asked for. */
export function MorePages({ list }: { list: PagedList }) {
  const t = useAdminWords();
  const endRef = useEndReached(() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage());
  if (!list.hasNextPage) return null;
  return (
    <div ref={endRef} className={css.more}>
      <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t('list.more')}
      </Button>
    </div>
  );
}
