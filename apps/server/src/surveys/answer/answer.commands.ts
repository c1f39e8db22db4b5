import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { ANSWER_WITHIN_MS, ratingsOf, standing } from '../surveys.rules.ts';
import type { Choice, SurveyRow } from '../surveys.types.ts';
import { planFollowUp } from './follow-up.ts';
import { changeSurvey, type Locked, lockSurvey, tellAnswered } from './lock-survey.ts';
import { thankForRating } from './thank.ts';

/**
 * Takes a press of a rating, by the sender's own name of it: twice is once, one that comes late or belongs to another day than the first
 * changes nothing. `customerId`: whose line it came over. @throws notFound for another customer's survey
 */
export async function rate(ctx: Ctx, surveyId: string, customerId: string, choice: Choice): Promise<Locked> {
  return ctx.transaction(async (tx) => {
    const locked = await lockSurvey(ctx, tx, surveyId);
    if (locked.conversation.customer_id !== customerId) throw notFound();
    const before = locked.survey;
    const survey = await takeChoice(ctx, tx, locked, choice);
    if (survey.rating !== before.rating) await thankForRating(ctx, tx, { ...locked, survey }, before.rating === null, choice.externalId);
    return { ...locked, survey };
  });
}

/** Keeps a press on a locked survey, and what stands after it. */
export async function takeChoice(ctx: Ctx, tx: Tx, { survey, conversation }: Locked, choice: Choice): Promise<SurveyRow> {
  const { rating, externalId, at } = choice;
  const isOffered = ratingsOf(survey.scale === 'two' ? 'two' : 'five').includes(rating);
  if (!isOffered || at.getTime() - survey.asked_at.getTime() > ANSWER_WITHIN_MS) return survey;
  const key = { workspace_id: ctx.viewer.workspaceId, survey_id: survey.id };
  const kept = await tx
    .insertInto('survey_choices')
    .values({ ...key, external_id: externalId, rating, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('external_id')
    .executeTakeFirst();
  if (!kept) return survey;
  const choices = await tx
    .selectFrom('survey_choices')
    .select(['external_id as externalId', 'rating', 'at'])
    .where('workspace_id', '=', key.workspace_id)
    .where('survey_id', '=', survey.id)
    .execute();
  const stands = standing(choices)!;
  const first = choices.reduce((earliest, one) => (one.at < earliest.at ? one : earliest));
  const changed = await changeSurvey(ctx, tx, survey.id, { rating: stands.rating, rated_at: stands.at, answered_at: first.at });
  if (stands.rating === survey.rating) return changed;
  await tellAnswered(ctx, tx, { survey: changed, conversation });
  await planFollowUp(ctx, tx, { survey: changed, conversation });
  return changed;
}
