import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconUserCircle } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { usePhone } from '../../admin/use-phone.ts';
import { useWords } from '../../app/locale.tsx';
import { MacroMenu } from '../../macros/macro-menu.tsx';
import { DifficultyMenu } from '../../routing/difficulty-menu.tsx';
import { Allowed } from '../../ui/allowed.tsx';
import { ChannelIcon } from '../channel-icon.tsx';
import { toggleCustomerPane } from '../customer/pane-store.ts';
import { customerName } from '../customer-name.ts';
import { DueMenu } from '../due/due-menu.tsx';
import { MoodMenu } from '../mood/mood-menu.tsx';
import { SnoozeMenu } from '../snooze/snooze-menu.tsx';
import { AssigneePicker } from './assignee-picker.tsx';
import css from './conversation-header.module.css';
import { FollowersMenu } from './followers-menu.tsx';
import { MoreMenu } from './more-menu.tsx';
import { PriorityMenu } from './priority-menu.tsx';
import { StatusMenu } from './status-menu.tsx';
import { SubjectField } from './subject-field.tsx';
import { TagsField } from './tags-field.tsx';
import { useConversationActions } from './use-conversation-actions.ts';
import { Viewers } from './viewers.tsx';

/** What it is about, who has it, how it stands. */
export function ConversationHeader({ conversation }: { conversation: Conversation }) {
  const t = useWords();
  const search = useSearch({ from: '/signed-in/conversations' });
  useConversationActions(conversation);
  const phone = usePhone();
  const rare = (
    <>
      <FollowersMenu conversation={conversation} />
      {conversation.mergedInto === null && !conversation.spam && <MacroMenu conversation={conversation} />}
    </>
  );
  return (
    <header className={css.header}>
      <div className={css.line}>
        <Link to="/" search={search} className={css.back} aria-label={t('header.back')}>
          <IconChevronLeft size={24} stroke={1.8} aria-hidden />
        </Link>
        <ChannelIcon channel={conversation.channel} size={18} />
        <Allowed permission="conversation.tag">
          <SubjectField id={conversation.id} subject={conversation.subject} />
        </Allowed>
        <span className={css.number}>#{conversation.number}</span>
        <span className={css.gap} />
        <Viewers conversationId={conversation.id} assigneeId={conversation.assignee.agent?.id ?? null} />
        {!phone && rare}
        <ActionIcon
          data-tip={`${t('customer_pane.toggle')}  I`}
          variant="subtle"
          color="gray"
          className={css.icon}
          aria-label={t('customer_pane.toggle')}
          onClick={toggleCustomerPane}
        >
          <IconUserCircle size={20} stroke={1.6} />
        </ActionIcon>
        <MoreMenu conversation={conversation} />
      </div>
      <div className={css.line}>
        <span className={css.who}>{customerName(t, conversation.customer.name)}</span>
        <Allowed permission="conversation.assign">
          <AssigneePicker conversation={conversation} />
        </Allowed>
        <Allowed permission="conversation.status">
          <StatusMenu conversation={conversation} />
        </Allowed>
        <Allowed permission="conversation.tag">
          <PriorityMenu conversation={conversation} />
        </Allowed>
        {conversation.mood && <MoodMenu id={conversation.id} mood={conversation.mood} />}
        <DifficultyMenu conversationId={conversation.id} />
        <DueMenu conversation={conversation} />
        <Allowed permission="conversation.status">
          <SnoozeMenu conversation={conversation} />
        </Allowed>
        <Allowed permission="conversation.tag">
          <TagsField id={conversation.id} tags={conversation.tags} />
        </Allowed>
        {/* The second line can be pushed aside: what it is about needs the first. */}
        {phone && rare}
      </div>
    </header>
  );
}
