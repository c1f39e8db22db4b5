import type { Procedure } from '@madoguchi/contract/procedures.ts';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useChannelWords } from '../../channels/channel-words.ts';
import { queuesQuery } from '../queues/routing-admin.queries.ts';
import { inboxesQuery } from '../settings.queries.ts';

/** A procedure in a line: for what, and in how many steps. */
export function useProcedureWords(): (procedure: Procedure) => string {
  const t = useAdminWords();
  const channels = useChannelWords();
  const { data: inboxes } = useQuery(inboxesQuery);
  const { data: queues } = useQuery(queuesQuery);
  const joint = t('list_joint');
  return ({ conditions, steps }) => {
    const named = (items: readonly { id: string; name: string }[] | undefined, ids: readonly string[]) =>
      ids.map((id) => items?.find((one) => one.id === id)?.name ?? '…').join(joint);
    const parts = [
      conditions.channels.map(channels.name).join(joint),
      named(inboxes?.items, conditions.inboxIds),
      named(queues?.items, conditions.queueIds),
      conditions.tags.length > 0 ? t('procedures.with_tags', { tags: conditions.tags.join(joint) }) : '',
      conditions.words.length > 0 ? t('procedures.with_words', { words: conditions.words.join(joint) }) : '',
    ].filter(Boolean);
    return [parts.join(' · ') || t('procedures.by_hand'), t('procedures.steps_count', { count: steps.length })].join(' · ');
  };
}
