import type { Board, BoardQueue } from '@madoguchi/contract/board.ts';
import { IconAlertTriangle, IconClockExclamation } from '@tabler/icons-react';
import { useAdminWords } from '../admin/admin-words.ts';
import { useLocale } from '../app/locale.tsx';
import { shortDuration } from '../ui/time.ts';
import css from './queues.module.css';
import { waitLook } from './wait-look.ts';

const icons = { long: IconClockExclamation, too_long: IconAlertTriangle } as const;

type Props = { board: Board; now: number; open: (queue: BoardQueue) => void };

/** The queues with how many wait in each and the longest; a bar compares them. */
export function QueuesTable({ board: { queues, replyMinutes }, now, open }: Props) {
  const t = useAdminWords();
  const most = Math.max(1, ...queues.map(({ waiting }) => waiting));
  return (
    <section className={css.card} aria-labelledby="board-queues">
      <h2 id="board-queues" className={css.title}>
        {t('board.queues')}
      </h2>
      <div className={css.head} aria-hidden>
        <span>{t('board.queue')}</span>
        <span>{t('board.count')}</span>
        <span>{t('board.oldest')}</span>
      </div>
      <ul className={css.list}>
        {queues.map((queue) => (
          <li key={queue.id}>
            <QueueRow queue={queue} most={most} now={now} replyMinutes={replyMinutes} open={() => open(queue)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type RowProps = { queue: BoardQueue; most: number; now: number; replyMinutes: number; open: () => void };

function QueueRow({ queue: { name, waiting, oldest }, most, now, replyMinutes, open }: RowProps) {
  const t = useAdminWords();
  const locale = useLocale();
  const look = waitLook(oldest, replyMinutes, now);
  const Icon = look === 'fine' ? null : icons[look];
  return (
    <button
      type="button"
      className={css.row}
      data-look={look}
      disabled={waiting === 0}
      onClick={open}
      aria-label={t('board.queue_open', { name, count: waiting })}
    >
      <span className={css.name}>{name}</span>
      <span className={css.bar} aria-hidden>
        <span className={css.track}>
          <span className={css.fill} style={{ transform: `scaleX(${waiting / most})` }} />
        </span>
        <span className={css.count}>{waiting.toLocaleString(locale)}</span>
      </span>
      <span className={css.oldest}>
        {Icon && <Icon size={14} stroke={1.8} aria-hidden />}
        {oldest ? shortDuration(now - Date.parse(oldest), locale) : '–'}
        {look !== 'fine' && <span className="visually-hidden">{t(look === 'long' ? 'board.look_long' : 'board.look_too_long')}</span>}
      </span>
    </button>
  );
}
