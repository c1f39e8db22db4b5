import type { Locale } from '@madoguchi/contract/common.ts';
import type { AnswerKind, FlowCondition, FlowStep, FlowText, FlowTrigger } from '@madoguchi/contract/flows.ts';
import type { AdminWords } from '../../admin/admin-words.ts';
import { stepLooks } from '../step-looks.ts';

/** The text as whoever reads `locale` would see it; the other language when there is none. */
export const textIn = (text: FlowText, locale: Locale): string => text[locale].trim() || text[locale === 'ja' ? 'en' : 'ja'].trim();

const channelWord = (t: AdminWords, channel: 'chat' | 'form') => t(`flows.channel_${channel}`);

export const answerKindWord = (t: AdminWords, kind: AnswerKind): string => t(`flows.answer_${kind}`);

/** A rule as a short sentence. */
export function tellCondition(t: AdminWords, when: FlowCondition): string {
  switch (when.on) {
    case 'answer':
      return t(`flows.when_answer_${when.is}`, { field: when.field, value: when.value });
    case 'hours':
      return t(when.open ? 'flows.when_open' : 'flows.when_closed');
    case 'channel':
      return t('flows.when_channel', { channel: channelWord(t, when.channel) });
    case 'language':
      return t(`flows.when_locale_${when.locale}`);
    case 'customer':
      return t(`flows.when_${when.has}`);
  }
}

/** What starts a flow, as a few words. */
export function tellTrigger(t: AdminWords, trigger: FlowTrigger): string {
  switch (trigger.kind) {
    case 'words':
      return t('flows.trigger_words', { words: trigger.words.join(' / ') });
    case 'page':
      return t('flows.trigger_page', { page: trigger.contains });
    case 'channel':
      return t('flows.trigger_channel', { channel: channelWord(t, trigger.channel) });
    case 'article':
      return t('flows.trigger_article');
  }
}

/** What stands on a step's card; null when its text is still to be written. `teamName`: of the team it hands off to. */
export function tellStep(t: AdminWords, step: FlowStep, locale: Locale, teamName: (id: string) => string | undefined): string | null {
  switch (step.type) {
    case 'branch':
      return t('flows.card_rules', { count: step.rules.length });
    case 'look_up':
      if (step.of === 'address') return step.url.replace(/^https:\/\//, '') || null;
      if (step.of === 'orders' && step.numberField) return t('flows.card_own_order', { field: step.numberField });
      return t(`flows.card_own_${step.of}`);
    case 'answer':
      return step.question ? t('flows.card_answer_field', { field: step.question }) : t('flows.card_answer_first');
    case 'identify':
      return textIn(step.text, locale) || t(`flows.card_identify_${step.by}`);
    case 'hand_off':
      return textIn(step.text, locale) || (step.teamId && teamName(step.teamId)) || t('flows.card_no_team');
    default:
      return textIn(step.text, locale) || null;
  }
}

/** The label of an exit: a button's text, a rule as a sentence, or what has to happen. */
export function tellExit(t: AdminWords, step: FlowStep, exit: string, locale: Locale): string {
  const [kind, which = ''] = exit.split(':');
  if (kind === 'option' && step.type === 'buttons') {
    const at = step.options.findIndex(({ id }) => id === which);
    const label = step.options[at]?.label;
    return (label && textIn(label, locale)) || t('flows.exit_option', { at: at + 1 });
  }
  if (kind === 'rule' && step.type === 'branch') {
    const rule = step.rules[Number(which)];
    return rule ? tellCondition(t, rule.when) : '';
  }
  if (kind === 'otherwise') return t('flows.exit_otherwise');
  if (kind === 'failed' && step.type === 'look_up' && step.of !== 'address') return t('flows.exit_not_found');
  if (kind === 'failed') return t(step.type === 'identify' ? 'flows.exit_not_proved' : 'flows.exit_failed');
  if (step.type === 'identify') return t('flows.exit_proved');
  return t(step.type === 'answer' ? 'flows.exit_not_found' : 'flows.exit_next');
}

/** A step in a list to choose from: its number in reading order, its kind or first words. */
export function stepName(t: AdminWords, step: FlowStep, at: number, locale: Locale): string {
  const own = 'text' in step ? textIn(step.text, locale).split('\n')[0] : '';
  return t('flows.step_name', { at: at + 1, text: own ? own.slice(0, 40) : t(stepLooks[step.type].word) });
}
