import type { ApprovalRule } from '@madoguchi/contract/approvals.ts';
import { Button, NumberInput, Switch, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { Section } from '../../admin/section.tsx';
import { tellWithUndo } from '../../ui/tell.tsx';
import css from '../procedures/procedures.module.css';
import { dropApprovalRule, saveApprovalRule } from './approval-rules.queries.ts';
import { ApproverFields } from './approver-fields.tsx';
import { AuthorFields } from './author-fields.tsx';
import { bodyOf, newRule, type RuleValues, ruleFaults, valuesOf } from './rule-values.ts';

export type RuleFormState = ReturnType<typeof useForm<RuleValues>>;

/** A rule, or a new one: whose replies wait, who lets them go, and after how long everybody is asked. */
export function RuleForm({ rule }: { rule: ApprovalRule | null }) {
  const t = useAdminWords();
  const navigate = useNavigate();
  const toList = () => navigate({ to: '/settings/$', params: { _splat: 'approvals' } });
  const form = useForm<RuleValues>({
    id: `settings.approval.${rule?.id ?? 'new'}`,
    stored: rule ? valuesOf(rule) : newRule,
    check: ruleFaults,
    save: async (values) => {
      await saveApprovalRule(rule?.id ?? null, bodyOf(values));
      if (!rule) await toList();
    },
  });
  const remove = useMutation({
    mutationFn: ({ id }: ApprovalRule) => dropApprovalRule(id),
    onSuccess: async (_nothing, gone) => {
      await toList();
      tellWithUndo(t('approvals.told_removed', { name: gone.name }), {
        label: t('undo'),
        undo: () => void saveApprovalRule(null, bodyOf(valuesOf(gone))),
      });
    },
  });
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.form}>
      <TextInput
        label={t('approvals.name')}
        placeholder={t('approvals.name_example')}
        maxLength={60}
        autoComplete="off"
        data-autofocus={rule ? undefined : true}
        {...form.text('name')}
      />
      <Switch
        label={t('approvals.enabled')}
        description={t('approvals.enabled_help')}
        checked={form.values.enabled}
        onChange={(event) => form.set({ enabled: event.currentTarget.checked })}
      />
      <Section title={t('approvals.whose')} text={t('approvals.whose_help')}>
        <AuthorFields form={form} />
      </Section>
      <Section title={t('approvals.who')} text={t('approvals.who_help')}>
        <ApproverFields form={form} />
        <NumberInput
          mt={16}
          maw={320}
          label={t('approvals.minutes')}
          description={t('approvals.minutes_help')}
          suffix={t('approvals.minutes_suffix')}
          min={1}
          max={10_080}
          allowDecimal={false}
          hideControls
          value={form.values.minutes}
          error={form.error('minutes')}
          onChange={(minutes) => form.set({ minutes })}
          onBlur={() => form.touch('minutes')}
        />
      </Section>
      {rule && (
        <Section title={t('approvals.remove')} text={t('approvals.remove_help')}>
          <Button
            variant="default"
            loading={remove.isPending}
            leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
            onClick={() => remove.mutate(rule)}
          >
            {t('approvals.remove')}
          </Button>
        </Section>
      )}
      <SaveBar form={rule ? form : { ...form, dirty: true }} {...(rule ? {} : { saveLabel: t('approvals.create') })} />
    </form>
  );
}
