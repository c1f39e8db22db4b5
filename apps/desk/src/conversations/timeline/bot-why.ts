import type { WordKey, Words } from '../../app/locale.tsx';

/** The bot's reasons as it notes them, before any figures, and our words for them. */
const reasons: Record<string, WordKey> = {
  sure: 'bot.because.sure',
  'several possible': 'bot.because.several',
  'not sure': 'bot.because.not_sure',
  'outside what is known': 'bot.because.outside',
  'no words': 'bot.because.no_words',
  'nothing found': 'bot.because.nothing',
  'the words for a person': 'bot.because.person_words',
  'the button for a person': 'bot.because.person_button',
  'an angry message': 'bot.because.angry',
  'a greeting': 'bot.because.greeting',
  'a file without words': 'bot.because.file',
  'said yes to 解決しましたか': 'bot.because.solved',
  'pressed solved': 'bot.because.solved',
  'said no': 'bot.because.not_solved',
  'pressed not solved': 'bot.because.not_solved',
  'none of the choices': 'bot.because.none',
  'chose this article': 'bot.because.chosen',
};

/** Why the bot decided, in words; a reason newer than this screen is shown as the bot noted it. */
export function botWhy(t: Words, why: string): string {
  const [reason = '', ...rest] = why.split(': ');
  const word = reasons[reason];
  if (!word) return why;
  const figures = /right ([\d.]+), in scope ([\d.]+)/.exec(rest.join(': '));
  return figures ? `${t(word)} (${t('bot.figures', { right: figures[1]!, scope: figures[2]! })})` : t(word);
}
