import type { BotReason, BotStep } from '@madoguchi/contract/messages.ts';
import type { WordKey, Words } from '../../app/locale.tsx';

const reasons: Record<BotReason, WordKey> = {
  sure: 'bot.because.sure',
  several_possible: 'bot.because.several',
  not_sure: 'bot.because.not_sure',
  outside_knowledge: 'bot.because.outside',
  no_words: 'bot.because.no_words',
  nothing_found: 'bot.because.nothing',
  person_words: 'bot.because.person_words',
  person_button: 'bot.because.person_button',
  angry: 'bot.because.angry',
  greeting: 'bot.because.greeting',
  file_only: 'bot.because.file',
  solved: 'bot.because.solved',
  not_solved: 'bot.because.not_solved',
  none_of_these: 'bot.because.none',
  chosen: 'bot.because.chosen',
  article_gone: 'bot.because.gone',
  flow: 'bot.because.flow',
};

/** Why the bot decided, in words, with the two probabilities that a decision after a search rests on. */
export function botWhy(t: Words, { because, figures }: Pick<BotStep, 'because' | 'figures'>): string {
  const reason = t(reasons[because]);
  if (!figures) return reason;
  return `${reason} (${t('bot.figures', { right: figures.correct.toFixed(2), scope: figures.inScope.toFixed(2) })})`;
}

const outcomes: Record<NonNullable<BotStep['composed']>['outcome'], WordKey> = {
  ok: 'bot.outcome.ok',
  timeout: 'bot.outcome.timeout',
  refused: 'bot.outcome.refused',
  error: 'bot.outcome.error',
  unmatched: 'bot.outcome.unmatched',
  bad_answer: 'bot.outcome.bad_answer',
};

/** Whose words were said where a language model was asked, and how much of its reply no article bore out. */
export function botWording(t: Words, { from, model, ms, dropped, outcome }: NonNullable<BotStep['composed']>): string[] {
  const seconds = (ms / 1000).toFixed(1);
  const whose =
    from === 'model'
      ? t('bot.composed_model', { model, seconds })
      : t('bot.composed_extract', { model, seconds, outcome: t(outcomes[outcome]) });
  return dropped > 0 ? [whose, t('bot.dropped', { count: dropped })] : [whose];
}
