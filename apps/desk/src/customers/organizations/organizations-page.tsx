import { Button, CloseButton, Skeleton, TextInput } from '@mantine/core';
import { IconArrowLeft, IconBuilding, IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkIcon } from '../../admin/links.tsx';
import { useListKeys } from '../../admin/list-keys.ts';
import { MorePages } from '../../admin/more-pages.tsx';
import { useSettled } from '../../admin/use-settled.ts';
import { useCan } from '../../app/me.ts';
import { Empty } from '../../ui/empty.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { OrganizationDialog } from './organization-dialog.tsx';
import css from './organizations.module.css';
import { organizationPagesQuery } from './organizations.queries.ts';

/** The companies and households that customers belong to. */
export function OrganizationsPage() {
  const t = useAdminWords();
  const mayWrite = useCan('customer.write');
  const navigate = useNavigate();
  const [q, setQ] = useState('');
  const [adding, setAdding] = useState(false);
  const list = useInfiniteQuery({ ...organizationPagesQuery(useSettled(q.trim(), 200)), placeholderData: (before) => before });
  const rows = list.data?.pages.flatMap((page) => page.items);
  const searchRef = useRef<HTMLInputElement>(null);
  const listRef = useRef<HTMLUListElement>(null);
  useListKeys({ list: listRef, search: searchRef });
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />} onClick={() => setAdding(true)}>
      {t('organizations.new')}
    </Button>
  );
  return (
    <Page
      title={t('organizations.title')}
      width={960}
      back={
        <LinkIcon to="/customers" variant="subtle" color="gray" size={44} ml={-12} aria-label={t('customer.back')}>
          <IconArrowLeft size={20} stroke={1.6} />
        </LinkIcon>
      }
      actions={rows && rows.length > 0 && add}
    >
      <search className={css.search}>
        <TextInput
          ref={searchRef}
          type="search"
          aria-label={t('organizations.search')}
          placeholder={t('organizations.search')}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          rightSection={q && <CloseButton aria-label={t('list.clear_search')} onClick={() => setQ('')} />}
          maxLength={200}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
      </search>
      {list.error && !rows && (
        <Failure error={list.error}>
          <Button variant="default" onClick={() => void list.refetch()}>
            {t('retry')}
          </Button>
        </Failure>
      )}
      {!rows && !list.error && <Skeleton height={240} />}
      {rows?.length === 0 &&
        (q.trim() ? (
          <Empty icon={IconBuilding} title={t('organizations.none_found', { q: q.trim() })}>
            <Button variant="default" onClick={() => setQ('')}>
              {t('list.clear_search')}
            </Button>
          </Empty>
        ) : (
          <Empty icon={IconBuilding} title={t('organizations.none')} text={t('organizations.none_text')}>
            {add}
          </Empty>
        ))}
      {rows && rows.length > 0 && (
        <ul ref={listRef} className={css.list} aria-label={t('organizations.title')} aria-busy={list.isPlaceholderData}>
          {rows.map(({ id, name, reading, domains, members }) => (
            <li key={id}>
              <Link to="/customers/organizations/$organizationId" params={{ organizationId: id }} className={css.row} data-row={id}>
                <IconBuilding size={20} stroke={1.6} aria-hidden />
                <span className={css.name}>
                  {name}
                  {reading && <span className={css.reading}>{reading}</span>}
                </span>
                <span className={css.domains}>{domains.join(t('list_joint'))}</span>
                <span className={css.members}>{t('organizations.members', { count: members })}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <MorePages list={list} />
      {adding && (
        <OrganizationDialog
          organization={null}
          onClose={(saved) => {
            setAdding(false);
            if (saved) void navigate({ to: '/customers/organizations/$organizationId', params: { organizationId: saved.id } });
          }}
        />
      )}
    </Page>
  );
}
