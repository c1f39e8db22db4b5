import type { Macro } from '@madoguchi/contract/macros.ts';
import { Menu } from '@mantine/core';
import { IconPencil, IconTrash, IconWand } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useActionWords } from '../../macros/use-action-words.ts';
import { DotsMenu } from '../../ui/dots-menu.tsx';
import { OwnerMark } from '../folders/owner-mark.tsx';
import { useRemoveMacro } from './macros.mutations.ts';
import css from './macros-section.module.css';

type Props = { macro: Macro; used: number; path: string; mayWrite: boolean; mayShare: boolean; onEdit: () => void };

/** One macro: its name, what it does in a line, how often it was run. */
export function MacroRow({ macro, used, path, mayWrite, mayShare, onEdit }: Props) {
  const t = useAdminWords();
  const words = useActionWords();
  const removing = useRemoveMacro(mayShare);
  const does = macro.actions.map((action) => words(action).what).join(t('macros.joint'));
  const inside = (
    <>
      <IconWand size={20} stroke={1.6} aria-hidden className={css.icon} />
      <span className={css.words}>
        <span className={css.name}>
          {macro.name}
          <OwnerMark owner={macro.owner} teamId={macro.teamId} />
        </span>
        <span className={css.does}>
          {path && <span className={css.path}>{path}</span>}
          {does}
        </span>
      </span>
      <span className={css.used}>{used > 0 ? t('canned.used', { count: used }) : t('canned.never_used')}</span>
    </>
  );
  if (!mayWrite)
    return (
      <li className={css.item}>
        <div className={css.row}>{inside}</div>
      </li>
    );
  return (
    <li className={css.item}>
      <button type="button" className={css.row} onClick={onEdit}>
        {inside}
      </button>
      <span className={css.more}>
        <DotsMenu label={t('macros.menu', { name: macro.name })}>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={onEdit}>
            {t('edit')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => removing.mutate(macro)}>
            {t('canned.remove')}
          </Menu.Item>
        </DotsMenu>
      </span>
    </li>
  );
}
