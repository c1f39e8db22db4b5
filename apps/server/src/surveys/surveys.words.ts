import type { SurveyScale } from '@madoguchi/contract/surveys.ts';
import { wordsFor } from '../platform/words.ts';
import { ratingsOf } from './surveys.rules.ts';

const FACES = ['😞', '😕', '😐', '😊', '😄'];

const faceOf = (scale: SurveyScale, rating: number): string => (scale === 'two' ? (rating > 3 ? '👍' : '👎') : FACES[rating - 1]!);

/** What a rating is called, with its face: short enough for the buttons of every platform (20 characters). */
export const ratingLabel = (scale: SurveyScale, rating: number, locale: string): string =>
  `${faceOf(scale, rating)} ${ratingWord(scale, rating, locale)}`;

export const ratingWord = (scale: SurveyScale, rating: number, locale: string): string =>
  wordsFor(locale)(scale === 'two' ? (rating > 3 ? 'survey.good' : 'survey.bad') : RATING_KEYS[rating - 1]!);

const RATING_KEYS = ['survey.rating_1', 'survey.rating_2', 'survey.rating_3', 'survey.rating_4', 'survey.rating_5'] as const;

/** The ratings as they are offered, the best first. */
export const ratingChoices = (scale: SurveyScale, locale: string) =>
  ratingsOf(scale).map((rating) => ({ rating, face: faceOf(scale, rating), label: ratingLabel(scale, rating, locale) }));
