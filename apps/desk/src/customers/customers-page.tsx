import type { CustomerFilter } from '@madoguchi/contract/customers.ts';
import { ActionIcon, Button, CloseButton, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useAdminWords } from '../admin/admin-words.ts';
import forms from '../admin/forms.module.css';
import { LinkButton } from '../admin/links.tsx';
import { useSettled } from '../admin/use-settled.ts';
import { attributesQuery } from '../conversations/customer/customer-knowledge.queries.ts';
import { Page } from '../ui/page.tsx';
import { useStore } from '../ui/store.ts';
import { customersCountQuery, organizationsQuery } from './customers.queries.ts';
import { CustomersList } from './customers-list.tsx';
import rows from './customers-page.module.css';
import { ListsMenu } from './import/lists-menu.tsx';
import { AllDuplicates } from './list/all-duplicates.tsx';
import { ColumnMenu } from './list/column-menu.tsx';
import { FilterMenu } from './list/filter-menu.tsx';
import { filterParts } from './list/filter-words.ts';
import css from './list/list.module.css';
import { columnsStore, filterStore, tidy } from './list/list-store.ts';
import { Segments } from './list/segments.tsx';

/** Everybody who ever wrote or was put in: found by name, reading, address or number, narrowed down by what is known of them. */
export function CustomersPage() {
  const t = useAdminWords();
  const filter = useStore(filterStore, (now) => now);
  const columns = useStore(columnsStore, (now) => now);
  const searchRef = useRef<HTMLInputElement>(null);
  const q = filter.q ?? '';
  const asked = tidy({ ...filter, q: useSettled(q.trim(), 200) });
  const search = (text: string) => filterStore.set((now) => tidy({ ...now, q: text }));
  return (
    <Page
      title={t('customers.title')}
      width={1344}
      actions={
        <>
          <LinkButton to="/customers/organizations" variant="default">
            {t('organizations.title')}
          </LinkButton>
          <AllDuplicates />
          <ListsMenu filter={asked} />
        </>
      }
    >
      <div className={forms.forms}>
        <search className={css.bar}>
          <TextInput
            ref={searchRef}
            className={css.search}
            type="search"
            aria-label={t('customers.search')}
            placeholder={t('customers.search')}
            leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
            rightSection={
              q ? <CloseButton aria-label={t('list.clear_search')} onClick={() => search('')} /> : <kbd className={rows.key}>/</kbd>
            }
            maxLength={200}
            value={q}
            onChange={(event) => search(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && search('')}
          />
          <FilterMenu filter={filter} />
          <Segments filter={asked} />
          <span className={`${css.end} ${css.columns}`}>
            <ColumnMenu columns={columns} />
          </span>
        </search>
        <Parts filter={asked} />
        <CustomersList filter={asked} columns={columns} searchRef={searchRef} />
      </div>
    </Page>
  );
}

/** How many there are, and each condition with a way out of it. */
function Parts({ filter }: { filter: CustomerFilter }) {
  const t = useAdminWords();
  const { data } = useQuery({ ...customersCountQuery(filter), placeholderData: (before) => before });
  const { data: attributes } = useQuery(attributesQuery);
  const { data: organizations } = useQuery(organizationsQuery(''));
  const organization = organizations?.items.find(({ id }) => id === filter.organizationId)?.name ?? t('customer.organization');
  const parts = filterParts(t, filter, attributes?.items ?? [], organization);
  return (
    <div className={css.parts}>
      <span aria-live="polite">{data && t('customers.count', { count: data.count })}</span>
      {parts.map(({ keys, text }) => (
        <span key={keys.join()} className={css.part}>
          {text}
          <ActionIcon
            variant="transparent"
            size={28}
            aria-label={t('customers.without', { what: text })}
            onClick={() =>
              filterStore.set((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(keys as string[]).includes(field))))
            }
          >
            <IconX size={14} stroke={1.8} />
          </ActionIcon>
        </span>
      ))}
      {parts.length > 1 && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => filterStore.set(({ q }) => (q ? { q } : {}))}>
          {t('customers.clear')}
        </Button>
      )}
    </div>
  );
}
