import type { Action } from '@madoguchi/contract/actions.ts';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useWords } from '../../app/locale.tsx';
import { agentsQuery, teamsQuery } from '../../conversations/conversations.queries.ts';
import { priorityWord } from '../../conversations/header/priorities.ts';
import { statuses } from '../../conversations/header/statuses.ts';
import { queuesQuery } from '../queues/routing-admin.queries.ts';

/** Actions in plain words, with the names they mean. */
export function useActionWords(actions: readonly Action[]): (action: Action) => string {
  const t = useAdminWords();
  const words = useWords();
  const does = (name: Action['do']) => actions.some((action) => action.do === name);
  const { data: agents } = useQuery({ ...agentsQuery, enabled: does('assign_agent') });
  const { data: teams } = useQuery({ ...teamsQuery, enabled: does('assign_team') });
  const { data: queues } = useQuery({ ...queuesQuery, enabled: does('place_in_queue') });
  const nameIn = (items: readonly { id: string; name: string }[] | undefined, id: string | null) =>
    id === null ? t('automation.none_of') : (items?.find((one) => one.id === id)?.name ?? '…');

  function saidOf(action: Action): string {
    switch (action.do) {
      case 'set_status':
        return words(statuses.find(({ status }) => status === action.status)!.word);
      case 'set_priority':
        return words(priorityWord(action.priority));
      case 'assign_agent':
        return nameIn(agents?.items, action.agentId);
      case 'assign_team':
        return nameIn(teams?.items, action.teamId);
      case 'place_in_queue':
        return nameIn(queues?.items, action.queueId);
      case 'add_tags':
      case 'remove_tags':
        return action.tags.join(t('list_joint'));
      case 'set_field':
        return `${action.key}: ${action.value.split('\n').join(t('list_joint')) || '–'}`;
      case 'rename':
        return action.subject;
      default:
        return '';
    }
  }
  return (action) => t(`automation.do.${action.do}`, { value: saidOf(action) });
}
