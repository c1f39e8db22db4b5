import { Button, CloseButton, Skeleton, TextInput } from '@mantine/core';
import { IconPlus, IconSearch, IconShieldX } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failure } from '../../ui/failure.tsx';
import { BlockDialog } from './block-dialog.tsx';
import { BlockRow } from './block-row.tsx';
import css from './spam.module.css';
import { blocksQuery } from './spam.queries.ts';

/** Who is blocked, latest first. */
export function BlockList() {
  const t = useAdminWords();
  const [adding, setAdding] = useState(false);
  const [q, setQ] = useState('');
  const asked = useDeferredValue(q.trim());
  const query = useInfiniteQuery({ ...blocksQuery(asked), placeholderData: keepPreviousData });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const isEmpty = query.data !== undefined && items.length === 0;
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setAdding(true)}>
      {t('spam.add')}
    </Button>
  );
  return (
    <Section title={t('spam.blocks')} text={t('spam.blocks_text')}>
      {isEmpty && q === '' ? (
        <Empty icon={IconShieldX} title={t('spam.none')} text={t('spam.none_text')}>
          {add}
        </Empty>
      ) : (
        <>
          <div className={css.head}>
            <TextInput
              className={css.search}
              type="search"
              aria-label={t('spam.search')}
              placeholder={t('spam.search')}
              leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
              rightSection={q && <CloseButton aria-label={t('list.clear_search')} onClick={() => setQ('')} />}
              value={q}
              onChange={(event) => setQ(event.currentTarget.value)}
            />
            {add}
          </div>
          {query.isPending && <Skeleton height={180} radius="md" />}
          {query.error && !query.data && (
            <Failure error={query.error}>
              <Button variant="default" onClick={() => void query.refetch()}>
                {t('retry')}
              </Button>
            </Failure>
          )}
          {isEmpty && <p className={css.none}>{t('spam.none_found', { q })}</p>}
          <ul className={css.list}>
            {items.map((block) => (
              <BlockRow key={block.id} block={block} />
            ))}
          </ul>
          {query.hasNextPage && (
            <Button variant="default" className={css.open} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('spam.more')}
            </Button>
          )}
        </>
      )}
      {adding && <BlockDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}
