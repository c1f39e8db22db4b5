// Pure: what became of a question whose right answer is known.
import type { ReplayVerdict } from '@madoguchi/contract/checked-questions.ts';
import type { Decision } from '../decide/decide.types.ts';

/** `rightId` null: no article answers it, and not answering is right. Choices do no harm there. */
export function verdictOf({ decision, candidates }: Decision, rightId: string | null): ReplayVerdict {
  if (rightId === null) return decision === 'answer' ? 'wrong' : 'right';
  if (decision === 'answer') return candidates[0]?.id === rightId ? 'right' : 'wrong';
  return decision === 'clarify' && candidates.some(({ id }) => id === rightId) ? 'offered' : 'not_found';
}

/** A wrong answer is worse than none: the customer may believe it. */
const WORTH: Record<ReplayVerdict, number> = { right: 3, offered: 2, not_found: 1, wrong: 0 };

type Outcome = { verdict: ReplayVerdict; articleId: string | null };

/** Null when nothing changed for the customer. */
export function effectOf(before: Outcome, after: Outcome): 'better' | 'worse' | 'other' | null {
  if (WORTH[after.verdict] !== WORTH[before.verdict]) return WORTH[after.verdict] > WORTH[before.verdict] ? 'better' : 'worse';
  return before.articleId === after.articleId ? null : 'other';
}

/** What the customer is shown: the article quoted, or none. */
export const shownId = ({ decision, candidates }: Decision): string | null => (decision === 'answer' ? (candidates[0]?.id ?? null) : null);
