import type { CustomerFilter } from '@madoguchi/contract/customers.ts';
import { Button, Skeleton } from '@mantine/core';
import { IconUserSearch, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type CSSProperties, type RefObject, useRef } from 'react';
import { useAdminWords } from '../admin/admin-words.ts';
import { useListKeys } from '../admin/list-keys.ts';
import { MorePages } from '../admin/more-pages.tsx';
import { attributesQuery } from '../conversations/customer/customer-knowledge.queries.ts';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { CustomerListRow } from './customer-list-row.tsx';
import { customersQuery } from './customers.queries.ts';
import css from './customers-page.module.css';
import { columnLabel } from './list/column-menu.tsx';
import { type Column, filterStore } from './list/list-store.ts';

const placeholders = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
type Props = { filter: CustomerFilter; columns: readonly Column[]; searchRef: RefObject<HTMLInputElement | null> };

/** The people a filter holds, those who came last first. */
export function CustomersList({ filter, columns, searchRef }: Props) {
  const t = useAdminWords();
  const list = useInfiniteQuery({ ...customersQuery(filter), placeholderData: (before) => before });
  const { data: attributes } = useQuery(attributesQuery);
  const listRef = useRef<HTMLUListElement>(null);
  useListKeys({ list: listRef, search: searchRef });
  const rows = list.data?.pages.flatMap((page) => page.items);
  const isNarrowed = Object.keys(filter).length > 0;
  const shape: CSSProperties & Record<'--columns', number> = { '--columns': columns.length };
  return (
    <>
      {list.error && !rows && (
        <Failure error={list.error}>
          <Button variant="default" onClick={() => void list.refetch()}>
            {t('retry')}
          </Button>
        </Failure>
      )}
      {rows?.length === 0 &&
        (isNarrowed ? (
          <Empty
            icon={IconUserSearch}
            title={filter.q ? t('customers.none_found', { q: filter.q }) : t('customers.none_in_filter')}
            text={t('customers.none_found_text')}
          >
            <Button variant="default" onClick={() => filterStore.set({})}>
              {t('customers.clear')}
            </Button>
          </Empty>
        ) : (
          <Empty icon={IconUsers} title={t('customers.none')} text={t('customers.none_text')} />
        ))}
      {rows && rows.length > 0 && (
        <div className={css.heads} style={shape} aria-hidden>
          <span className={css.nameHead}>{t('customer.name')}</span>
          {columns.map((column) => (
            <span key={column} data-column={column}>
              {columnLabel(t, column, attributes?.items ?? [])}
            </span>
          ))}
        </div>
      )}
      <ul ref={listRef} className={css.list} style={shape} aria-busy={!rows || list.isPlaceholderData}>
        {rows?.map((row) => <CustomerListRow key={row.id} row={row} columns={columns} attributes={attributes?.items ?? []} />) ??
          (!list.error &&
            placeholders.map((key) => (
              <li key={key} className={css.ghost}>
                <Skeleton circle height={28} />
                <Skeleton height={14} width="30%" />
              </li>
            )))}
      </ul>
      <MorePages list={list} />
    </>
  );
}
