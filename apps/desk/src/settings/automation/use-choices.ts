import type { ChoiceField } from '@madoguchi/contract/automation-conditions.ts';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useWords } from '../../app/locale.tsx';
import { useChannelWords } from '../../channels/channel-words.ts';
import { agentsQuery, tagsQuery, teamsQuery } from '../../conversations/conversations.queries.ts';
import { priorities } from '../../conversations/header/priorities.ts';
import { statuses } from '../../conversations/header/statuses.ts';
import { organizationsQuery, segmentsQuery } from '../../customers/customers.queries.ts';
import { brandsQuery } from '../brands/brands.queries.ts';
import { queuesQuery } from '../queues/routing-admin.queries.ts';
import { inboxesQuery } from '../settings.queries.ts';

type Choice = { value: string; label: string };

/** What a field can be, by name, as far as it is known here; nothing is asked but for the fields that are used. */
export function useChoices(used: ReadonlySet<ChoiceField>): {
  choices: (field: ChoiceField) => Choice[];
  nameOf: (field: ChoiceField, value: string) => string;
} {
  const t = useAdminWords();
  const words = useWords();
  const channels = useChannelWords();
  const some = (...fields: ChoiceField[]) => fields.some((field) => used.has(field));
  const { data: inboxes } = useQuery({ ...inboxesQuery, enabled: some('inbox', 'channel') });
  const { data: brands } = useQuery({ ...brandsQuery, enabled: some('brand') });
  const { data: agents } = useQuery({ ...agentsQuery, enabled: some('assignee') });
  const { data: teams } = useQuery({ ...teamsQuery, enabled: some('team') });
  const { data: queues } = useQuery({ ...queuesQuery, enabled: some('queue') });
  const { data: tags } = useQuery({ ...tagsQuery, enabled: some('tag') });
  const { data: segments } = useQuery({ ...segmentsQuery, enabled: some('segment') });
  const { data: organizations } = useQuery({ ...organizationsQuery(''), enabled: some('organization') });
  const named = (items: readonly { id: string; name: string }[] | undefined): Choice[] =>
    items?.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const none: Choice = { value: 'none', label: t('automation.none_of') };

  const choices = (field: ChoiceField): Choice[] => {
    switch (field) {
      case 'channel':
        return [...new Set(inboxes?.items.map(({ channel }) => channel))].map((value) => ({ value, label: channels.name(value) }));
      case 'inbox':
        return named(inboxes?.items);
      case 'brand':
        return named(brands?.items);
      case 'language':
        return [
          { value: 'ja', label: '日本語' },
          { value: 'en', label: 'English' },
        ];
      case 'status':
        return statuses.map(({ status, word }) => ({ value: status, label: words(word) }));
      case 'priority':
        return priorities.map(({ priority, word }) => ({ value: priority, label: words(word) }));
      case 'assignee':
        return [none, ...named(agents?.items.filter(({ active }) => active))];
      case 'team':
        return [none, ...named(teams?.items)];
      case 'queue':
        return [none, ...named(queues?.items)];
      case 'difficulty':
        return [
          { value: 'easy', label: words('difficulty.easy') },
          { value: 'hard', label: words('difficulty.hard') },
        ];
      case 'tag':
        return tags?.items.map((value) => ({ value, label: value })) ?? [];
      case 'customer_tag':
        return [];
      case 'segment':
        return named(segments?.items);
      case 'organization':
        return [none, ...named(organizations?.items)];
      case 'due':
        return (['none', 'running', 'warned', 'breached'] as const).map((value) => ({ value, label: t(`automation.due.${value}`) }));
      case 'mood':
        return [none, ...(['angry', 'displeased'] as const).map((value) => ({ value, label: t(`automation.mood.${value}`) }))];
    }
  };
  const unknown = (field: ChoiceField, value: string) => (field === 'channel' ? channels.name(value) : value);
  return {
    choices,
    nameOf: (field, value) => choices(field).find((choice) => choice.value === value)?.label ?? unknown(field, value),
  };
}
