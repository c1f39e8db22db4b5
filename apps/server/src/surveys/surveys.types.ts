import type { Selectable } from 'kysely';
import type { SurveysTable } from './surveys.tables.ts';

export type SurveyRow = Selectable<SurveysTable>;

/** A press of a rating, by the sender's own name of it. */
export type Choice = { externalId: string; rating: number; at: Date };

/** The word in a survey's address: short enough for a text message, and nobody's to guess. */
export type SurveyLinks = {
  wordOf: (workspaceId: string, surveyId: string) => string;
  /** The survey of a word of ours; null for anything else. */
  read: (workspaceId: string, word: string) => string | null;
};

/** What the line of a conversation can show, as the question needs it. */
export type Carries = {
  /** How many buttons a message can have. */
  buttons: number;
  /** Whether links are shown side by side. */
  links: boolean;
  /** Hours after the customer's last message in which we may write; null: always. */
  replyWindowHours: number | null;
  /** Everybody can read what is said there: nobody is asked. */
  inPublic: boolean;
};
