import type { Procedure, ProcedureBody } from '@madoguchi/contract/procedures.ts';
import { Button, Switch, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { Section } from '../../admin/section.tsx';
import { tellWithUndo } from '../../ui/tell.tsx';
import { Figures } from './figures.tsx';
import { bodyOf, newProcedure, procedureFaults } from './procedure-values.ts';
import css from './procedures.module.css';
import { dropProcedure, saveProcedure } from './procedures.queries.ts';
import { StepsEditor } from './steps-editor.tsx';
import { TopicFields } from './topic-fields.tsx';

export type ProcedureFormState = ReturnType<typeof useForm<ProcedureBody>>;

/** A procedure, or a new one: for which topics, and what is done step by step. */
export function ProcedureForm({ procedure }: { procedure: Procedure | null }) {
  const t = useAdminWords();
  const navigate = useNavigate();
  const toList = () => navigate({ to: '/settings/$', params: { _splat: 'procedures' } });
  const [blank] = useState(newProcedure);
  const form = useForm<ProcedureBody>({
    id: `settings.procedure.${procedure?.id ?? 'new'}`,
    stored: procedure ? bodyOf(procedure) : blank,
    check: procedureFaults,
    save: async (values) => {
      await saveProcedure(procedure?.id ?? null, { ...values, name: values.name.trim() });
      if (!procedure) await toList();
    },
  });
  const remove = useMutation({
    mutationFn: ({ id }: Procedure) => dropProcedure(id),
    onSuccess: async (_nothing, gone) => {
      await toList();
      tellWithUndo(t('procedures.told_removed', { name: gone.name }), {
        label: t('undo'),
        undo: () => void saveProcedure(null, bodyOf(gone)),
      });
    },
  });
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.form}>
      <TextInput
        label={t('procedures.name')}
        placeholder={t('procedures.name_example')}
        maxLength={60}
        autoComplete="off"
        data-autofocus={procedure ? undefined : true}
        {...form.text('name')}
      />
      <Switch
        label={t('procedures.enabled')}
        description={t('procedures.enabled_help')}
        checked={form.values.enabled}
        onChange={(event) => form.set({ enabled: event.currentTarget.checked })}
      />
      <Section title={t('procedures.topic')} text={t('procedures.topic_help')}>
        <TopicFields form={form} />
      </Section>
      <Section title={t('procedures.steps')} text={t('procedures.steps_help')}>
        <StepsEditor form={form} />
      </Section>
      {procedure && (
        <Section title={t('procedures.figures')} text={t('procedures.figures_help')}>
          <Figures id={procedure.id} />
        </Section>
      )}
      {procedure && (
        <Section title={t('procedures.remove')} text={t('procedures.remove_help')}>
          <Button
            variant="default"
            loading={remove.isPending}
            leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
            onClick={() => remove.mutate(procedure)}
          >
            {t('procedures.remove')}
          </Button>
        </Section>
      )}
      <SaveBar form={procedure ? form : { ...form, dirty: true }} {...(procedure ? {} : { saveLabel: t('procedures.create') })} />
    </form>
  );
}
