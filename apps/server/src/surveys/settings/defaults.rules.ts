// Pure: how customers are asked until somebody says otherwise: not at all, and then in a way that needs no more thought.
import type { SurveySettings } from '@madoguchi/contract/surveys.ts';
import { wordsFor } from '../../platform/words.ts';

const inBoth = (key: 'survey.question' | 'survey.comment' | 'survey.thanks') => ({ ja: wordsFor('ja')(key), en: wordsFor('en')(key) });

export const DEFAULT_SETTINGS: SurveySettings = {
  on: false,
  after: 'agent',
  minutes: 10,
  inHoursOnly: false,
  scale: 'five',
  question: inBoth('survey.question'),
  comment: { ask: true, text: inBoth('survey.comment') },
  thanks: inBoth('survey.thanks'),
  everyDays: 7,
  reopenOnLow: false,
};

/** Names of what differs. */
export const changedIn = (before: SurveySettings, after: SurveySettings): string[] =>
  (Object.keys(after) as (keyof SurveySettings)[]).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
