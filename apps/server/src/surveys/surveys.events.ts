import { fact } from '../platform/event-log/fact.ts';

/** Past tense, never renamed. What a customer wrote stays in its row. */
export const surveyAsked = fact('survey.asked', 1)<{ surveyId: string }>();
/** Again when the rating changes or a comment is added: the last one of a survey stands. */
export const surveyAnswered = fact('survey.answered', 1)<{
  surveyId: string;
  rating: number;
  scale: 'five' | 'two';
  hasComment: boolean;
}>();
/** `inboxId` null: the workspace's own. `changed` names what changed. */
export const surveySettingsChanged = fact('survey_settings.changed', 1)<{ inboxId: string | null; changed: string[] }>();
