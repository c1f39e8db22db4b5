import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { Keys } from '../../keys/key-names.tsx';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { useSetStatus } from '../conversations.mutations.ts';
import css from './conversation-header.module.css';
import { StatusDot } from './status-dot.tsx';
import { statuses, statusWord } from './statuses.ts';

/** How it stands: answers "whose turn". */
export function StatusMenu({ conversation }: { conversation: Conversation }) {
  const t = useWords();
  const setStatus = useSetStatus(conversation.id);
  return (
    <LazyMenu
      position="bottom-start"
      width={240}
      target={
        <button
          type="button"
          className={css.button}
          title={t('header.status')}
          aria-label={`${t('header.status')}: ${t(statusWord(conversation))}`}
        >
          <StatusDot conversation={conversation} />
          <span>{t(statusWord(conversation))}</span>
          <IconChevronDown size={14} stroke={1.8} aria-hidden />
        </button>
      }
    >
      {statuses.map(({ status, word, keys }) => (
        <Menu.Item
          key={status}
          leftSection={<StatusDot conversation={{ status, handledBy: 'human', agentActed: true }} />}
          rightSection={keys ? <Keys keys={keys} /> : undefined}
          fw={status === conversation.status ? 600 : undefined}
          onClick={() => status !== conversation.status && setStatus(status)}
        >
          {t(word)}
        </Menu.Item>
      ))}
    </LazyMenu>
  );
}
