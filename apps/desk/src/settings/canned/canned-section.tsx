import type { CannedResponse } from '@madoguchi/contract/workspaces.ts';
import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconMessage2Bolt, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useCan } from '../../app/me.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../loaded.tsx';
import { cannedQuery } from '../settings.queries.ts';
import { CannedDialog } from './canned-dialog.tsx';
import { CannedRow } from './canned-row.tsx';
import css from './canned-section.module.css';
import { matching } from './matching.ts';

/** Texts that agents put in with a few keys. Everybody may read them; changing them needs the permission. */
export function CannedSection() {
  const query = useQuery(cannedQuery);
  return (
    <Loaded query={query} height={300}>
      {({ items }) => <CannedList items={items} />}
    </Loaded>
  );
}

function CannedList({ items }: { items: readonly CannedResponse[] }) {
  const t = useAdminWords();
  const mayWrite = useCan('canned.write');
  const [open, setOpen] = useState<CannedResponse | 'new' | null>(null);
  const [q, setQ] = useState('');
  const found = matching(items, q);
  const add = mayWrite && (
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
            {add}
          </div>
          {found.length === 0 && <p className={css.none}>{t('canned.none_found', { q })}</p>}
          <ul className={css.list}>
            {found.map((canned) => (
              <CannedRow key={canned.id} canned={canned} mayWrite={mayWrite} onEdit={() => setOpen(canned)} />
            ))}
          </ul>
        </>
      )}
      {open && <CannedDialog canned={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}
