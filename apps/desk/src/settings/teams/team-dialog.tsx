import { createTeam, type Team, updateTeam } from '@madoguchi/contract/agents.ts';
import { MultiSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { agentsQuery, teamsQuery } from '../../conversations/conversations.queries.ts';

const keep = (team: Team) =>
  queryClient.setQueryData(
    teamsQuery.queryKey,
    (now) =>
      now && {
        items: now.items.some(({ id }) => id === team.id)
          ? now.items.map((one) => (one.id === team.id ? team : one))
          : [...now.items, team],
      },
  );

/** A new team, or one that is there. */
export function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const t = useAdminWords();
  const agents = useQuery(agentsQuery);
  const form = useForm({
    id: null,
    stored: { name: team?.name ?? '', memberIds: team?.memberIds ?? [] },
    check: ({ name }) => faults({ name: textFault(name, 100) }),
    save: async ({ name, memberIds }) => {
      const body = { name: name.trim(), memberIds };
      keep(team ? await call(updateTeam, { params: { id: team.id }, body }) : await call(createTeam, { body }));
      onClose();
    },
  });
  const choices = agents.data?.items.filter(({ id, active }) => active || form.values.memberIds.includes(id)) ?? [];
  return (
    <FormDialog
      title={team ? t('teams.edit') : t('teams.new')}
      submit={t(team ? 'form.save' : 'teams.create')}
      form={form}
      onClose={onClose}
    >
      <TextInput label={t('teams.name')} placeholder={t('teams.name_example')} autoComplete="off" data-autofocus {...form.text('name')} />
      <MultiSelect
        label={t('teams.members')}
        description={t('teams.members_help')}
        placeholder={form.values.memberIds.length === 0 ? t('teams.members_choose') : ''}
        searchable
        hidePickedOptions
        data={choices.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.values.memberIds}
        error={form.error('memberIds')}
        onChange={(memberIds) => form.set({ memberIds })}
      />
    </FormDialog>
  );
}
