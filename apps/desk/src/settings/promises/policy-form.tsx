import type { Policy } from '@madoguchi/contract/promises.ts';
import { Button, NumberInput, Switch, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { Section } from '../../admin/section.tsx';
import { useLocale } from '../../app/locale.tsx';
import { tellWithUndo } from '../../ui/tell.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { EscalationFields } from './escalation-fields.tsx';
import { addPolicy, changePolicy, dropPolicy } from './policies.queries.ts';
import { beginning, type PolicyValues, policyFaults, valuesOf, wishOf } from './policy-values.ts';
import css from './promises.module.css';
import { TargetFields } from './target-fields.tsx';

/** A policy, or a new one: whom it is for, how soon, and what happens when it is in danger. */
export function PolicyForm({ policy }: { policy: Policy | null }) {
  const t = useAdminWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const toList = () => navigate({ to: '/settings/$', params: { _splat: 'promises' } });
  const form = useForm<PolicyValues>({
    id: `settings.policy.${policy?.id ?? 'new'}`,
    stored: valuesOf(policy ?? beginning(), locale),
    check: policyFaults,
    save: async (values) => {
      if (policy) return changePolicy(policy.id, wishOf(values));
      await addPolicy(wishOf(values));
      await toList();
    },
  });
  const { values, set } = form;
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.form}>
      <div className={css.top}>
        <TextInput
          label={t('promise.name')}
          placeholder={t('promise.name_example')}
          maxLength={100}
          autoComplete="off"
          className={css.grow}
          {...form.text('name')}
        />
        <Switch label={t('promise.enabled')} checked={values.enabled} onChange={(event) => set({ enabled: event.currentTarget.checked })} />
      </div>
      <Section title={t('promise.for')} text={t('promise.for_text')}>
        <ConditionFields form={form} />
      </Section>
      <Section title={t('promise.targets')} text={t('promise.targets_text')}>
        <TargetFields form={form} />
        <Switch
          mt={24}
          label={t('promise.bot_answers')}
          description={t('promise.bot_answers_text')}
          checked={values.botAnswers}
          onChange={(event) => set({ botAnswers: event.currentTarget.checked })}
        />
      </Section>
      <Section title={t('promise.escalations')} text={t('promise.escalations_text')}>
        <NumberInput
          label={t('promise.warn_at')}
          description={t('promise.warn_at_text')}
          className={css.percent}
          styles={{ wrapper: { maxWidth: 120 } }}
          min={1}
          max={99}
          clampBehavior="strict"
          allowDecimal={false}
          suffix=" %"
          value={values.warnAt}
          onChange={(typed) => typeof typed === 'number' && typed >= 1 && set({ warnAt: typed })}
        />
        <EscalationFields form={form} />
      </Section>
      {policy && <Remove policy={policy} onRemoved={toList} />}
      <SaveBar form={policy ? form : { ...form, dirty: true }} saveLabel={policy ? undefined : t('promise.create')} />
    </form>
  );
}

/** Gone at once, and back again with one press, as the last in order. */
function Remove({ policy, onRemoved }: { policy: Policy; onRemoved: () => void }) {
  const t = useAdminWords();
  const { id, ...wish } = policy;
  const removing = useMutation({
    mutationFn: () => dropPolicy(id),
    onSuccess: () => {
      onRemoved();
      tellWithUndo(t('promise.told_removed', { name: wish.name }), { label: t('undo'), undo: () => void addPolicy(wish) });
    },
  });
  return (
    <Section title={t('promise.remove')} text={t('promise.remove_text')}>
      <Button
        variant="default"
        loading={removing.isPending}
        leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
        onClick={() => removing.mutate()}
      >
        {t('promise.remove')}
      </Button>
    </Section>
  );
}
