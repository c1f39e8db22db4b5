import { createStandIn } from '@madoguchi/contract/routing.ts';
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { agentsQuery } from '../../conversations/conversations.queries.ts';
import { dayOf } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { standInsQuery } from '../queues/routing-admin.queries.ts';
import { daysBetween } from './days.ts';
import css from './presence.module.css';

/** A new stand-in: who is away, who takes their customers, from which day to which. */
export function StandInDialog({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  const { zone } = useReader();
  const agents = useQuery(agentsQuery);
  const today = dayOf(new Date().toISOString(), zone);
  const form = useForm({
    id: null,
    stored: { agentId: '', standInId: '', from: today, to: today },
    check: ({ agentId, standInId, from, to }) =>
      faults({
        agentId: agentId === '' ? { word: 'fault.required' } : undefined,
        standInId: standInId === '' ? { word: 'fault.required' } : standInId === agentId ? { word: 'stand_ins.same' } : undefined,
        from: from === '' ? { word: 'fault.required' } : undefined,
        to: to === '' ? { word: 'fault.required' } : to < from ? { word: 'stand_ins.order' } : undefined,
      }),
    save: async ({ agentId, standInId, from, to }) => {
      await call(createStandIn, { body: { agentId, standInId, ...daysBetween(from, to, zone) } });
      await queryClient.invalidateQueries({ queryKey: standInsQuery.queryKey });
      onClose();
    },
  });
  const people = agents.data?.items.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const person = (name: 'agentId' | 'standInId') => ({
    data: people,
    searchable: true,
    value: form.values[name] || null,
    error: form.error(name),
    onChange: (value: string | null) => form.set({ [name]: value ?? '' }),
  });
  return (
    <FormDialog title={t('stand_ins.new')} submit={t('queues.create')} form={form} onClose={onClose}>
      <Select label={t('stand_ins.agent')} data-autofocus {...person('agentId')} />
      <Select label={t('stand_ins.by')} {...person('standInId')} />
      <div className={css.numbers}>
        <TextInput type="date" label={t('stand_ins.from')} {...form.text('from')} />
        <TextInput type="date" label={t('stand_ins.to')} min={form.values.from} {...form.text('to')} />
      </div>
    </FormDialog>
  );
}
