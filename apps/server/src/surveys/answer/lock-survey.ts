import { lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { surveyAnswered } from '../surveys.events.ts';
import type { SurveyRow } from '../surveys.types.ts';

export type Locked = { survey: SurveyRow; conversation: ConversationRow };

/** A survey with its conversation, both locked. @throws notFound */
export async function lockSurvey(ctx: Ctx, tx: Tx, surveyId: string): Promise<Locked> {
  const known = await tx
    .selectFrom('surveys')
    .select('conversation_id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', surveyId)
    .executeTakeFirst();
  if (!known) throw notFound();
  const conversation = await lockConversation(ctx, tx, known.conversation_id);
  const survey = await tx
    .selectFrom('surveys')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', surveyId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { survey, conversation };
}

/** Changes columns of a locked survey and returns it as it is then. */
export const changeSurvey = (ctx: Ctx, tx: Tx, id: string, change: Partial<SurveyRow>): Promise<SurveyRow> =>
  tx
    .updateTable('surveys')
    .set(change)
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

/** That a survey was answered, or answered otherwise. */
export const tellAnswered = (ctx: Ctx, tx: Tx, { survey, conversation }: Locked): Promise<void> =>
  ctx.append(
    tx,
    surveyAnswered({
      surveyId: survey.id,
      rating: survey.rating!,
      scale: survey.scale === 'two' ? 'two' : 'five',
      hasComment: survey.comment !== null,
    }),
    subjectsOf(conversation),
  );
