import { Button, Skeleton } from '@mantine/core';
import { IconChecks, IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useListKeys } from '../../admin/list-keys.ts';
import { useCan } from '../../app/me.ts';
import type { Action } from '../../keys/actions.ts';
import { Empty } from '../../ui/empty.tsx';
import { Failure } from '../../ui/failure.tsx';
import { KnowledgeFrame } from '../knowledge-frame.tsx';
import css from './checked.module.css';
import { useReplay } from './checked.mutations.ts';
import { checkedQuery } from './checked.queries.ts';
import { CheckedDialog } from './checked-dialog.tsx';
import { CheckedRow } from './checked-row.tsx';
import { ReplayResult } from './replay-result.tsx';

const placeholders = ['a', 'b', 'c', 'd'];

/** Questions whose right answer is known: what the bot is measured with, and what an edit is tried against. */
export function CheckedPage() {
  const t = useAdminWords();
  const mayWrite = useCan('knowledge.write');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(checkedQuery);
  const replay = useReplay();
  const [adding, setAdding] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const add = () => setAdding(true);
  const acts: Action[] = [{ id: 'checked.new', word: 'key.new_checked', group: 'place.knowledge', icon: IconPlus, keys: 'n', run: add }];
  useListKeys({ list, more: mayWrite ? acts : [] });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const waiting = !data && !error;
  const addButton = mayWrite && (
    <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={add}>
      {t('checked.new')}
    </Button>
  );
  return (
    <KnowledgeFrame tab="checked" actions={items.length > 0 && addButton}>
      <p className={`${css.intro} prose`}>{t('checked.intro')}</p>
      {error && !data && (
        <Failure error={error}>
          <Button variant="default" onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        </Failure>
      )}
      {data && items.length === 0 && (
        <Empty icon={IconChecks} title={t('checked.none')} text={t('checked.none_text')}>
          {addButton}
        </Empty>
      )}
      {items.length > 0 && (
        <div className={css.head}>
          <span className={css.count}>{t('checked.count', { count: data?.pages[0]?.total ?? 0 })}</span>
          {mayWrite && (
            <Button
              variant="default"
              leftSection={<IconPlayerPlay size={16} stroke={1.6} />}
              loading={replay.isPending}
              onClick={() => replay.mutate()}
            >
              {t('checked.run')}
            </Button>
          )}
        </div>
      )}
      {replay.data && <ReplayResult replay={replay.data} />}
      {replay.error && <Failure error={replay.error} />}
      <ul ref={list} className={css.list} aria-busy={waiting}>
        {waiting &&
          placeholders.map((key) => (
            <li key={key} className={css.row}>
              <Skeleton height={24} />
            </li>
          ))}
        {items.map((item) => (
          <CheckedRow key={item.id} item={item} mayWrite={mayWrite} />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('checked.more')}
        </Button>
      )}
      {adding && <CheckedDialog onClose={() => setAdding(false)} />}
    </KnowledgeFrame>
  );
}
