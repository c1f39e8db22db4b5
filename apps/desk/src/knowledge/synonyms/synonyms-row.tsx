import type { SynonymGroup } from '@madoguchi/contract/knowledge.ts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './synonyms.module.css';
import { useRemoveSynonyms } from './synonyms.mutations.ts';

type Props = { group: SynonymGroup; mayWrite: boolean; onEdit: () => void };

export function SynonymsRow({ group, mayWrite, onEdit }: Props) {
  const t = useAdminWords();
  const removing = useRemoveSynonyms();
  const chips = group.words.map((word) => (
    <span key={word} className={css.chip}>
      {word}
    </span>
  ));
  if (!mayWrite)
    return (
      <li className={css.item}>
        <div className={css.row} data-row={group.id} tabIndex={-1}>
          {chips}
        </div>
      </li>
    );
  return (
    <li className={css.item}>
      <button type="button" className={css.row} data-row={group.id} aria-label={group.words.join(', ')} onClick={onEdit}>
        {chips}
      </button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            className={css.more}
            aria-label={t('synonyms.menu', { word: group.words[0] ?? '' })}
          >
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={onEdit}>
            {t('synonyms.change')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => removing.mutate(group)}>
            {t('synonyms.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
