import { MultiSelect, SegmentedControl, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useChannelWords } from '../../channels/channel-words.ts';
import { tagsQuery } from '../../conversations/conversations.queries.ts';
import { inboxesQuery } from '../settings.queries.ts';
import type { QueueFormState } from './queue-form.tsx';
import type { QueueValues } from './queue-values.ts';
import css from './queues.module.css';

const splitChars = [',', '、', '，'];

/** What comes into a queue: each line asks something, or nothing. */
export function ConditionFields({ form: { values, set } }: { form: QueueFormState }) {
  const t = useAdminWords();
  const channels = useChannelWords();
  const { data: inboxes } = useQuery(inboxesQuery);
  const { data: tags } = useQuery(tagsQuery);
  const difficultyId = useId();
  const { conditions } = values;
  const change = (patch: Partial<QueueValues['conditions']>) => set({ conditions: { ...conditions, ...patch } });
  const used = [...new Set(inboxes?.items.map(({ channel }) => channel))];
  return (
    <div className={css.grid}>
      <MultiSelect
        label={t('queues.channels')}
        data={[...new Set([...used, ...conditions.channels])].map((value) => ({ value, label: channels.name(value) }))}
        value={conditions.channels}
        onChange={(wanted) => change({ channels: wanted })}
        hidePickedOptions
      />
      <MultiSelect
        label={t('queues.inboxes')}
        data={inboxes?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={conditions.inboxIds}
        onChange={(inboxIds) => change({ inboxIds })}
        hidePickedOptions
        searchable
      />
      <TagsInput
        label={t('queues.words')}
        placeholder={conditions.words.length === 0 ? t('queues.words_example') : ''}
        splitChars={splitChars}
        maxTags={50}
        value={conditions.words}
        onChange={(words) => change({ words })}
        acceptValueOnBlur
      />
      <TagsInput
        label={t('queues.tags')}
        data={tags?.items ?? []}
        splitChars={splitChars}
        maxTags={20}
        value={conditions.tags}
        onChange={(wanted) => change({ tags: wanted })}
        acceptValueOnBlur
      />
      <TagsInput
        label={t('queues.pages')}
        placeholder={conditions.pages.length === 0 ? t('queues.pages_example') : ''}
        splitChars={splitChars}
        maxTags={20}
        value={conditions.pages}
        onChange={(pages) => change({ pages })}
        acceptValueOnBlur
      />
      <MultiSelect
        label={t('queues.languages')}
        data={(['ja', 'en'] as const).map((value) => ({ value, label: t(`queues.language.${value}`) }))}
        value={conditions.languages}
        onChange={(languages) => change({ languages: languages as ('ja' | 'en')[] })}
        hidePickedOptions
      />
      <TagsInput
        className={css.wide}
        label={t('queues.attributes')}
        description={t('queues.attributes_help')}
        placeholder={conditions.attributes.length === 0 ? t('queues.attributes_example') : ''}
        splitChars={splitChars}
        maxTags={20}
        value={conditions.attributes}
        onChange={(attributes) => change({ attributes })}
        acceptValueOnBlur
      />
      <div className={css.wide}>
        <span id={difficultyId} className={css.label}>
          {t('queues.difficulty')}
        </span>
        <SegmentedControl
          aria-labelledby={difficultyId}
          value={conditions.difficulty ?? 'any'}
          onChange={(value) => change({ difficulty: value === 'any' ? null : (value as 'easy' | 'hard') })}
          data={(['any', 'easy', 'hard'] as const).map((value) => ({ value, label: t(`queues.difficulty.${value}`) }))}
        />
      </div>
    </div>
  );
}
