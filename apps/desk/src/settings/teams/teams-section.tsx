import type { Team } from '@madoguchi/contract/agents.ts';
import { Button } from '@mantine/core';
import { IconPencil, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { agentsQuery, teamsQuery } from '../../conversations/conversations.queries.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ListHead } from '../list-head.tsx';
import { Loaded } from '../loaded.tsx';
import { TeamDialog } from './team-dialog.tsx';
import css from './teams-section.module.css';

/** Groups of agents: inboxes belong to them, and conversations can be given to them. */
export function TeamsSection() {
  const query = useQuery({ ...teamsQuery, staleTime: 0 });
  return (
    <Loaded query={query} height={200}>
      {({ items }) => <TeamList teams={items} />}
    </Loaded>
  );
}

function TeamList({ teams }: { teams: readonly Team[] }) {
  const t = useAdminWords();
  const [open, setOpen] = useState<Team | 'new' | null>(null);
  return (
    <>
      <ListHead text={teams.length > 0 && t('teams.count', { count: teams.length })}>
        <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setOpen('new')}>
          {t('teams.new')}
        </Button>
      </ListHead>
      {teams.length === 0 ? (
        <Empty icon={IconUsersGroup} title={t('teams.none')} text={t('teams.none_text')} />
      ) : (
        <ul className={css.list}>
          {teams.map((team) => (
            <li key={team.id}>
              <button type="button" className={css.row} onClick={() => setOpen(team)}>
                <span className={css.who}>
                  <span className={css.name}>{team.name}</span>
                  <Members ids={team.memberIds} />
                </span>
                <IconPencil size={16} stroke={1.6} aria-hidden className={css.pencil} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {open && <TeamDialog team={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}

function Members({ ids }: { ids: readonly string[] }) {
  const t = useAdminWords();
  const agents = useQuery(agentsQuery);
  const members = agents.data?.items.filter(({ id }) => ids.includes(id)) ?? [];
  return (
    <span className={css.members}>
      {members.slice(0, 6).map((agent) => (
        <Avatar key={agent.id} name={agent.name} id={agent.id} size={20} />
      ))}
      <span>{ids.length === 0 ? t('teams.nobody') : members.map(({ name }) => name).join(t('list_joint'))}</span>
    </span>
  );
}
