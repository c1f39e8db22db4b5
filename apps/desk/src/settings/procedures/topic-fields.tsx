import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { tagsQuery } from '../../conversations/conversations.queries.ts';
import { queuesQuery } from '../queues/routing-admin.queries.ts';
import { ChannelsField, InboxesField, TermsField } from '../which-fields.tsx';
import type { ProcedureFormState } from './procedure-form.tsx';
import css from './procedures.module.css';

/** Which conversations begin with a procedure by themselves: each line asks something, or nothing. */
export function TopicFields({ form: { values, set } }: { form: ProcedureFormState }) {
  const t = useAdminWords();
  const { data: queues } = useQuery(queuesQuery);
  const { data: known } = useQuery(tagsQuery);
  const { words, tags, channels, inboxIds, queueIds } = values.conditions;
  const change = (patch: Partial<typeof values.conditions>) => set({ conditions: { ...values.conditions, ...patch } });
  return (
    <div className={css.grid}>
      <TermsField
        label={t('procedures.words')}
        example={t('procedures.words_example')}
        most={50}
        value={words}
        onChange={(wanted) => change({ words: wanted })}
      />
      <TermsField
        label={t('procedures.tags')}
        known={known?.items ?? []}
        most={20}
        value={tags}
        onChange={(wanted) => change({ tags: wanted })}
      />
      <ChannelsField value={channels} onChange={(wanted) => change({ channels: wanted })} />
      <InboxesField value={inboxIds} onChange={(wanted) => change({ inboxIds: wanted })} />
      <MultiSelect
        label={t('procedures.queues')}
        data={queues?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={queueIds}
        onChange={(wanted) => change({ queueIds: wanted })}
        hidePickedOptions
      />
    </div>
  );
}
