import type { Action } from '@madoguchi/contract/actions.ts';
import type { Priority, Status } from '@madoguchi/contract/conversations.ts';
import { Select, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useWords } from '../../app/locale.tsx';
import { agentsQuery, tagsQuery, teamsQuery } from '../../conversations/conversations.queries.ts';
import { priorities } from '../../conversations/header/priorities.ts';
import { statuses } from '../../conversations/header/statuses.ts';
import { useDurationWords } from '../../macros/duration-words.ts';
import { queuesQuery } from '../queues/routing-admin.queries.ts';
import { TextPartsField } from '../text-parts/text-parts-field.tsx';
import { snoozeMinutes } from './action-values.ts';
import { FieldValue } from './field-value.tsx';

type Props = { action: Action; onChange: (action: Action) => void; error: string | undefined; asks: boolean };

const splitChars = [',', '、', '，'];

/** What one action needs to know. */
export function ActionFields({ action, onChange, error, asks }: Props) {
  const t = useAdminWords();
  const words = useWords();
  const duration = useDurationWords();
  const label = t(`actions.do.${action.do}`);
  const common = { 'aria-label': label, error, allowDeselect: false, maw: 320 };
  switch (action.do) {
    case 'reply':
    case 'note':
      return (
        <TextPartsField
          label={t('actions.text')}
          value={action.text}
          error={error}
          minRows={3}
          asks={asks}
          onChange={(text) => onChange({ ...action, text })}
        />
      );
    case 'rename':
      return (
        <TextInput
          aria-label={label}
          placeholder={t('actions.subject_example')}
          error={error}
          value={action.subject}
          onChange={(event) => onChange({ ...action, subject: event.currentTarget.value })}
        />
      );
    case 'set_status':
      return (
        <Select
          {...common}
          data={statuses.map(({ status, word }) => ({ value: status, label: words(word) }))}
          value={action.status}
          onChange={(value) => onChange({ ...action, status: value as Status })}
        />
      );
    case 'set_priority':
      return (
        <Select
          {...common}
          data={priorities.map(({ priority, word }) => ({ value: priority, label: words(word) }))}
          value={action.priority}
          onChange={(value) => onChange({ ...action, priority: value as Priority })}
        />
      );
    case 'add_tags':
    case 'remove_tags':
      return <Tags label={label} error={error} tags={action.tags} onChange={(tags) => onChange({ ...action, tags })} />;
    case 'set_field':
      return <FieldValue action={action} error={error} onChange={onChange} />;
    case 'snooze':
      return (
        <Select
          {...common}
          data={[
            ...[...new Set([...snoozeMinutes, ...(action.minutes === null ? [] : [action.minutes])])]
              .sort((a, b) => a - b)
              .map((minutes) => ({ value: String(minutes), label: duration(minutes) })),
            { value: '', label: words('snooze.reply') },
          ]}
          value={String(action.minutes ?? '')}
          onChange={(value) => onChange({ ...action, minutes: value ? Number(value) : null })}
        />
      );
    default:
      return <Whose action={action} onChange={onChange} common={common} />;
  }
}

function Tags({
  label,
  error,
  tags,
  onChange,
}: {
  label: string;
  error: string | undefined;
  tags: string[];
  onChange: (tags: string[]) => void;
}) {
  const { data } = useQuery(tagsQuery);
  return (
    <TagsInput
      aria-label={label}
      data={data?.items ?? []}
      splitChars={splitChars}
      maxTags={20}
      error={error}
      value={tags}
      onChange={onChange}
      acceptValueOnBlur
    />
  );
}

type Given = Extract<Action, { do: 'assign_agent' | 'assign_team' | 'place_in_queue' }>;
type Common = { 'aria-label': string; error: string | undefined; allowDeselect: boolean; maw: number };

/** To whom it is given. */
function Whose({ action, onChange, common }: { action: Given; onChange: (action: Action) => void; common: Common }) {
  const t = useAdminWords();
  const { data: agents } = useQuery({ ...agentsQuery, enabled: action.do === 'assign_agent' });
  const { data: teams } = useQuery({ ...teamsQuery, enabled: action.do === 'assign_team' });
  const { data: queues } = useQuery({ ...queuesQuery, enabled: action.do === 'place_in_queue' });
  const named = (items: readonly { id: string; name: string }[] | undefined) =>
    items?.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const nobody = { value: '', label: t('actions.nobody') };
  if (action.do === 'assign_agent')
    return (
      <Select
        {...common}
        searchable
        data={[nobody, ...named(agents?.items.filter(({ active }) => active))]}
        value={action.agentId ?? ''}
        onChange={(value) => onChange({ ...action, agentId: value || null })}
      />
    );
  if (action.do === 'assign_team')
    return (
      <Select
        {...common}
        data={[{ ...nobody, label: t('actions.no_team') }, ...named(teams?.items)]}
        value={action.teamId ?? ''}
        onChange={(value) => onChange({ ...action, teamId: value || null })}
      />
    );
  return (
    <Select
      {...common}
      data={named(queues?.items)}
      value={action.queueId || null}
      placeholder={t('text.choose')}
      onChange={(value) => onChange({ ...action, queueId: value ?? '' })}
    />
  );
}
