import type { Conversation } from '@madoguchi/contract/conversations.ts';
import type { Missing } from '@madoguchi/contract/fields.ts';
import { Button, Checkbox, Modal } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { checkStep } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useLocale, useWords } from '../../app/locale.tsx';
import { problemWords } from '../../app/problem-words.ts';
import { queryClient } from '../../app/query-client.ts';
import { keys } from '../conversations.queries.ts';
import { attributesQuery } from '../customer/customer-knowledge.queries.ts';
import { AttributeInput } from './attribute-input.tsx';
import { useSetFields } from './fields.mutations.ts';
import { fieldsOf, helpOf, labelOf } from './fields.ts';
import css from './incomplete.module.css';
import { endIncomplete, type Incomplete } from './incomplete-store.ts';

type Props = { conversation: Conversation; incomplete: Incomplete };

/** What is still to be done before a conversation is resolved, with the fields for it: filled in here, it is resolved at once. */
export function IncompleteDialog({ conversation, incomplete: { missing, for: purpose, again } }: Props) {
  const t = useWords();
  const locale = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const { data } = useQuery(attributesQuery);
  const [values, setValues] = useState(conversation.fields);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const setFields = useSetFields(conversation.id);
  const { shown, required } = fieldsOf(data?.items ?? [], conversation, values);
  const asked = new Set(missing.flatMap((one) => (one.kind === 'field' ? [one.key] : [])));
  // An answer may ask for another one: what it makes required is asked for here, too.
  const fields = shown.filter(
    ({ key }) => asked.has(key) || (purpose !== 'field' && required.has(key) && (conversation.fields[key] ?? '') === ''),
  );
  const steps = missing.filter((one): one is Extract<Missing, { kind: 'step' }> => one.kind === 'step');
  const open = {
    fields: fields.filter(({ key }) => (values[key] ?? '').trim() === ''),
    steps: steps.filter(({ stepId }) => !checked.has(stepId)),
  };
  const finish = useMutation({
    meta: { quiet: true },
    mutationFn: async () => {
      const changes = Object.fromEntries(fields.map(({ key }) => [key, values[key] ?? null]));
      if (fields.length > 0) await setFields.mutateAsync({ changes });
      for (const { stepId } of steps) await call(checkStep, { params: { id: conversation.id, stepId }, body: { done: true } });
      await queryClient.invalidateQueries({ queryKey: keys.procedure(conversation.id) });
    },
    onSuccess: () => {
      endIncomplete();
      again();
    },
  });
  const focusFirst = () =>
    requestAnimationFrame(() =>
      (
        form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error="true"] input') ??
        form.current?.querySelector<HTMLElement>('input, textarea')
      )?.focus(),
    );
  const ready = data !== undefined;
  useEffect(() => {
    if (ready) requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus());
  }, [ready]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    if (open.fields.length + open.steps.length > 0) return void focusFirst();
    finish.mutate();
  };
  return (
    <Modal
      opened
      onClose={endIncomplete}
      title={t(purpose === 'field' ? 'fields.title' : 'incomplete.title')}
      size={480}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form ref={form} onSubmit={submit} noValidate className={css.form}>
        {purpose !== 'field' && <p className={css.lead}>{t('incomplete.lead')}</p>}
        {fields.map((one, index) => (
          <AttributeInput
            key={one.id}
            labelled
            first={index === 0}
            definition={one}
            label={labelOf(one, locale)}
            description={helpOf(one, locale) || undefined}
            value={values[one.key] ?? ''}
            error={tried && (values[one.key] ?? '').trim() === '' ? t('incomplete.nothing') : undefined}
            onChange={(value) => setValues({ ...values, [one.key]: value })}
          />
        ))}
        {steps.length > 0 && (
          <fieldset className={css.steps}>
            <legend>{t('incomplete.steps')}</legend>
            {steps.map(({ stepId, title }, index) => (
              <Checkbox
                key={stepId}
                {...(fields.length === 0 && index === 0 ? { 'data-autofocus': true } : {})}
                label={title}
                checked={checked.has(stepId)}
                error={tried && !checked.has(stepId) ? t('incomplete.step_nothing') : undefined}
                onChange={(event) => {
                  const next = new Set(checked);
                  if (event.currentTarget.checked) next.add(stepId);
                  else next.delete(stepId);
                  setChecked(next);
                }}
              />
            ))}
          </fieldset>
        )}
        {finish.error && (
          <p role="alert" className={css.failed}>
            {problemWords(t, finish.error)}
          </p>
        )}
        <footer className={css.foot}>
          <Button variant="default" onClick={endIncomplete}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={finish.isPending}>
            {t(purpose === 'send' ? 'incomplete.send' : purpose === 'field' ? 'incomplete.keep' : 'incomplete.do')}
          </Button>
        </footer>
      </form>
    </Modal>
  );
}
