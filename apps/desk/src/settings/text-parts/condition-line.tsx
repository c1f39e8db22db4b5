import type { Condition } from '@madoguchi/contract/canned-text.ts';
import { ActionIcon, MultiSelect, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useChannelWords } from '../../channels/channel-words.ts';
import { attributesQuery } from '../../conversations/customer/customer-knowledge.queries.ts';
import { inboxesQuery } from '../settings.queries.ts';
import css from './text-parts.module.css';

type Props = { when: Condition; onChange: (when: Condition) => void; onRemove: () => void };
type About = Condition['about'];

/** When a part of a text is used, as a sentence: this | is or is not | that. */
export function ConditionLine({ when, onChange, onRemove }: Props) {
  const t = useAdminWords();
  const { data: attributes } = useQuery(attributesQuery);
  const own = attributes?.items.filter(({ subject }) => subject === 'customer') ?? [];
  const abouts: { value: About; label: string }[] = [
    { value: 'channel', label: t('text.about.channel') },
    { value: 'language', label: t('text.about.language') },
    { value: 'hours', label: t('text.about.hours') },
    ...own.map(({ key, label }) => ({ value: `attribute.${key}` as const, label })),
  ];
  if (!abouts.some(({ value }) => value === when.about)) abouts.push({ value: when.about, label: when.about.replace('attribute.', '') });
  return (
    <div className={css.condition}>
      <Select
        aria-label={t('text.about')}
        allowDeselect={false}
        data={abouts}
        value={when.about}
        onChange={(about) => onChange({ about: about as About, not: when.not, values: [] })}
      />
      <span className={css.glue}>{t('text.is')}</span>
      <div className={css.values}>
        <Values when={when} onChange={(values) => onChange({ ...when, values })} />
      </div>
      <Select
        aria-label={t('text.when')}
        allowDeselect={false}
        w={150}
        data={[
          { value: 'is', label: t('text.when_is') },
          { value: 'not', label: t('text.when_not') },
        ]}
        value={when.not ? 'not' : 'is'}
        onChange={(value) => onChange({ ...when, not: value === 'not' })}
      />
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('text.condition_remove')} onClick={onRemove}>
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}

function Values({ when, onChange }: { when: Condition; onChange: (values: string[]) => void }) {
  const t = useAdminWords();
  const channels = useChannelWords();
  const { data: inboxes } = useQuery(inboxesQuery);
  const { data: attributes } = useQuery(attributesQuery);
  const one = { 'aria-label': t('text.value'), allowDeselect: false, value: when.values[0] ?? null };
  const chosen = (value: string | null) => onChange(value === null ? [] : [value]);
  if (when.about === 'channel') {
    const used = [...new Set([...(inboxes?.items.map(({ channel }) => channel) ?? []), ...when.values])];
    return (
      <MultiSelect
        aria-label={t('text.value')}
        placeholder={when.values.length === 0 ? t('text.choose') : ''}
        data={used.map((value) => ({ value, label: channels.name(value) }))}
        value={when.values}
        onChange={onChange}
        hidePickedOptions
      />
    );
  }
  if (when.about === 'language') {
    const data = [
      { value: 'ja', label: t('text.language.ja') },
      { value: 'en', label: t('text.language.en') },
    ];
    return <Select {...one} placeholder={t('text.choose')} data={data} onChange={chosen} />;
  }
  if (when.about === 'hours') {
    const data = [
      { value: 'open', label: t('text.hours.open') },
      { value: 'closed', label: t('text.hours.closed') },
    ];
    return <Select {...one} placeholder={t('text.choose')} data={data} onChange={chosen} />;
  }
  const definition = attributes?.items.find(({ key, subject }) => subject === 'customer' && when.about === `attribute.${key}`);
  if (definition?.kind === 'choice') return <Select {...one} placeholder={t('text.choose')} data={definition.choices} onChange={chosen} />;
  if (definition?.kind === 'yes_no') {
    const data = [
      { value: 'yes', label: t('text.yes') },
      { value: 'no', label: t('text.no') },
    ];
    return <Select {...one} placeholder={t('text.choose')} data={data} onChange={chosen} />;
  }
  return (
    <TextInput
      aria-label={t('text.value')}
      placeholder={t('text.value_example')}
      value={when.values.join(', ')}
      onChange={(event) => onChange(event.currentTarget.value.trim() === '' ? [] : [event.currentTarget.value])}
    />
  );
}
