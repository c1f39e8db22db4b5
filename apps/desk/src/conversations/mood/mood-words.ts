import type { Mood } from '@madoguchi/contract/conversations.ts';
import type { Words } from '../../app/locale.tsx';

/** What the mark means, with the customer's words that spoke for it: never more than a guess. */
export const moodWords = (t: Words, { state, words }: Mood): string =>
  words.length > 0 ? t('mood.because', { mood: t(`mood.${state}`), words: words.join(t('mood.joint')) }) : t(`mood.${state}`);
