import type { RuleWhen } from '@madoguchi/contract/automation.ts';
import type { Locale } from '@madoguchi/contract/common.ts';
import type { AdminWords } from '../../admin/admin-words.ts';
import { durationText } from '../promises/duration.ts';

/** When a rule is asked, in one sentence. */
export function whenWords(t: AdminWords, when: RuleWhen, locale: Locale): string {
  if (when.kind === 'event') return t('automation.says_event', { event: t(`automation.event.${when.event}`) });
  const values = { since: t(`automation.since.${when.since}`), time: durationText(when.minutes, locale) };
  return t(when.time === 'business' ? 'automation.says_timer_business' : 'automation.says_timer', values);
}
