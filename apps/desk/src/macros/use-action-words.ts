import type { Action } from '@madoguchi/contract/actions.ts';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../app/locale.tsx';
import { agentsQuery, teamsQuery } from '../conversations/conversations.queries.ts';
import { attributeWords } from '../conversations/customer/attribute-words.ts';
import { attributesQuery } from '../conversations/customer/customer-knowledge.queries.ts';
import { labelOf } from '../conversations/fields/fields.ts';
import { priorityWord } from '../conversations/header/priorities.ts';
import { statuses } from '../conversations/header/statuses.ts';
import { useDurationWords } from './duration-words.ts';

/** What an action does, in a few words: what the preview of a macro and the lists of settings show. `fill`: how texts are shown. */
export function useActionWords(): (action: Action, fill?: (text: string) => string) => { what: string; text: string | null } {
  const t = useWords();
  const duration = useDurationWords();
  const { data: agents } = useQuery(agentsQuery);
  const { data: teams } = useQuery(teamsQuery);
  const { data: fields } = useQuery(attributesQuery);
  const locale = useLocale();
  const named = (items: readonly { id: string; name: string }[] | undefined, id: string) =>
    items?.find((one) => one.id === id)?.name ?? '…';
  return (action, fill = (text) => text) => {
    switch (action.do) {
      case 'set_status':
        return {
          what: t('macro.does.set_status', { status: t(statuses.find(({ status }) => status === action.status)!.word) }),
          text: null,
        };
      case 'set_priority':
        return { what: t('macro.does.set_priority', { priority: t(priorityWord(action.priority)) }), text: null };
      case 'assign_agent':
        return {
          what: action.agentId
            ? t('macro.does.assign_agent', { name: named(agents?.items, action.agentId) })
            : t('macro.does.unassign_agent'),
          text: null,
        };
      case 'assign_team':
        return {
          what: action.teamId ? t('macro.does.assign_team', { name: named(teams?.items, action.teamId) }) : t('macro.does.unassign_team'),
          text: null,
        };
      case 'place_in_queue':
        return { what: t('macro.does.place_in_queue'), text: null };
      case 'add_tags':
        return { what: t('macro.does.add_tags', { tags: action.tags.join(t('list.comma')) }), text: null };
      case 'remove_tags':
        return { what: t('macro.does.remove_tags', { tags: action.tags.join(t('list.comma')) }), text: null };
      case 'set_field': {
        const field = fields?.items.find(({ subject, key }) => subject === 'conversation' && key === action.key) ?? null;
        const value = attributeWords(t, field, action.value, locale) || '–';
        return { what: t('macro.does.set_field', { field: field ? labelOf(field, locale) : action.key, value }), text: null };
      }
      case 'rename':
        return { what: t('macro.does.rename', { subject: fill(action.subject) }), text: null };
      case 'snooze':
        return {
          what: action.minutes === null ? t('macro.does.snooze_reply') : t('macro.does.snooze', { time: duration(action.minutes) }),
          text: null,
        };
      case 'note':
        return { what: t('macro.does.note'), text: fill(action.text) };
      case 'reply':
        return { what: t('macro.does.reply'), text: fill(action.text) };
    }
  };
}
