import type { BoardQueue } from '@madoguchi/contract/board.ts';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../admin/admin-words.ts';
import { agentsQuery, teamsQuery } from '../conversations/conversations.queries.ts';
import type { Target } from './move.ts';

type Props = {
  queues: readonly BoardQueue[];
  /** Where they are already. */
  not: string | null;
  value: Target | null;
  choose: (target: Target | null) => void;
};

/** To whom, or whereto: agents, teams and queues, found by typing. */
export function TargetPicker({ queues, not, value, choose }: Props) {
  const t = useAdminWords();
  const agents = useQuery(agentsQuery);
  const teams = useQuery(teamsQuery);
  const groups: { group: string; kind: Target['kind']; of: readonly { id: string; name: string }[] }[] = [
    { group: t('board.of_agents'), kind: 'agent', of: agents.data?.items.filter(({ active }) => active) ?? [] },
    { group: t('board.of_teams'), kind: 'team', of: teams.data?.items ?? [] },
    { group: t('board.of_queues'), kind: 'queue', of: queues },
  ];
  const targets = groups.flatMap(({ kind, of }) => of.map(({ id, name }): Target => ({ kind, id, name })));
  return (
    <Select
      aria-label={t('board.move_to')}
      placeholder={t('board.move_pick')}
      searchable
      clearable={false}
      nothingFoundMessage={t('board.move_none')}
      data={groups.map(({ group, of }) => ({
        group,
        items: of.filter(({ id }) => id !== not).map(({ id, name }) => ({ value: id, label: name })),
      }))}
      value={value?.id ?? null}
      onChange={(id) => choose(targets.find((target) => target.id === id) ?? null)}
      comboboxProps={{ withinPortal: true, position: 'top-start' }}
      maxDropdownHeight={280}
      flex={1}
      miw={0}
    />
  );
}
