import { MultiSelect, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useChannelWords } from '../../channels/channel-words.ts';
import { tagsQuery } from '../../conversations/conversations.queries.ts';
import { queuesQuery } from '../queues/routing-admin.queries.ts';
import { inboxesQuery } from '../settings.queries.ts';
import type { ProcedureFormState } from './procedure-form.tsx';
import css from './procedures.module.css';

const splitChars = [',', '、', '，'];

/** Which conversations begin with a procedure by themselves: each line asks something, or nothing. */
export function TopicFields({ form: { values, set } }: { form: ProcedureFormState }) {
  const t = useAdminWords();
  const channels = useChannelWords();
  const { data: inboxes } = useQuery(inboxesQuery);
  const { data: queues } = useQuery(queuesQuery);
  const { data: tags } = useQuery(tagsQuery);
  const { conditions } = values;
  const change = (patch: Partial<typeof conditions>) => set({ conditions: { ...conditions, ...patch } });
  const used = [...new Set([...(inboxes?.items ?? []).map(({ channel }) => channel), ...conditions.channels])];
  return (
    <div className={css.grid}>
      <TagsInput
        label={t('procedures.words')}
        placeholder={conditions.words.length === 0 ? t('procedures.words_example') : ''}
        splitChars={splitChars}
        maxTags={50}
        value={conditions.words}
        onChange={(words) => change({ words })}
        acceptValueOnBlur
      />
      <TagsInput
        label={t('procedures.tags')}
        data={tags?.items ?? []}
        splitChars={splitChars}
        maxTags={20}
        value={conditions.tags}
        onChange={(wanted) => change({ tags: wanted })}
        acceptValueOnBlur
      />
      <MultiSelect
        label={t('queues.channels')}
        data={used.map((value) => ({ value, label: channels.name(value) }))}
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
      <MultiSelect
        label={t('procedures.queues')}
        data={queues?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={conditions.queueIds}
        onChange={(queueIds) => change({ queueIds })}
        hidePickedOptions
      />
    </div>
  );
}
