import type { BulkAction } from '@madoguchi/contract/bulk.ts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconUserOff, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { agentsQuery, teamsQuery } from '../conversations.queries.ts';
import css from './bulk.module.css';

/** Gives everything selected to one agent or team: oneself first. */
export function BulkAssign({ act }: { act: (action: BulkAction) => Promise<void> }) {
  const t = useWords();
  const me = useMe().agent;
  const agents = useQuery(agentsQuery).data?.items ?? [];
  const teams = useQuery(teamsQuery).data?.items ?? [];
  const others = agents.filter(({ id, active }) => active && id !== me.id);
  const give = (agentId: string | null, teamId: string | null = null) => void act({ kind: 'assign', agentId, teamId });
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('header.assign')} title={t('header.assign')}>
          <IconUserPlus size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={css.people}>
        {[me, ...others].map(({ id, name }) => (
          <Menu.Item key={id} leftSection={<Avatar name={name} id={id} size={18} />} onClick={() => give(id)}>
            {name}
          </Menu.Item>
        ))}
        {teams.map(({ id, name }) => (
          <Menu.Item key={id} leftSection={<IconUsers size={16} stroke={1.6} />} onClick={() => give(null, id)}>
            {name}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconUserOff size={16} stroke={1.6} />} onClick={() => give(null)}>
          {t('bulk.unassign')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
