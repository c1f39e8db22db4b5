import type { Board } from '@madoguchi/contract/board.ts';
import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../admin/admin-words.ts';
import { useLocale, useWords } from '../app/locale.tsx';
import { ChannelIcon } from '../conversations/channel-icon.tsx';
import { promiseWord } from '../conversations/due/due.ts';
import { Empty } from '../ui/empty.tsx';
import { About } from './about.tsx';
import { countdown } from './countdown.ts';
import css from './next.module.css';
import queuesCss from './queues.module.css';
import { RowActions } from './row-actions.tsx';
import { RowLink } from './row-link.tsx';
import { useSecond } from './use-second.ts';

/** The promises that run out next, counting down, and the way to those that did. */
export function NextCard({ board: { next, overdue }, skew }: { board: Board; skew: number }) {
  const t = useAdminWords();
  return (
    <section className={queuesCss.card} aria-labelledby="board-next">
      <h2 id="board-next" className={queuesCss.title}>
        {t('board.next')}
      </h2>
      {overdue > 0 && (
        <Link to="/" search={{ view: 'due' }} className={css.overdue}>
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          <span>{t('board.overdue', { count: overdue > 999 ? '999+' : overdue })}</span>
          <span className={css.go}>{t('board.overdue_open')}</span>
        </Link>
      )}
      {next.length === 0 && overdue === 0 && <Empty icon={IconCircleCheck} title={t('board.next_none')} text={t('board.next_none_text')} />}
      <ul className={queuesCss.list}>
        {next.map((conversation) => (
          <li key={conversation.id} className={css.item}>
            <NextRow conversation={conversation} skew={skew} />
            <RowActions conversation={conversation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NextRow({ conversation, skew }: { conversation: Conversation; skew: number }) {
  const t = useAdminWords();
  const words = useWords();
  const locale = useLocale();
  const now = useSecond() - skew;
  const { channel, due } = conversation;
  if (!due) return null;
  const left = Date.parse(due.at) - now;
  return (
    <RowLink conversation={conversation} className={css.row}>
      <ChannelIcon channel={channel} />
      <About conversation={conversation} />
      <span className={css.left} data-close={Date.parse(due.warnAt) <= now || undefined}>
        <span>{left > 0 ? t('board.left', { time: countdown(left, locale) }) : t('board.due_now')}</span>
        <span className={css.promise}>{words(promiseWord(due.promise))}</span>
      </span>
    </RowLink>
  );
}
