import type { Policy } from '@madoguchi/contract/promises.ts';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useLocale } from '../../app/locale.tsx';
import { useChannelWords } from '../../channels/channel-words.ts';
import { brandsQuery } from '../brands/brands.queries.ts';
import { inboxesQuery } from '../settings.queries.ts';
import { durationText } from './duration.ts';
import { PRIORITIES, PROMISES } from './policy-values.ts';
import { priorityWords, promiseWords } from './promise-words.ts';

/** A policy in two lines: for whom, and how soon (the shortest to the longest time of its priorities). */
export function usePolicySummary({ conditions, targets }: Policy): { whom: string; targets: string } {
  const t = useAdminWords();
  const locale = useLocale();
  const channels = useChannelWords();
  const inboxes = useQuery(inboxesQuery).data?.items ?? [];
  const brands = useQuery(brandsQuery).data?.items ?? [];
  const named = (ids: readonly string[], items: readonly { id: string; name: string }[]) =>
    items.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const parts = [
    conditions.priorities.map((priority) => t(priorityWords[priority])),
    conditions.channels.map(channels.name),
    named(conditions.inboxIds, inboxes),
    named(conditions.brandIds, brands),
    conditions.tags,
    conditions.attributes.map(({ name, value }) => (value ? `${name}: ${value}` : name)),
  ].filter((names) => names.length > 0);
  const times = PROMISES.flatMap((promise) => {
    const minutes = PRIORITIES.flatMap((priority) => targets[promise]?.minutes[priority] ?? []);
    if (minutes.length === 0) return [];
    const ends = [...new Set([Math.min(...minutes), Math.max(...minutes)])].map((one) => durationText(one, locale));
    return [t('promise.within', { promise: t(promiseWords[promise]), time: ends.join('–') })];
  });
  return {
    whom: parts.length === 0 ? t('promise.everything') : parts.map((names) => names.join(t('list_joint'))).join(' · '),
    targets: times.join(' · '),
  };
}
