import type { Choice as Button } from '@madoguchi/contract/messages.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { rate } from './answer.commands.ts';
import { declineComment } from './comment.commands.ts';
import type { Locked } from './lock-survey.ts';

export type SurveyButton = Extract<Button, { kind: 'rate' | 'rate_only' }>;
type Press = { customerId: string; externalId: string; at: Date };

/** Whether a pressed button answers a survey, and so is no message. */
export const isSurveyButton = (choice: Button | null | undefined): choice is SurveyButton =>
  choice?.kind === 'rate' || choice?.kind === 'rate_only';

/**
 * Takes a pressed button of a survey, by the sender's own name of the press. Bears a repetition. Null: it changed nothing that can be told.
 * @throws notFound for another customer's survey
 */
export async function takeSurveyButton(ctx: Ctx, button: SurveyButton, { customerId, externalId, at }: Press): Promise<Locked | null> {
  if (button.kind === 'rate_only') return declineComment(ctx, button.surveyId, customerId);
  return rate(ctx, button.surveyId, customerId, { externalId, rating: button.rating, at });
}
