import type { FoundConversation } from '@madoguchi/contract/search.ts';
import { IconNote } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../admin/admin-words.ts';
import { useWords } from '../app/locale.tsx';
import { ChannelIcon } from '../conversations/channel-icon.tsx';
import { customerName } from '../conversations/customer-name.ts';
import { statusWord } from '../customers/status-word.ts';
import { Ago } from '../ui/time-text.tsx';
import { MarkedText } from './marked-text.tsx';
import css from './results.module.css';

/** Whose conversation, about what, and the words that were found with who said them and when. */
export function ConversationResult({ found: { conversation, subject, message } }: { found: FoundConversation }) {
  const t = useWords();
  const admin = useAdminWords();
  return (
    <li className={css.item}>
      <Link
        to="/c/$conversationId"
        params={{ conversationId: conversation.id }}
        search={{ view: 'all' }}
        preload="intent"
        className={css.row}
        data-row={conversation.id}
      >
        <span className={css.line}>
          <span className={css.who}>{customerName(t, conversation.customer.name)}</span>
          <ChannelIcon channel={conversation.channel} />
          <span className={css.quiet}>#{conversation.number}</span>
          <span className={css.end}>
            {admin(statusWord(conversation))}
            {conversation.assignee.agent && <> · {conversation.assignee.agent.name}</>}
            {' · '}
            <Ago at={message?.at ?? conversation.lastActivityAt} />
          </span>
        </span>
        <span className={css.subject}>{subject.text ? <MarkedText marked={subject} /> : t('conversation.untitled')}</span>
        {message && (
          <span className={css.said} data-note={message.kind === 'note' || undefined}>
            {message.kind === 'note' && <IconNote size={14} stroke={1.8} aria-hidden />}
            <span className={css.author}>
              {message.kind === 'note' ? admin('search.note_by', { name: message.author.name }) : customerName(t, message.author.name)}
            </span>
            <MarkedText marked={message.snippet} />
          </span>
        )}
      </Link>
    </li>
  );
}
