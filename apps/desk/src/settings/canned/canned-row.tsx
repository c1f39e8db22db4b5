import type { CannedResponse } from '@madoguchi/contract/workspaces.ts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useRemoveCanned } from './canned.mutations.ts';
import css from './canned-section.module.css';

type Props = { canned: CannedResponse; mayWrite: boolean; onEdit: () => void };

export function CannedRow({ canned, mayWrite, onEdit }: Props) {
  const t = useAdminWords();
  const removing = useRemoveCanned();
  const words = (
    <>
      <code className={css.shortcut}>/{canned.shortcut}</code>
      <span className={css.words}>
        <span className={css.title}>
          {canned.title}
          {canned.locale === 'en' && <span className={css.locale}>EN</span>}
        </span>
        <span className={css.text}>{canned.text}</span>
      </span>
    </>
  );
  if (!mayWrite)
    return (
      <li className={css.item}>
        <div className={css.row}>{words}</div>
      </li>
    );
  return (
    <li className={css.item}>
      <button type="button" className={css.row} onClick={onEdit} lang={canned.locale}>
        {words}
      </button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} className={css.more} aria-label={t('canned.menu', { title: canned.title })}>
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={onEdit}>
            {t('edit')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => removing.mutate(canned)}>
            {t('canned.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
