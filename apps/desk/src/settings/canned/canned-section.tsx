import type { CannedResponse } from '@madoguchi/contract/canned-responses.ts';
import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { IconMessage2Bolt, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useCan } from '../../app/me.ts';
import { Empty } from '../../ui/empty.tsx';
import { FolderBar, type Place } from '../folders/folder-bar.tsx';
import { pathOf } from '../folders/folder-tree.ts';
import { foldersQuery } from '../folders/folders.queries.ts';
import { Loaded } from '../loaded.tsx';
import { cannedToKeepQuery, cannedUsageQuery } from './canned.mutations.ts';
import { CannedDialog } from './canned-dialog.tsx';
import { type CannedOrder, cannedOrders, inOrder, inPlace } from './canned-order.ts';
import { CannedRow } from './canned-row.tsx';
import css from './canned-section.module.css';
import { matching } from './matching.ts';

/** Texts that agents put in with a few keys. Everybody keeps their own; changing everybody's needs the permission. */
export function CannedSection() {
  const mayShare = useCan('canned.write');
  const query = useQuery(cannedToKeepQuery(mayShare));
  return (
    <Loaded query={query} height={300}>
      {({ items }) => <CannedList items={items} mayShare={mayShare} />}
    </Loaded>
  );
}

function CannedList({ items, mayShare }: { items: readonly CannedResponse[]; mayShare: boolean }) {
  const t = useAdminWords();
  const [open, setOpen] = useState<CannedResponse | 'new' | null>(null);
  const [q, setQ] = useState('');
  const [place, setPlace] = useState<Place>('all');
  const [order, setOrder] = useState<CannedOrder>('shortcut');
  const { data: usage } = useQuery(cannedUsageQuery);
  const { data: folders } = useQuery(foldersQuery('canned'));
  const tree = folders?.items ?? [];
  const uses = new Map(usage?.items.map((use) => [use.id, use]));
  const found = inOrder(matching(inPlace(items, place, tree), q), uses, order);
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setOpen('new')}>
      {t('canned.new')}
    </Button>
  );
  return (
    <>
      {items.length === 0 ? (
        <Empty icon={IconMessage2Bolt} title={t('canned.none')} text={t('canned.none_text')}>
          {add}
        </Empty>
      ) : (
        <>
          <div className={css.head}>
            <TextInput
              className={css.search}
              type="search"
              aria-label={t('canned.search')}
              placeholder={t('canned.search')}
              leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
              rightSection={q && <CloseButton aria-label={t('list.clear_search')} onClick={() => setQ('')} />}
              value={q}
              onChange={(event) => setQ(event.currentTarget.value)}
            />
            <FolderBar kind="canned" place={place} onPlace={setPlace} mayWrite={mayShare} />
            <Select
              aria-label={t('canned.order')}
              allowDeselect={false}
              w={160}
              data={cannedOrders.map((one) => ({ value: one, label: t(`canned.order.${one}`) }))}
              value={order}
              onChange={(value) => setOrder(value as CannedOrder)}
            />
            {add}
          </div>
          {found.length === 0 && <p className={css.none}>{q ? t('canned.none_found', { q }) : t('canned.none_here')}</p>}
          <ul className={css.list}>
            {found.map((canned) => (
              <CannedRow
                key={canned.id}
                canned={canned}
                use={uses.get(canned.id)}
                path={pathOf(tree, canned.folderId)}
                mayWrite={mayShare || canned.owner === 'private'}
                mayShare={mayShare}
                onEdit={() => setOpen(canned)}
              />
            ))}
          </ul>
          <p className={css.note}>{t('canned.usage_text')}</p>
        </>
      )}
      {open && (
        <CannedDialog
          canned={open === 'new' ? null : open}
          folderId={tree.some(({ id }) => id === place) ? place : null}
          mayShare={mayShare}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
