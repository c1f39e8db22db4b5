// Pure: the question as a message.
import type { Block } from '@madoguchi/contract/messages.ts';
import type { SurveySettings } from '@madoguchi/contract/surveys.ts';
import { wordsFor } from '../../platform/words.ts';
import { ratingChoices, ratingLabel } from '../surveys.words.ts';

type Asked = { surveyId: string; settings: Pick<SurveySettings, 'question' | 'scale'>; locale: 'ja' | 'en' };
export type Question = { text: string; blocks: Block[] };

/** With a button for each rating. */
export function questionWithButtons({ surveyId, settings, locale }: Asked): Question {
  const choices = ratingChoices(settings.scale, locale).map(({ rating, label }) => ({
    label,
    choice: { kind: 'rate' as const, surveyId, rating },
  }));
  return { text: settings.question[locale], blocks: [{ type: 'choices', choices }] };
}

/** With an address of the page where it is answered: one for each rating, where they can stand side by side. */
export function questionWithLinks({ settings, locale }: Asked, url: string, sideBySide: boolean): Question {
  const say = wordsFor(locale);
  if (!sideBySide) return { text: `${settings.question[locale]}\n${say('survey.link', { url })}`, blocks: [] };
  const links = ratingChoices(settings.scale, locale).map(({ rating }) => ({
    label: ratingLabel(settings.scale, rating, locale),
    url: `${url}?rating=${rating}`,
  }));
  return { text: `${settings.question[locale]}\n${say('survey.links')}`, blocks: [{ type: 'links', links }] };
}
