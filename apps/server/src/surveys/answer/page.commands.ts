import type { Ctx } from '../../platform/ctx.ts';
import { CHANGE_WITHIN_MS } from '../surveys.rules.ts';
import type { Choice } from '../surveys.types.ts';
import { takeChoice } from './answer.commands.ts';
import { keepComment } from './comment.commands.ts';
import { changeSurvey, lockSurvey } from './lock-survey.ts';

/**
 * Takes what a page of a survey posts: rating and comment together, so that nothing said later is taken for the comment. Sent again within the
 * day it replaces both; nothing is said on the line, as the page itself thanks. @throws notFound
 */
export async function answerOnPage(ctx: Ctx, surveyId: string, choice: Choice, comment: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const locked = await lockSurvey(ctx, tx, surveyId);
    const before = locked.survey.answered_at;
    if (before && choice.at.getTime() - before.getTime() > CHANGE_WITHIN_MS) return;
    const survey = await takeChoice(ctx, tx, locked, choice);
    if (survey.rating === null) return;
    const words = survey.asks_comment ? comment.trim() : '';
    if (words !== '' && words !== survey.comment)
      await keepComment(ctx, tx, { ...locked, survey }, { text: words, externalId: choice.externalId });
    else if (words === '')
      await changeSurvey(ctx, tx, surveyId, { comment: null, comment_declined_at: survey.comment_declined_at ?? choice.at });
  });
}
