import { Tooltip } from '@mantine/core';
import { IconCloudOff, IconEyeOff } from '@tabler/icons-react';
import { useAdminWords } from '../admin/admin-words.ts';
import { clockTime } from '../ui/time.ts';
import { useReader } from '../ui/use-now.ts';
import css from './board.module.css';
import type { BoardNow } from './board.queries.ts';
import { isStale } from './stale.ts';
import { useSecond } from './use-second.ts';

type Props = { board: BoardNow; failed: boolean; updatedAt: number };

/** Whose figures these are, that they renew themselves, and of when they are where they do not. */
export function Standing({ board, failed, updatedAt }: Props) {
  const t = useAdminWords();
  const reader = useReader();
  const stale = isStale(failed, updatedAt, useSecond());
  return (
    <>
      {board.partial && (
        <Tooltip label={t('board.partial_text')} multiline w={260} events={{ hover: true, focus: true, touch: true }}>
          <button type="button" className={css.partial}>
            <IconEyeOff size={14} stroke={1.8} aria-hidden />
            {t('board.partial')}
          </button>
        </Tooltip>
      )}
      {!stale && (
        <span className={css.live}>
          <span className={css.dot} aria-hidden />
          {t('board.live')}
        </span>
      )}
      <span role="status" className={css.stale}>
        {stale && (
          <>
            <IconCloudOff size={14} stroke={1.8} aria-hidden />
            {t('board.stale', { time: clockTime(board.at, reader) })}
          </>
        )}
      </span>
    </>
  );
}
