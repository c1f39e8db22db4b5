import type { Locale } from '@madoguchi/contract/common.ts';
import { length, opening } from '../text/dates.ts';
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
    ? t('reply_within', { time: length(workspace.replyMinutes, locale) })
    : hours.opensAt
      ? t('closed_until', { time: opening(new Date(hours.opensAt), now, locale, hours.timezone) })
      : t('closed');
  return { who, when, away };
}
