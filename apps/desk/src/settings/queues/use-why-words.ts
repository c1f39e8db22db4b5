import type { Reason } from '@madoguchi/contract/routing.ts';
import { useQuery } from '@tanstack/react-query';
import { type AdminKey, useAdminWords } from '../../admin/admin-words.ts';
import { useChannelWords } from '../../channels/channel-words.ts';
import { inboxesQuery } from '../settings.queries.ts';
import { skillsQuery } from './routing-admin.queries.ts';

const whyKeys: Record<string, AdminKey> = {
  not_available: 'why.not_available',
  no_room: 'why.no_room',
  is_asked: 'why.is_asked',
  sees_not_inbox: 'why.sees_not_inbox',
  not_of_queue: 'why.not_of_queue',
  not_of_team: 'why.not_of_team',
  tier_too_low: 'why.tier_too_low',
  language: 'why.language',
  skill_too_low: 'why.skill_too_low',
  never_this_class: 'why.never_this_class',
  room: 'why.room',
  skill: 'why.skill',
};

const ruleKeys: Record<string, AdminKey> = {
  channel: 'rule.channel',
  inbox: 'rule.inbox',
  page: 'rule.page',
  tag: 'rule.tag',
  word: 'rule.word',
  attribute: 'rule.attribute',
};

/** Reasons as words: `why` of an agent, `because` of a queue. A reason newer than this screen has none. */
export function useWhyWords() {
  const t = useAdminWords();
  const channels = useChannelWords();
  const { data: skills } = useQuery(skillsQuery);
  const { data: inboxes } = useQuery(inboxesQuery);
  const nameIn = (items: readonly { id: string; name: string }[] | undefined, id: unknown) =>
    items?.find((one) => one.id === id)?.name ?? '…';
  return {
    why({ code, values }: Reason): string {
      const key = whyKeys[code];
      return key ? t(key, { ...values, skill: nameIn(skills?.items, values.skillId) }) : '';
    },
    because({ code, values: { value = '' } }: Reason): string {
      if (code === 'default') return t('try.because.default');
      if (code === 'language') return t('rule.language', { values: t(value === 'en' ? 'queues.language.en' : 'queues.language.ja') });
      if (code === 'difficulty')
        return t('rule.difficulty', { values: t(value === 'hard' ? 'queues.difficulty.hard' : 'queues.difficulty.easy') });
      const key = ruleKeys[code];
      if (!key) return '';
      const told = code === 'channel' ? channels.name(String(value)) : code === 'inbox' ? nameIn(inboxes?.items, value) : String(value);
      return t(key, { values: t('rule.quoted', { value: told }) });
    },
  };
}
