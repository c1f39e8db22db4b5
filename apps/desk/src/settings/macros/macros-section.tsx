import type { Macro } from '@madoguchi/contract/macros.ts';
import { Button } from '@mantine/core';
import { IconPlus, IconWand } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useCan } from '../../app/me.ts';
import { Empty } from '../../ui/empty.tsx';
import { inPlace } from '../canned/canned-order.ts';
import { FolderBar, type Place } from '../folders/folder-bar.tsx';
import { pathOf } from '../folders/folder-tree.ts';
import { foldersQuery } from '../folders/folders.queries.ts';
import { Loaded } from '../loaded.tsx';
import { MacroDialog } from './macro-dialog.tsx';
import { MacroRow } from './macro-row.tsx';
import { macrosToKeepQuery, macroUsageQuery } from './macros.mutations.ts';
import css from './macros-section.module.css';

/** Several actions under a name. Everybody keeps their own; changing everybody's needs the permission. */
export function MacrosSection() {
  const mayShare = useCan('canned.write');
  const query = useQuery(macrosToKeepQuery(mayShare));
  return (
    <Loaded query={query} height={240}>
      {({ items }) => <MacroRows items={items} mayShare={mayShare} />}
    </Loaded>
  );
}

function MacroRows({ items, mayShare }: { items: readonly Macro[]; mayShare: boolean }) {
  const t = useAdminWords();
  const [open, setOpen] = useState<Macro | 'new' | null>(null);
  const [place, setPlace] = useState<Place>('all');
  const { data: usage } = useQuery(macroUsageQuery);
  const { data: folders } = useQuery(foldersQuery('macro'));
  const tree = folders?.items ?? [];
  const found = inPlace(items, place, tree);
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setOpen('new')}>
      {t('macros.new')}
    </Button>
  );
  return (
    <>
      {items.length === 0 ? (
        <Empty icon={IconWand} title={t('macros.none')} text={t('macros.none_text')}>
          {add}
        </Empty>
      ) : (
        <>
          <div className={css.head}>
            <FolderBar kind="macro" place={place} onPlace={setPlace} mayWrite={mayShare} />
            <span className={css.gap} />
            {add}
          </div>
          {found.length === 0 && <p className={css.none}>{t('macros.none_here')}</p>}
          <ul className={css.list}>
            {found.map((macro) => (
              <MacroRow
                key={macro.id}
                macro={macro}
                used={usage?.items.find(({ id }) => id === macro.id)?.used ?? 0}
                path={pathOf(tree, macro.folderId)}
                mayWrite={mayShare || macro.owner === 'private'}
                mayShare={mayShare}
                onEdit={() => setOpen(macro)}
              />
            ))}
          </ul>
        </>
      )}
      {open && (
        <MacroDialog
          macro={open === 'new' ? null : open}
          folderId={tree.some(({ id }) => id === place) ? place : null}
          mayShare={mayShare}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
