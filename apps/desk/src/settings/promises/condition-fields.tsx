import type { Priority } from '@madoguchi/contract/conversations.ts';
import { ActionIcon, Button, MultiSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { tagsQuery } from '../../conversations/conversations.queries.ts';
import { brandsQuery } from '../brands/brands.queries.ts';
import { ChannelsField, InboxesField, TermsField } from '../which-fields.tsx';
import { type PolicyValues, PRIORITIES } from './policy-values.ts';
import { priorityWords } from './promise-words.ts';
import css from './promises.module.css';

export type PolicyFormParts = {
  values: PolicyValues;
  set: (patch: Partial<PolicyValues>) => void;
  touch: (path: string) => void;
  error: (path: string) => string | undefined;
};

/** Which conversations a policy is for. */
export function ConditionFields({ form: { values, set, touch, error } }: { form: PolicyFormParts }) {
  const t = useAdminWords();
  const brands = useQuery(brandsQuery).data?.items ?? [];
  const tags = useQuery(tagsQuery).data?.items ?? [];
  const attribute = (at: number, change: Partial<PolicyValues['attributes'][number]>) =>
    set({ attributes: values.attributes.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  return (
    <div className={css.conditions}>
      <MultiSelect
        label={t('promise.priorities')}
        data={PRIORITIES.map((priority) => ({ value: priority, label: t(priorityWords[priority]) }))}
        value={values.priorities}
        hidePickedOptions
        onChange={(chosen) => set({ priorities: chosen as Priority[] })}
      />
      <ChannelsField value={values.channels} onChange={(channels) => set({ channels })} />
      <InboxesField value={values.inboxIds} onChange={(inboxIds) => set({ inboxIds })} />
      <MultiSelect
        label={t('promise.brands')}
        data={brands.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.brandIds}
        hidePickedOptions
        onChange={(brandIds) => set({ brandIds })}
      />
      <TermsField label={t('promise.tags')} known={tags} most={20} value={values.tags} onChange={(chosen) => set({ tags: chosen })} />
      <fieldset className={css.attributes}>
        <legend>{t('promise.attributes')}</legend>
        {values.attributes.map(({ name, value }, at) => (
          <div key={String(at)} className={css.attribute}>
            <TextInput
              aria-label={t('promise.attribute_name')}
              placeholder="contract"
              maxLength={60}
              value={name}
              error={error(`attributes.${at}`)}
              onChange={(event) => attribute(at, { name: event.currentTarget.value })}
              onBlur={() => touch(`attributes.${at}`)}
            />
            <TextInput
              aria-label={t('promise.attribute_value')}
              placeholder={t('promise.attribute_value')}
              maxLength={200}
              value={value}
              onChange={(event) => attribute(at, { value: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('promise.attribute_remove')}
              onClick={() => set({ attributes: values.attributes.filter((_, index) => index !== at) })}
            >
              <IconX size={16} stroke={1.6} />
            </ActionIcon>
          </div>
        ))}
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={14} stroke={1.8} />}
          disabled={values.attributes.length >= 10}
          onClick={() => set({ attributes: [...values.attributes, { name: '', value: '' }] })}
        >
          {t('promise.attribute_add')}
        </Button>
      </fieldset>
    </div>
  );
}
