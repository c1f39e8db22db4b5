import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useAdminWords } from '../admin/admin-words.ts';

type Props = { name: string; at: number; last: number; busy?: boolean; onMove: (by: -1 | 1) => void };

/** One place up, one place down, for a row of a list whose order counts. `at`, `last`: its place and the last one there is, from 0. */
export function MoveButtons({ name, at, last, busy = false, onMove }: Props) {
  const t = useAdminWords();
  const look = { variant: 'subtle', color: 'gray', size: 36 } as const;
  return (
    <>
      <ActionIcon {...look} disabled={busy || at === 0} aria-label={t('ordered.up', { name })} onClick={() => onMove(-1)}>
        <IconArrowUp size={16} stroke={1.6} />
      </ActionIcon>
      <ActionIcon {...look} disabled={busy || at >= last} aria-label={t('ordered.down', { name })} onClick={() => onMove(1)}>
        <IconArrowDown size={16} stroke={1.6} />
      </ActionIcon>
    </>
  );
}
