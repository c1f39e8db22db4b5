import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { Combobox, useCombobox } from '@mantine/core';
import { IconUserOff, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { useOnline } from '../../live/live-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import type { Opener } from '../../ui/opener.tsx';
import { useAssign } from '../conversations.mutations.ts';
import { agentsQuery, teamsQuery } from '../conversations.queries.ts';
import { assigneeOptions } from './assignee-options.ts';

/** A person or a team, found by typing; oneself and nobody stand first. */
export function AssigneeBox({ conversation, opener }: { conversation: Conversation; opener: Opener }) {
  const t = useWords();
  const me = useMe();
  const online = useOnline();
  const assign = useAssign(conversation.id);
  const { agent, team } = conversation.assignee;
  const { opened } = opener;
  const [search, setSearch] = useState('');
  const box = useCombobox({ opened, onOpenedChange: opener.setOpened });
  const { focusSearchInput, resetSelectedOption } = box;
  useEffect(() => {
    if (opened) return focusSearchInput();
    resetSelectedOption();
    setSearch('');
  }, [opened, focusSearchInput, resetSelectedOption]);
  const agents = useQuery({ ...agentsQuery, enabled: opened });
  const teams = useQuery({ ...teamsQuery, enabled: opened });
  const options = assigneeOptions({ agents: agents.data?.items ?? [], teams: teams.data?.items ?? [], me: me.agent, online, search });
  const choose = (value: string) => {
    const chosenAgent = options.agents.find((one) => one.id === value);
    const chosenTeam = options.teams.find((one) => one.id === value);
    if (chosenAgent) assign({ agent: { id: chosenAgent.id, name: chosenAgent.name }, team });
    else if (chosenTeam) assign({ agent: null, team: { id: chosenTeam.id, name: chosenTeam.name } });
    else assign({ agent: null, team: null });
    box.closeDropdown();
  };
  return (
    <Combobox store={box} onOptionSubmit={choose} width={280} position="bottom-start" shadow="md" returnFocus>
      <Combobox.Target targetType="button">{opener.anchor}</Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            box.selectFirstOption();
          }}
          placeholder={t('header.assignee_search')}
          aria-label={t('header.assignee_search')}
        />
        <Combobox.Options id={opener.contentId} mah={320} style={{ overflowY: 'auto' }}>
          {!search && agent?.id !== me.agent.id && (
            <Combobox.Option value={me.agent.id}>
              <Person name={t('header.assign_me')} id={me.agent.id} initials={me.agent.name} />
            </Combobox.Option>
          )}
          {!search && (agent || team) && (
            <Combobox.Option value="nobody">
              <span style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
                <IconUserOff size={18} stroke={1.6} aria-hidden />
                {t('header.unassign')}
              </span>
            </Combobox.Option>
          )}
          <Combobox.Group label={t('header.agents')}>
            {options.agents.map((one) => (
              <Combobox.Option key={one.id} value={one.id} active={one.id === agent?.id}>
                <Person name={one.name} id={one.id} online={online.includes(one.id)} />
              </Combobox.Option>
            ))}
          </Combobox.Group>
          <Combobox.Group label={t('header.teams')}>
            {options.teams.map((one) => (
              <Combobox.Option key={one.id} value={one.id} active={one.id === team?.id}>
                <span style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
                  <IconUsersGroup size={18} stroke={1.6} aria-hidden />
                  {one.name}
                </span>
              </Combobox.Option>
            ))}
          </Combobox.Group>
          {search && options.agents.length + options.teams.length === 0 && <Combobox.Empty>{t('header.assignee_none')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Person({ name, id, initials = name, online = false }: { name: string; id: string; initials?: string; online?: boolean }) {
  return (
    <span style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
      <Avatar name={initials} id={id} size={22} online={online} />
      {name}
    </span>
  );
}
