import type { Priority } from '@madoguchi/contract/conversations.ts';
import { ActionIcon, Button, MultiSelect, TagsInput, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useChannelWords } from '../../channels/channel-words.ts';
import { tagsQuery } from '../../conversations/conversations.queries.ts';
import { brandsQuery } from '../brands/brands.queries.ts';
import { inboxesQuery } from '../settings.queries.ts';
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
  const channels = useChannelWords();
  const inboxes = useQuery(inboxesQuery).data?.items ?? [];
  const brands = useQuery(brandsQuery).data?.items ?? [];
  const tags = useQuery(tagsQuery).data?.items ?? [];
  const named = (items: readonly { id: string; name: string }[]) => items.map(({ id, name }) => ({ value: id, label: name }));
  const used = [...new Set([...inboxes.map(({ channel }) => channel), ...values.channels])];
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
      <MultiSelect
        label={t('promise.channels')}
        data={used.map((channel) => ({ value: channel, label: channels.name(channel) }))}
        value={values.channels}
        hidePickedOptions
        onChange={(chosen) => set({ channels: chosen })}
      />
      <MultiSelect
        label={t('promise.inboxes')}
        data={named(inboxes)}
        value={values.inboxIds}
        hidePickedOptions
        onChange={(inboxIds) => set({ inboxIds })}
      />
      <MultiSelect
        label={t('promise.brands')}
        data={named(brands)}
        value={values.brandIds}
        hidePickedOptions
        onChange={(brandIds) => set({ brandIds })}
      />
      <TagsInput label={t('promise.tags')} data={tags} value={values.tags} onChange={(chosen) => set({ tags: chosen })} />
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
