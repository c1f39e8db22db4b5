import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { IconChevronDown, IconUser, IconUsersGroup } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useOnline } from '../../live/live-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { useOpener } from '../../ui/opener.tsx';
import { useStore } from '../../ui/store.ts';
import { assigneeAsks } from './assignee-asks.ts';
import { AssigneeBox } from './assignee-box.tsx';
import css from './conversation-header.module.css';

/** Who is responsible, and the way to change it. */
export function AssigneePicker({ conversation }: { conversation: Conversation }) {
  const t = useWords();
  const online = useOnline();
  const { agent, team } = conversation.assignee;
  const [opened, setOpened] = useState(false);
  const asked = useStore(assigneeAsks, (asks) => asks);
  const answered = useRef(asked);
  useEffect(() => {
    if (answered.current === asked) return;
    answered.current = asked;
    if (asked?.conversationId === conversation.id) setOpened(true);
  });
  const name = [agent?.name, team?.name].filter(Boolean).join(' · ');
  const opener = useOpener(
    <button
      type="button"
      className={css.button}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        setOpened(true);
      }}
      title={t('header.assignee')}
      aria-label={`${t('header.assignee')}: ${name || t('header.unassigned')}`}
    >
      {agent ? (
        <Avatar name={agent.name} id={agent.id} size={18} online={online.includes(agent.id)} />
      ) : team ? (
        <IconUsersGroup size={16} stroke={1.6} aria-hidden />
      ) : (
        <IconUser size={16} stroke={1.6} aria-hidden />
      )}
      <span className={name ? undefined : css.nobody}>{name || t('header.unassigned')}</span>
      <IconChevronDown size={14} stroke={1.8} aria-hidden />
    </button>,
    { kind: 'listbox', opened, onChange: setOpened },
  );
  return (
    <>
      {opener.button}
      {opener.used && <AssigneeBox conversation={conversation} opener={opener} />}
    </>
  );
}
