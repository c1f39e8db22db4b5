import { Button, CloseButton, Skeleton, TextInput } from '@mantine/core';
import { IconSearch, IconUserSearch, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useAdminWords } from '../admin/admin-words.ts';
import forms from '../admin/forms.module.css';
import { useListKeys } from '../admin/list-keys.ts';
import { useEndReached } from '../admin/use-end-reached.ts';
import { useSettled } from '../admin/use-settled.ts';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { Page } from '../ui/page.tsx';
import { makeStore, useStore } from '../ui/store.ts';
import { CustomerListRow } from './customer-list-row.tsx';
import { customersQuery } from './customers.queries.ts';
import css from './customers-page.module.css';

/** What was searched for stays while an agent looks at a customer and comes back. */
const searchStore = makeStore('');
const placeholders = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Everybody who ever wrote: found by name, reading or address. */
export function CustomersPage() {
  const t = useAdminWords();
  const q = useStore(searchStore, (now) => now);
  const asked = useSettled(q.trim(), 200);
  const list = useInfiniteQuery({ ...customersQuery(asked), placeholderData: (before) => before });
  const listRef = useRef<HTMLUListElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const endRef = useEndReached(() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage());
  useListKeys({ list: listRef, search: searchRef });
  const rows = list.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t('customers.title')} width={1344}>
      <div className={forms.forms}>
        <search className={css.search}>
          <TextInput
            ref={searchRef}
            type="search"
            aria-label={t('customers.search')}
            placeholder={t('customers.search')}
            leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
            rightSection={
              q ? <CloseButton aria-label={t('list.clear_search')} onClick={() => searchStore.set('')} /> : <kbd className={css.key}>/</kbd>
            }
            maxLength={200}
            value={q}
            onChange={(event) => searchStore.set(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && searchStore.set('')}
          />
        </search>
        {list.error && !rows && (
          <Failure error={list.error}>
            <Button variant="default" onClick={() => void list.refetch()}>
              {t('retry')}
            </Button>
          </Failure>
        )}
        {rows?.length === 0 &&
          (asked ? (
            <Empty icon={IconUserSearch} title={t('customers.none_found', { q: asked })} text={t('customers.none_found_text')} />
          ) : (
            <Empty icon={IconUsers} title={t('customers.none')} text={t('customers.none_text')} />
          ))}
        <ul ref={listRef} className={css.list} aria-busy={!rows || list.isPlaceholderData}>
          {rows?.map((row) => <CustomerListRow key={row.id} row={row} />) ??
            (!list.error &&
              placeholders.map((key) => (
                <li key={key} className={css.ghost}>
                  <Skeleton circle height={28} />
                  <Skeleton height={14} width="30%" />
                </li>
              )))}
        </ul>
        {list.hasNextPage && (
          <div ref={endRef} className={css.more}>
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('list.more')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}
