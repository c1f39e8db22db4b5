import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { attainmentConversations } from '@madoguchi/contract/promises.ts';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/locale.tsx';
import { ChannelIcon } from '../../conversations/channel-icon.tsx';
import { clockIcons, clockLook, clockWords } from '../../conversations/due/clock-look.ts';
import { useReader } from '../../ui/use-now.ts';
import { About } from '../about.tsx';
import css from './kept.module.css';

type Row = OutputOf<typeof attainmentConversations>['items'][number];

/** A conversation in which something was promised, and how it went; opens it. */
export function KeptRow({ row: { conversation, clock } }: { row: Row }) {
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
        <About conversation={conversation} />
        <span className={css.state} data-look={look}>
          <Icon size={16} stroke={1.8} aria-hidden />
          {clockWords(words, clock, reader)}
        </span>
      </Link>
    </li>
  );
}
