import type { SurveyScale } from '@madoguchi/contract/surveys.ts';
import type { Words } from '../app/locale.tsx';

const FACES = ['😞', '😕', '😐', '😊', '😄'];
const words = ['survey.rating_1', 'survey.rating_2', 'survey.rating_3', 'survey.rating_4', 'survey.rating_5'] as const;

export type Given = { rating: number; scale: SurveyScale };

/** The face customers pressed. */
export const faceOf = ({ rating, scale }: Given): string => (scale === 'two' ? (rating > 3 ? '👍' : '👎') : (FACES[rating - 1] ?? ''));

/** What the rating is called. */
export const ratingWord = (t: Words, { rating, scale }: Given): string =>
  t(scale === 'two' ? (rating > 3 ? 'survey.good' : 'survey.bad') : (words[rating - 1] ?? 'survey.rating_3'));
