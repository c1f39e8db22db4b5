import type { CheckedQuestion } from '@madoguchi/contract/checked-questions.ts';
import { fact } from '../../platform/event-log/fact.ts';

/** The right answer to a question became known; `articleId` null: no article answers it. */
export const questionChecked = fact('question.checked', 1)<{
  questionId: string;
  articleId: string | null;
  source: CheckedQuestion['source'];
}>();
export const questionUnchecked = fact('question.unchecked', 1)<{ questionId: string }>();
