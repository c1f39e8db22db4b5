import type { TextFolder } from '@madoguchi/contract/text-folders.ts';
import { ActionIcon, Select } from '@mantine/core';
import { IconFolderCog } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { FolderDialog } from './folder-dialog.tsx';
import { inTree } from './folder-tree.ts';
import { foldersQuery } from './folders.queries.ts';

/** What a list is narrowed to: everything, what nobody else sees, or a folder. */
export type Place = 'all' | 'mine' | (string & {});

type Props = { kind: TextFolder['kind']; place: Place; onPlace: (place: Place) => void; mayWrite: boolean };

/** Picks a folder, and leads to where folders are made. */
export function FolderBar({ kind, place, onPlace, mayWrite }: Props) {
  const t = useAdminWords();
  const { data } = useQuery(foldersQuery(kind));
  const [managing, setManaging] = useState(false);
  const folders = inTree(data?.items ?? []);
  return (
    <>
      <Select
        aria-label={t('folders.label')}
        allowDeselect={false}
        w={190}
        data={[
          { value: 'all', label: t('folders.all') },
          { value: 'mine', label: t('owner.private') },
          ...folders.map(({ id, name, depth }) => ({ value: id, label: depth === 1 ? `　${name}` : name })),
        ]}
        value={place === 'all' || place === 'mine' || folders.some(({ id }) => id === place) ? place : 'all'}
        onChange={(value) => onPlace(value ?? 'all')}
      />
      {mayWrite && (
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('folders.manage')}
          title={t('folders.manage')}
          onClick={() => setManaging(true)}
        >
          <IconFolderCog size={18} stroke={1.6} />
        </ActionIcon>
      )}
      {managing && <FolderDialog kind={kind} folders={folders} onClose={() => setManaging(false)} />}
    </>
  );
}
