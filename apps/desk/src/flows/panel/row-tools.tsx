import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './panel.module.css';

type Props = { name: string; at: number; count: number; removeLabel: string; onMove: (by: 1 | -1) => void; onRemove: () => void };

/** Up, down and away, for one row of a list. The last row that must stay cannot go. */
export function RowTools({ name, at, count, removeLabel, onMove, onRemove }: Props) {
  const t = useAdminWords();
  const look = { variant: 'subtle', color: 'gray', size: 28 } as const;
  return (
    <div className={css.rowHead}>
      <span className={css.rowName}>{name}</span>
      <ActionIcon {...look} aria-label={t('flows.move_up', { name })} disabled={at === 0} onClick={() => onMove(-1)}>
        <IconArrowUp size={16} stroke={1.6} />
      </ActionIcon>
      <ActionIcon {...look} aria-label={t('flows.move_down', { name })} disabled={at === count - 1} onClick={() => onMove(1)}>
        <IconArrowDown size={16} stroke={1.6} />
      </ActionIcon>
      <ActionIcon {...look} aria-label={removeLabel} disabled={count === 1} onClick={onRemove}>
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}
