import type { Conversation, View } from '@madoguchi/contract/conversations.ts';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { useIsSelected, useIsSelecting } from '../bulk/selection-store.ts';
import { ChannelIcon } from '../channel-icon.tsx';
import { useHasDraft } from '../composer/draft-store.ts';
import { customerName } from '../customer-name.ts';
import { DueMark } from '../due/due-mark.tsx';
import { MoodMark } from '../mood/mood-mark.tsx';
import { PriorityMark } from '../priority-mark.tsx';
import { useUnread } from '../seen-store.ts';
import type { FieldFilter } from './field-filter.ts';
import css from './row.module.css';
import { TurnMark } from './turn-mark.tsx';

type RowProps = { conversation: Conversation; view: View; q: string; open: boolean; left: boolean; index: number } & FieldFilter;

/** Two lines, four answers: who and by which channel; what, whose turn and how long. */
export const Row = memo(function Row({ conversation, view, q, field, value, open, left, index }: RowProps) {
  const t = useWords();
  const me = useMe();
  const unread = useUnread(conversation);
  const draft = useHasDraft(conversation.id);
  const selected = useIsSelected(conversation.id);
  const selecting = useIsSelecting();
  const { agent } = conversation.assignee;
  return (
    <Link
      to="/c/$conversationId"
      params={{ conversationId: conversation.id }}
      search={{ view, q: q || undefined, field, value }}
      preload="intent"
      className={css.row}
      data-current={open || undefined}
      data-unread={unread || undefined}
      data-left={left || undefined}
      data-selected={selected || undefined}
      data-selecting={selecting || undefined}
      data-index={index}
      draggable={false}
    >
      <span className={css.line}>
        {unread && <span className={css.dot} role="img" aria-label={t('row.unread')} />}
        <span className={css.name}>{customerName(t, conversation.customer.name)}</span>
        <ChannelIcon channel={conversation.channel} />
        <TurnMark conversation={conversation} />
      </span>
      <span className={css.line}>
        <span className={css.what}>
          {draft && <span className={css.draft}>{t('row.draft')} </span>}
          <span className={css.subject}>{conversation.subject || t('conversation.untitled')}</span>
          <span className={css.preview}> {conversation.preview}</span>
        </span>
        {conversation.mood && <MoodMark mood={conversation.mood} />}
        {(conversation.priority === 'high' || conversation.priority === 'urgent') && <PriorityMark priority={conversation.priority} />}
        {conversation.due && <DueMark due={conversation.due} />}
        {agent && agent.id !== me.agent.id && (
          <span title={t('row.assigned', { name: agent.name })}>
            <Avatar name={agent.name} id={agent.id} size={18} />
          </span>
        )}
      </span>
    </Link>
  );
});
