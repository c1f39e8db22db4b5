import type { Queue } from '@madoguchi/contract/routing.ts';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useChannelWords } from '../../channels/channel-words.ts';
import { agentsQuery, teamsQuery } from '../../conversations/conversations.queries.ts';
import { inboxesQuery } from '../settings.queries.ts';
import { skillsQuery } from './routing-admin.queries.ts';
import { ruleWords } from './rule-words.ts';

/** A queue in plain words: what comes in, and who gets it how. */
export function useQueueWords(queue: Queue, queues: readonly Queue[]): { rule: string; whom: string } {
  const t = useAdminWords();
  const channels = useChannelWords();
  const { data: inboxes } = useQuery(inboxesQuery);
  const { data: teams } = useQuery(teamsQuery);
  const { data: agents } = useQuery(agentsQuery);
  const { data: skills } = useQuery(skillsQuery);
  const nameIn = (items: readonly { id: string; name: string }[] | undefined, id: string) =>
    items?.find((one) => one.id === id)?.name ?? '…';
  const rule = ruleWords(t, queue.conditions, { inbox: (id) => nameIn(inboxes?.items, id), channel: channels.name });
  const people = [...queue.teamIds.map((id) => nameIn(teams?.items, id)), ...queue.agentIds.map((id) => nameIn(agents?.items, id))];
  const whom = [
    people.length === 0 ? t('rule.everybody') : people.join(t('list_joint')),
    ...(queue.tier > 1 ? [t('queues.tier_of', { tier: queue.tier })] : []),
    ...Object.entries(queue.skills).map(([id, level]) => t('rule.skill', { skill: nameIn(skills?.items, id), level })),
    ...(queue.overflow
      ? [t('rule.overflow', { minutes: queue.overflow.afterMinutes, queue: nameIn(queues, queue.overflow.queueId) })]
      : []),
  ];
  return { rule, whom: whom.join(' · ') };
}
