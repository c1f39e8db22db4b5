import type { Locale } from '@madoguchi/contract/common.ts';
import { between, length, opening } from '../text/dates.ts';
import type { Words } from '../words.ts';
import { isLive, type State } from './state.ts';

/** Who answers and how soon: two short lines, either may be empty. `away` outside business hours. */
export type Answering = { who: string; when: string; away: boolean };

export function answering({ known, conversation }: Pick<State, 'known' | 'conversation'>, locale: Locale, now: Date, t: Words): Answering {
  if (!known) return { who: '', when: '', away: false };
  const { hours, workspace } = known;
  // The opening time told at the start may have passed since.
  const away = !hours.open && !(hours.opensAt && new Date(hours.opensAt) <= now);
  const withPerson = isLive({ conversation }) && conversation?.handledBy === 'human';
  const who = !withPerson
    ? ''
    : conversation?.agentName
      ? t('person_answers', { name: conversation.agentName })
      : away
        ? ''
        : t('person_comes');
  const when = !away
    ? // What usually is need not be what the queue says.
      conversation?.queue
      ? ''
      : t('reply_within', { time: length(workspace.replyMinutes, locale) })
    : hours.opensAt
      ? t('closed_until', { time: opening(new Date(hours.opensAt), now, locale, hours.timezone) })
      : t('closed');
  return { who, when, away };
}

/** The place in the queue and, where it can be told, the expected wait: 順番: 3番目・約10分. Empty for who does not wait. */
export function queueText({ conversation }: Pick<State, 'conversation'>, locale: Locale, t: Words): string {
  const queue = conversation?.queue;
  if (!queue) return '';
  const { place, waitMinutes } = queue;
  if (!waitMinutes) return t('queue_place', { place });
  const { from, to } = waitMinutes;
  const time = to === null ? t('queue_more', { time: length(from, locale) }) : between(from, to, locale);
  return t('queue_wait', { place, time });
}
