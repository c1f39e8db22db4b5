import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { ActionIcon, Button, Select } from '@mantine/core';
import { IconBell, IconBellFilled, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { LazyPopover } from '../../ui/lazy-popover.tsx';
import { useSetFollower } from '../conversations.mutations.ts';
import { agentsQuery, mentionableQuery } from '../conversations.queries.ts';
import headerCss from './conversation-header.module.css';
import css from './followers-menu.module.css';

/** Who is told what happens here, oneself first; anybody who may see it can be added. */
export function FollowersMenu({ conversation }: { conversation: Conversation }) {
  const t = useWords();
  const me = useMe();
  const [opened, setOpened] = useState(false);
  const setFollower = useSetFollower(conversation.id);
  const agents = useQuery({ ...agentsQuery, enabled: opened });
  const whom = useQuery({ ...mentionableQuery(conversation.id), enabled: opened });
  const { followerIds } = conversation;
  const follows = followerIds.includes(me.agent.id);
  const nameOf = (id: string) => (id === me.agent.id ? me.agent.name : agents.data?.items.find((one) => one.id === id)?.name);
  const label = followerIds.length > 0 ? t('followers.count', { count: followerIds.length }) : t('followers.label');
  return (
    <LazyPopover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={300}
      shadow="md"
      trapFocus
      returnFocus
      dropdown={{ className: css.panel }}
      target={
        <ActionIcon
          data-tip={`${label}  F`}
          variant="subtle"
          color="gray"
          className={headerCss.icon}
          aria-label={label}
          data-follows={follows || undefined}
        >
          {follows ? <IconBellFilled size={20} className={css.following} /> : <IconBell size={20} stroke={1.6} />}
          {followerIds.length > 0 && (
            <span className={css.count} aria-hidden>
              {followerIds.length}
            </span>
          )}
        </ActionIcon>
      }
    >
      <Button
        variant={follows ? 'default' : 'light'}
        fullWidth
        leftSection={follows ? <IconBellFilled size={16} /> : <IconBell size={16} stroke={1.6} />}
        onClick={() => setFollower({ agentId: me.agent.id, follows: !follows })}
      >
        {t(follows ? 'followers.unfollow' : 'followers.follow')}
      </Button>
      <p className={css.text}>{t('followers.text')}</p>
      {followerIds.length === 0 && <p className={css.none}>{t('followers.none')}</p>}
      <ul className={css.list} aria-label={t('followers.label')}>
        {followerIds.map((id) => {
          const name = nameOf(id);
          return (
            name && (
              <li key={id} className={css.one}>
                <Avatar name={name} id={id} size={24} />
                <span className={css.name}>{name}</span>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('followers.remove', { name })}
                  onClick={() => setFollower({ agentId: id, follows: false })}
                >
                  <IconX size={16} stroke={1.6} />
                </ActionIcon>
              </li>
            )
          );
        })}
      </ul>
      <Select
        searchable
        size="sm"
        aria-label={t('followers.add')}
        placeholder={t('followers.add')}
        comboboxProps={{ withinPortal: false }}
        nothingFoundMessage={t('mention.nobody')}
        value={null}
        data={(whom.data?.agents ?? [])
          .filter(({ id, sees }) => sees && id !== me.agent.id && !followerIds.includes(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(agentId) => agentId && setFollower({ agentId, follows: true })}
      />
    </LazyPopover>
  );
}
