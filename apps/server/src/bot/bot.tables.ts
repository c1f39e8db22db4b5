import type { CheckedQuestion } from '@madoguchi/contract/checked-questions.ts';
import type { Generated, GeneratedAlways } from 'kysely';

declare module '../platform/db/tables.ts' {
  interface Tables {
    bot_states: BotStatesTable;
    bot_steps: BotStepsTable;
    checked_questions: CheckedQuestionsTable;
    bot_policies: BotPoliciesTable;
    question_articles: QuestionArticlesTable;
    ignored_synonyms: IgnoredSynonymsTable;
  }
}

export interface BotStatesTable {
  workspace_id: string;
  conversation_id: string;
  state: unknown;
  updated_at: Generated<Date>;
}

export interface BotStepsTable {
  workspace_id: string;
  id: string;
  conversation_id: string;
  asked_message_id: string;
  message_id: string | null;
  at: Date;
  query: string;
  query_folded: string;
  decision: string;
  because: string;
  confidence: number | null;
  correct: number | null;
  in_scope: number | null;
  candidates: Generated<unknown>;
  unanswered: Generated<boolean>;
  dismissed_at: Date | null;
  /** See BotStep.composed; null when no model was asked. */
  composed: Generated<unknown>;
}

export interface CheckedQuestionsTable {
  workspace_id: string;
  id: string;
  question: string;
  key: string;
  article_id: string | null;
  source: CheckedQuestion['source'];
  conversation_id: string | null;
  typed: GeneratedAlways<boolean>;
  created_at: Date;
}

export interface BotPoliciesTable {
  workspace_id: string;
  slope: number;
  offset: number;
  bar: number;
  judged: number;
  known: number;
  fitted_at: Date;
}

export interface QuestionArticlesTable {
  workspace_id: string;
  /** See externalIdOf in unanswered.rules.ts. */
  wording: string;
  article_id: string;
}

export interface IgnoredSynonymsTable {
  workspace_id: string;
  asked: string;
  written: string;
  ignored_at: Date;
}
