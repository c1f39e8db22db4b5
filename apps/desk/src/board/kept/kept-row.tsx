import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { attainmentConversations } from '@madoguchi/contract/promises.ts';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useWords } from '../../app/locale.tsx';
import { ChannelIcon } from '../../conversations/channel-icon.tsx';
import { customerName } from '../../conversations/customer-name.ts';
import { clockIcons, clockLook, clockWords } from '../../conversations/due/clock-look.ts';
import { useReader } from '../../ui/use-now.ts';
import css from './kept.module.css';

type Row = OutputOf<typeof attainmentConversations>['items'][number];

/** A conversation in which something was promised, and how it went; opens it. */
export function KeptRow({ row: { conversation, clock } }: { row: Row }) {
  const t = useAdminWords();
  const words = useWords();
  const reader = useReader();
  const look = clockLook(clock);
  const Icon = clockIcons[look];
  return (
    <li>
      <Link
        to="/c/$conversationId"
        params={{ conversationId: conversation.id }}
        className={css.row}
        data-row={`${conversation.id} ${clock.round}`}
      >
        <ChannelIcon channel={conversation.channel} />
        <span className={css.what}>
          <span className={css.subject}>{conversation.subject || words('conversation.untitled')}</span>
          <span className={css.who}>
            {customerName(words, conversation.customer.name)} ·{' '}
            {conversation.assignee.agent?.name ?? conversation.assignee.team?.name ?? t('board.unassigned')}
          </span>
        </span>
        <span className={css.state} data-look={look}>
          <Icon size={16} stroke={1.8} aria-hidden />
          {clockWords(words, clock, reader)}
        </span>
      </Link>
    </li>
  );
}
