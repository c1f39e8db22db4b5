import type { Queue } from '@madoguchi/contract/routing.ts';
import { Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { Section } from '../../admin/section.tsx';
import { tell } from '../../ui/tell.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { GivingFields } from './giving-fields.tsx';
import { bodyOf, newQueue, type QueueValues, queueFaults, valuesOf } from './queue-values.ts';
import css from './queues.module.css';
import { dropQueue, saveQueue } from './queues.mutations.ts';
import { WhoFields } from './who-fields.tsx';

export type QueueFormState = ReturnType<typeof useForm<QueueValues>>;

/** A queue, or a new one: what comes in, who gets it, and how. */
export function QueueForm({ queue, queues }: { queue: Queue | null; queues: readonly Queue[] }) {
  const t = useAdminWords();
  const navigate = useNavigate();
  const toList = () => navigate({ to: '/settings/$', params: { _splat: 'queues' } });
  const form = useForm<QueueValues>({
    id: `settings.queue.${queue?.id ?? 'new'}`,
    stored: queue ? valuesOf(queue) : newQueue,
    check: queueFaults,
    save: async (values) => {
      await saveQueue(queue?.id ?? null, bodyOf(values));
      if (!queue) await toList();
    },
  });
  const removing = useMutation({
    mutationFn: () => dropQueue(queue!.id),
    onSuccess: async () => {
      await toList();
      tell(t('queues.told_removed', { name: queue!.name }));
    },
  });
  const others = queues.filter(({ id }) => id !== queue?.id);
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.form}>
      <TextInput
        label={t('queues.name')}
        placeholder={t('queues.name_example')}
        maxLength={60}
        autoComplete="off"
        data-autofocus={queue ? undefined : true}
        {...form.text('name')}
      />
      {!queue?.isDefault && (
        <Section title={t('queues.what')} text={t('queues.what_help')}>
          <ConditionFields form={form} />
        </Section>
      )}
      <Section title={t('queues.how')}>
        <GivingFields form={form} others={others} />
      </Section>
      {form.values.mode !== 'manual' && (
        <Section title={t('queues.who')} text={t('queues.who_help')}>
          <WhoFields form={form} />
        </Section>
      )}
      {queue && !queue.isDefault && (
        <Section title={t('queues.remove')}>
          <Button
            variant="default"
            loading={removing.isPending}
            leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
            onClick={() => removing.mutate()}
          >
            {t('queues.remove')}
          </Button>
        </Section>
      )}
      <SaveBar form={queue ? form : { ...form, dirty: true }} {...(queue ? {} : { saveLabel: t('queues.create') })} />
    </form>
  );
}
