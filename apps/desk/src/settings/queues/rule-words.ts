import type { QueueConditions } from '@madoguchi/contract/routing.ts';
import type { AdminWords } from '../../admin/admin-words.ts';

export type Names = { inbox: (id: string) => string; channel: (name: string) => string };

/** The conditions of a queue in one sentence. */
export function ruleWords(t: AdminWords, conditions: QueueConditions, names: Names): string {
  const quoted = (values: readonly string[]) => values.map((value) => t('rule.quoted', { value })).join(t('rule.joint'));
  const { channels, inboxIds, pages, tags, words, languages, attributes, difficulty } = conditions;
  const parts = [
    channels.length > 0 && t('rule.channel', { values: quoted(channels.map(names.channel)) }),
    inboxIds.length > 0 && t('rule.inbox', { values: quoted(inboxIds.map(names.inbox)) }),
    pages.length > 0 && t('rule.page', { values: quoted(pages) }),
    tags.length > 0 && t('rule.tag', { values: quoted(tags) }),
    words.length > 0 && t('rule.word', { values: quoted(words) }),
    languages.length > 0 && t('rule.language', { values: languages.map((one) => t(`queues.language.${one}`)).join(t('rule.joint')) }),
    attributes.length > 0 &&
      t('rule.attribute', {
        values: attributes
          .map(({ name, value }) => (value === '' ? t('rule.attribute_any', { name }) : t('rule.attribute_is', { name, value })))
          .join(t('rule.joint')),
      }),
    difficulty !== null && t('rule.difficulty', { values: t(`queues.difficulty.${difficulty}`) }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? t('rule.any') : parts.join(t('rule.and'));
}
