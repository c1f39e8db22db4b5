import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { useSetPriority } from '../conversations.mutations.ts';
import { PriorityMark } from '../priority-mark.tsx';
import css from './conversation-header.module.css';
import { priorities, priorityWord } from './priorities.ts';

/** How soon it should be looked at. */
export function PriorityMenu({ conversation }: { conversation: Conversation }) {
  const t = useWords();
  const setPriority = useSetPriority(conversation.id);
  const now = t(priorityWord(conversation.priority));
  return (
    <LazyMenu
      position="bottom-start"
      width={180}
      target={
        <button type="button" className={css.button} title={t('header.priority')} aria-label={`${t('header.priority')}: ${now}`}>
          <PriorityMark priority={conversation.priority} />
          {conversation.priority !== 'normal' && <span>{now}</span>}
          <IconChevronDown size={14} stroke={1.8} aria-hidden />
        </button>
      }
    >
      {priorities.map(({ priority, word }) => (
        <Menu.Item
          key={priority}
          leftSection={<PriorityMark priority={priority} />}
          fw={priority === conversation.priority ? 600 : undefined}
          onClick={() => priority !== conversation.priority && setPriority(priority)}
        >
          {t(word)}
        </Menu.Item>
      ))}
    </LazyMenu>
  );
}
