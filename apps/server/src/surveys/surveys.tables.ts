import type { SurveySettings } from '@madoguchi/contract/surveys.ts';

declare module '../platform/db/tables.ts' {
  interface Tables {
    survey_settings: SurveySettingsTable;
    surveys: SurveysTable;
    survey_choices: SurveyChoicesTable;
  }
}

export interface SurveySettingsTable {
  workspace_id: string;
  /** '': the workspace's own. */
  inbox_id: string;
  settings: SurveySettings;
  updated_at: Date;
}

export interface SurveysTable {
  workspace_id: string;
  id: string;
  conversation_id: string;
  inbox_id: string;
  /** Whose work it is about; null where the bot did it alone. */
  agent_id: string | null;
  scale: string;
  asks_comment: boolean;
  asked_at: Date;
  rating: number | null;
  /** When it was first answered. */
  answered_at: Date | null;
  /** When the rating that stands was given. */
  rated_at: Date | null;
  comment: string | null;
  comment_external_id: string | null;
  comment_declined_at: Date | null;
}

/** Every press of a rating as it came. */
export interface SurveyChoicesTable {
  workspace_id: string;
  survey_id: string;
  external_id: string;
  rating: number;
  at: Date;
}
