import type { View } from '@madoguchi/contract/conversations.ts';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useWords } from '../../app/locale.tsx';
import { Failure } from '../../ui/failure.tsx';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { useIsSelecting } from '../bulk/selection-store.ts';
import { listQuery } from '../conversations.queries.ts';
import { ConversationList } from './conversation-list.tsx';
import { EmptyView } from './empty-view.tsx';
import type { FieldFilter } from './field-filter.ts';
import { ListHead } from './list-head.tsx';
import css from './list-pane.module.css';
import { ListSkeleton } from './list-skeleton.tsx';
import { useListOrder } from './use-list-order.ts';

type Props = { view: View; q: string; filter: FieldFilter; openId: string | undefined };

/** One view's conversations, or what a search over all of them found; narrowed down by a field, if one is chosen. */
export function ListPane({ view, q, filter, openId }: Props) {
  const t = useWords();
  const selecting = useIsSelecting();
  const searched: View = q ? 'all' : view;
  const [order, setOrder] = useListOrder(searched);
  const list = useInfiniteQuery(listQuery(searched, q, order, filter));
  const { fetchNextPage, isFetchingNextPage } = list;
  const rowHeight = useMediaQuery('(width < 768px)', false, { getInitialValueInEffect: false }) ? 72 : 64;
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  return (
    <section className={css.pane} aria-label={t('list.label')}>
      {selecting ? <BulkBar /> : <ListHead view={view} q={q} filter={filter} order={order} setOrder={setOrder} />}
      {list.isPending ? (
        <ListSkeleton />
      ) : list.data === undefined ? (
        <Failure error={list.error}>
          <Button variant="default" onClick={() => list.refetch()} loading={list.isFetching}>
            {t('action.retry')}
          </Button>
        </Failure>
      ) : items.length === 0 && !list.hasNextPage ? (
        <EmptyView view={view} q={q} filter={filter} />
      ) : (
        <ConversationList
          key={`${searched} ${q} ${order} ${filter.field ?? ''} ${filter.value ?? ''} ${rowHeight}`}
          rowHeight={rowHeight}
          items={items}
          view={view}
          q={q}
          filter={filter}
          openId={openId}
          hasMore={list.hasNextPage}
          loadMore={loadMore}
        />
      )}
    </section>
  );
}
