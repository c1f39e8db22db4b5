import { messageByExternalId } from '../../conversations/commands/lock.ts';
import { sayAsSystem } from '../../conversations/commands/system.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { wordsFor } from '../../platform/words.ts';
import { settingsFor } from '../settings/settings.queries.ts';
import { COMMENT_WITHIN_MS, isComment, isLow } from '../surveys.rules.ts';
import { planFollowUp } from './follow-up.ts';
import { changeSurvey, type Locked, lockSurvey, tellAnswered } from './lock-survey.ts';

type Said = { threadId: string; externalId: string; text: string; at: Date };

/** More is cut off: a comment is read in a list. */
export const COMMENT_CHARACTERS = 2000;

/**
 * Takes what somebody says on a line whose matter rests, if it is the comment we asked for: true when it is that and no message. The same
 * message again is the same comment. Where a low rating opens the conversation again, the comment is a message as well, and does that.
 */
export async function takeComment(ctx: Ctx, said: Said): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const surveyId = await ratedOn(ctx, tx, said);
    if (!surveyId) return false;
    const locked = await lockSurvey(ctx, tx, surveyId);
    const { survey, conversation } = locked;
    if (survey.comment_external_id === said.externalId) return !(await isToReopen(ctx, tx, locked));
    if (conversation.status !== 'resolved' && conversation.status !== 'closed') return false;
    if (!isComment(survey, said) || (await messageByExternalId(ctx, tx, conversation.inbox_id, said.externalId))) return false;
    await keepComment(ctx, tx, locked, said);
    if (await isToReopen(ctx, tx, locked)) return false;
    const locale = conversation.locale === 'en' ? 'en' : 'ja';
    await sayAsSystem(ctx, tx, conversation, {
      text: wordsFor(locale)('survey.comment_kept'),
      externalId: `survey-comment:${survey.id}`,
      by: 'bot',
    });
    return true;
  });
}

/** The comment of a locked survey, kept and told of. */
export async function keepComment(ctx: Ctx, tx: Tx, { survey, conversation }: Locked, said: { text: string; externalId: string }) {
  const comment = said.text.trim().slice(0, COMMENT_CHARACTERS).toWellFormed();
  const changed = await changeSurvey(ctx, tx, survey.id, { comment, comment_external_id: said.externalId });
  await tellAnswered(ctx, tx, { survey: changed, conversation });
  await planFollowUp(ctx, tx, { survey: changed, conversation });
  return changed;
}

/** No comment: what is said next is a message. @throws notFound for another customer's survey */
export async function declineComment(ctx: Ctx, surveyId: string, customerId: string): Promise<Locked | null> {
  return ctx.transaction(async (tx) => {
    const locked = await lockSurvey(ctx, tx, surveyId);
    const { survey, conversation } = locked;
    if (conversation.customer_id !== customerId || survey.rating === null || survey.comment !== null || survey.comment_declined_at)
      return null;
    const changed = await changeSurvey(ctx, tx, survey.id, { comment_declined_at: ctx.clock.now() });
    await planFollowUp(ctx, tx, { survey: changed, conversation });
    const locale = conversation.locale === 'en' ? 'en' : 'ja';
    await sayAsSystem(ctx, tx, conversation, {
      text: wordsFor(locale)('survey.done'),
      externalId: `survey-done:${survey.id}`,
      by: 'bot',
    });
    return { ...locked, survey: changed };
  });
}

const isToReopen = async (ctx: Ctx, tx: Tx, { survey }: Locked): Promise<boolean> =>
  survey.rating !== null && isLow(survey.rating) && (await settingsFor(ctx, tx, survey.inbox_id)).reopenOnLow;

/** The survey of the line's latest conversation that was rated shortly before. */
async function ratedOn(ctx: Ctx, tx: Tx, { threadId, at }: Said): Promise<string | null> {
  const row = await tx
    .selectFrom('threads as t')
    .innerJoin('surveys as s', (join) =>
      join.onRef('s.workspace_id', '=', 't.workspace_id').onRef('s.conversation_id', '=', 't.latest_conversation_id'),
    )
    .select('s.id')
    .where('t.workspace_id', '=', ctx.viewer.workspaceId)
    .where('t.id', '=', threadId)
    .where('s.rated_at', '>=', new Date(at.getTime() - COMMENT_WITHIN_MS))
    .executeTakeFirst();
  return row?.id ?? null;
}
