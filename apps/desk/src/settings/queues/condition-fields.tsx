import { MultiSelect, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { tagsQuery } from '../../conversations/conversations.queries.ts';
import { ChannelsField, InboxesField, TermsField } from '../which-fields.tsx';
import type { QueueFormState } from './queue-form.tsx';
import type { QueueValues } from './queue-values.ts';
import css from './queues.module.css';

/** What comes into a queue: each line asks something, or nothing. */
export function ConditionFields({ form: { values, set } }: { form: QueueFormState }) {
  const t = useAdminWords();
  const { data: tags } = useQuery(tagsQuery);
  const difficultyId = useId();
  const { conditions } = values;
  const change = (patch: Partial<QueueValues['conditions']>) => set({ conditions: { ...conditions, ...patch } });
  return (
    <div className={css.grid}>
      <ChannelsField value={conditions.channels} onChange={(channels) => change({ channels })} />
      <InboxesField value={conditions.inboxIds} onChange={(inboxIds) => change({ inboxIds })} />
      <TermsField
        label={t('queues.words')}
        example={t('queues.words_example')}
        most={50}
        value={conditions.words}
        onChange={(words) => change({ words })}
      />
      <TermsField
        label={t('queues.tags')}
        known={tags?.items ?? []}
        most={20}
        value={conditions.tags}
        onChange={(wanted) => change({ tags: wanted })}
      />
      <TermsField
        label={t('queues.pages')}
        example={t('queues.pages_example')}
        most={20}
        value={conditions.pages}
        onChange={(pages) => change({ pages })}
      />
      <MultiSelect
        label={t('queues.languages')}
        data={(['ja', 'en'] as const).map((value) => ({ value, label: t(`queues.language.${value}`) }))}
        value={conditions.languages}
        onChange={(languages) => change({ languages: languages as ('ja' | 'en')[] })}
        hidePickedOptions
      />
      <TermsField
        className={css.wide}
        label={t('queues.attributes')}
        description={t('queues.attributes_help')}
        example={t('queues.attributes_example')}
        most={20}
        value={conditions.attributes}
        onChange={(attributes) => change({ attributes })}
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
