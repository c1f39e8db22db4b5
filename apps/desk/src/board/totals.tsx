import type { Board } from '@madoguchi/contract/board.ts';
import { Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useAdminWords } from '../admin/admin-words.ts';
import { useLocale } from '../app/locale.tsx';
import { shortDuration } from '../ui/time.ts';
import { botShare } from './bot-share.ts';
import css from './totals.module.css';
import { waitLook } from './wait-look.ts';

type Props = { board: Board; now: number; openWaiting: () => void };

/** The figures of the whole desk; what each counts stands behind its mark. */
export function Totals({ board: { totals, replyMinutes }, now, openWaiting }: Props) {
  const t = useAdminWords();
  const locale = useLocale();
  const number = (value: number) => value.toLocaleString(locale);
  const longest = totals.oldest && shortDuration(now - Date.parse(totals.oldest), locale);
  return (
    <dl className={css.totals} aria-label={t('board.figures')}>
      <Total
        name={t('board.waiting')}
        meaning={t('board.waiting_text')}
        value={number(totals.waiting)}
        of={longest ? t('board.waiting_of', { time: longest }) : t('board.nobody_waits')}
        look={waitLook(totals.oldest, replyMinutes, now)}
        open={totals.waiting > 0 ? openWaiting : undefined}
      />
      <Total
        name={t('board.in_progress')}
        meaning={t('board.in_progress_text')}
        value={number(totals.inProgress)}
        of={t('board.in_progress_of', { count: totals.unanswered })}
      />
      <Total
        name={t('board.answered')}
        meaning={t('board.answered_text')}
        value={number(totals.answeredToday)}
        of={t('board.answered_of')}
      />
      <Total
        name={t('board.resolved')}
        meaning={t('board.resolved_text')}
        value={number(totals.resolvedToday)}
        of={t('board.resolved_of', { count: totals.resolvedByBotToday })}
      />
      <Total name={t('board.bot_share')} meaning={t('board.bot_share_text')} value={botShare(totals)} of={t('board.bot_share_of')} />
    </dl>
  );
}

type TotalProps = { name: string; meaning: string; value: string; of: string; look?: string; open?: (() => void) | undefined };

function Total({ name, meaning, value, of, look = 'fine', open }: TotalProps) {
  const t = useAdminWords();
  return (
    <div className={css.total} data-look={look}>
      <dt className={css.name}>
        {name}
        <Tooltip label={meaning} multiline w={280} events={{ hover: true, focus: true, touch: true }}>
          <button type="button" className={css.define} aria-label={t('report.define', { name })}>
            <IconInfoCircle size={14} stroke={1.8} aria-hidden />
          </button>
        </Tooltip>
      </dt>
      <dd className={css.value}>
        {open ? (
          <button type="button" className={css.open} onClick={open}>
            {value}
          </button>
        ) : (
          value
        )}
      </dd>
      <dd className={css.of}>{of}</dd>
    </div>
  );
}
