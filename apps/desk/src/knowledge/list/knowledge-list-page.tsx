import { Button, Group } from '@mantine/core';
import { IconArchive, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkButton } from '../../admin/links.tsx';
import { focusedRow, focusNeighbor, useListKeys } from '../../admin/list-keys.ts';
import { useSettled } from '../../admin/use-settled.ts';
import { useCan } from '../../app/me.ts';
import type { Action } from '../../keys/actions.ts';
import { Failure } from '../../ui/failure.tsx';
import { useStore } from '../../ui/store.ts';
import { articlesQuery, summaryQuery } from '../knowledge.queries.ts';
import { KnowledgeFrame } from '../knowledge-frame.tsx';
import { useSetStatus } from '../set-status.ts';
import { ArticleList } from './article-list.tsx';
import { FilterBar } from './filter-bar.tsx';
import { filterStore, isFiltered } from './list-filter.ts';
import { ListMenu } from './list-menu.tsx';
import { FirstSteps, NothingFound } from './nothing-here.tsx';

/** Everything the bot and the help center know: found, counted, and one key away from being changed. */
export function KnowledgeListPage() {
  const t = useAdminWords();
  const navigate = useNavigate();
  const mayWrite = useCan('knowledge.write');
  const filter = useStore(filterStore, (now) => now);
  const asked = useSettled(filter, 200);
  const summary = useQuery(summaryQuery);
  const list = useInfiniteQuery({ ...articlesQuery(asked), placeholderData: (before) => before });
  const setStatus = useSetStatus();
  const listRef = useRef<HTMLUListElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const rows = list.data?.pages.flatMap((page) => page.items);
  const write = () => void navigate({ to: '/knowledge/$articleId', params: { articleId: 'new' } });
  const archive = () => {
    const row = rows?.find((one) => one.id === focusedRow());
    if (!row || row.status === 'archived') return;
    focusNeighbor(listRef.current);
    setStatus.mutate({ id: row.id, from: row.status, to: 'archived' });
  };
  const writing: Action[] = [
    { id: 'knowledge.new', word: 'key.new_article', group: 'place.knowledge', icon: IconPlus, keys: 'n', run: write },
    { id: 'knowledge.archive', word: 'key.archive_article', group: 'place.knowledge', icon: IconArchive, keys: 'e', run: archive },
  ];
  useListKeys({ list: listRef, search: searchRef, more: mayWrite ? writing : [] });

  const counts = summary.data?.counts;
  const nothingYet = counts && Object.values(counts).every((count) => count === 0) && !isFiltered(filter);
  return (
    <KnowledgeFrame
      tab="articles"
      actions={
        mayWrite &&
        !nothingYet && (
          <Group gap={8} wrap="nowrap">
            <ListMenu />
            <LinkButton to="/knowledge/$articleId" params={{ articleId: 'new' }} leftSection={<IconPlus size={16} stroke={2} />}>
              {t('list.new')}
            </LinkButton>
          </Group>
        )
      }
    >
      {nothingYet ? (
        <FirstSteps />
      ) : (
        <>
          <FilterBar summary={summary.data} searchRef={searchRef} />
          {list.error && !rows ? (
            <Failure error={list.error}>
              <Button variant="default" onClick={() => void list.refetch()}>
                {t('retry')}
              </Button>
            </Failure>
          ) : rows?.length === 0 ? (
            <NothingFound filter={asked} />
          ) : (
            <ArticleList rows={rows} list={list} listRef={listRef} mayWrite={mayWrite} total={list.data?.pages[0]?.total} />
          )}
        </>
      )}
    </KnowledgeFrame>
  );
}
