import { reopenAsSystem } from '../../conversations/commands/reopen.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { settingsFor } from '../settings/settings.queries.ts';
import { COMMENT_WITHIN_MS, isLow } from '../surveys.rules.ts';
import { type Locked, lockSurvey } from './lock-survey.ts';

export const FOLLOW_UP_TASK = 'survey.follow_up';

/** A low rating is seen to once the customer had time for a comment: together with it, if there is one. */
export async function planFollowUp(ctx: Ctx, tx: Tx, { survey }: Locked): Promise<void> {
  if (survey.rating === null || !isLow(survey.rating) || !(await settingsFor(ctx, tx, survey.inbox_id)).reopenOnLow) return;
  const waits = survey.asks_comment && survey.comment === null && !survey.comment_declined_at;
  const runAt = new Date(ctx.clock.now().getTime() + (waits ? COMMENT_WITHIN_MS : 0));
  await enqueue(tx, ctx, FOLLOW_UP_TASK, { surveyId: survey.id }, { runAt, key: `survey-follow-up:${survey.id}` });
}

/** Opens a conversation again whose rating is low: for people, and only if it still rests as it was asked about. */
export async function followUp(ctx: Ctx, surveyId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { survey, conversation } = await lockSurvey(ctx, tx, surveyId);
    const { reopenOnLow } = await settingsFor(ctx, tx, survey.inbox_id);
    const rests = conversation.status === 'resolved' && conversation.resolved_at !== null && conversation.resolved_at <= survey.asked_at;
    if (reopenOnLow && rests && survey.rating !== null && isLow(survey.rating)) await reopenAsSystem(ctx, tx, conversation, 'low_rating');
  });
}
