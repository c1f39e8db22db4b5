import type { AutomationRule, RuleBody } from '@madoguchi/contract/automation.ts';
import { Button, Checkbox, Switch, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { Section } from '../../admin/section.tsx';
import { useLocale } from '../../app/locale.tsx';
import { tellWithUndo } from '../../ui/tell.tsx';
import { ActionsEditor } from '../actions-editor/actions-editor.tsx';
import css from './automation.module.css';
import { addRule, changeRule, dropRule } from './automation.queries.ts';
import { ConditionGroups } from './condition-groups.tsx';
import { DryRunPanel } from './dry-run-panel.tsx';
import { RuleRuns } from './rule-runs.tsx';
import { type RuleValues, ruleFaults, valuesOf, wishOf } from './rule-values.ts';
import { WhenFields } from './when-fields.tsx';

/** A rule, or a new one: when, if, then; and what it would have done. `from`: what a new one begins with. */
export function RuleForm({ rule, from }: { rule: AutomationRule | null; from: RuleBody }) {
  const t = useAdminWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const toList = () => navigate({ to: '/settings/$', params: { _splat: 'automation' } });
  const form = useForm<RuleValues>({
    id: rule ? `settings.automation.${rule.id}` : null,
    stored: valuesOf(rule ?? from, locale),
    check: ruleFaults,
    save: async (values) => {
      if (rule) return changeRule(rule.id, wishOf(values));
      await addRule(wishOf(values));
      await toList();
    },
  });
  const { values, set, error } = form;
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.form}>
      <div className={css.top}>
        <TextInput
          label={t('automation.name')}
          placeholder={t('automation.name_example')}
          maxLength={100}
          autoComplete="off"
          className={css.grow}
          {...form.text('name')}
        />
        <Switch
          label={t('automation.enabled')}
          checked={values.enabled}
          onChange={(event) => set({ enabled: event.currentTarget.checked })}
        />
      </div>
      <Section title={t('automation.when')} text={t('automation.when_text')}>
        <WhenFields form={form} />
      </Section>
      <Section title={t('automation.if')} text={t('automation.if_text')}>
        <ConditionGroups value={values.conditions} onChange={(conditions) => set({ conditions })} errorAt={error} />
      </Section>
      <Section title={t('automation.then')} text={t('automation.then_text')}>
        <ActionsEditor
          value={values.actions}
          onChange={(actions) => set({ actions })}
          errorAt={(index) => error(`actions.${index}`)}
          asks={false}
        />
        {error('actions') && (
          <p role="alert" className={css.error}>
            {error('actions')}
          </p>
        )}
        {values.when.kind === 'event' && (
          <Checkbox
            mt={16}
            label={t('automation.stop_after')}
            checked={values.stopAfter}
            onChange={(event) => set({ stopAfter: event.currentTarget.checked })}
          />
        )}
      </Section>
      <Section title={t('automation.dry')} text={t('automation.dry_text')}>
        <DryRunPanel values={values} />
      </Section>
      {rule && (
        <Section title={t('automation.runs')}>
          <RuleRuns ruleId={rule.id} />
        </Section>
      )}
      {rule && <Remove rule={rule} onRemoved={toList} />}
      <SaveBar form={rule ? form : { ...form, dirty: true }} saveLabel={rule ? undefined : t('automation.create')} />
    </form>
  );
}

/** Gone at once, and back again with one press, as the last in order. */
function Remove({ rule, onRemoved }: { rule: AutomationRule; onRemoved: () => void }) {
  const t = useAdminWords();
  const { name, enabled, when, conditions, actions, stopAfter } = rule;
  const removing = useMutation({
    mutationFn: () => dropRule(rule.id),
    onSuccess: () => {
      onRemoved();
      const again = () => void addRule({ name, enabled, when, conditions, actions, stopAfter });
      tellWithUndo(t('automation.told_removed', { name }), { label: t('undo'), undo: again });
    },
  });
  return (
    <Section title={t('automation.remove')} text={t('automation.remove_text')}>
      <Button
        variant="default"
        loading={removing.isPending}
        leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
        onClick={() => removing.mutate()}
      >
        {t('automation.remove')}
      </Button>
    </Section>
  );
}
