import type { SurveyScale } from '@madoguchi/contract/surveys.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { settingsFor } from '../settings/settings.queries.ts';
import { ANSWER_WITHIN_MS, CHANGE_WITHIN_MS } from '../surveys.rules.ts';
import { ratingChoices } from '../surveys.words.ts';

export type SurveyPage = {
  number: number;
  question: string;
  thanks: string;
  scale: SurveyScale;
  choices: { rating: number; face: string; label: string }[];
  rating: number | null;
  comment: string;
  asksComment: boolean;
  /** Answered longer ago than it may be changed, or asked too long ago: it is only shown. */
  over: boolean;
};

/** What the page of a survey shows, in the words of that language; null when there is none. */
export async function surveyPage(ctx: Ctx, surveyId: string, locale: 'ja' | 'en'): Promise<SurveyPage | null> {
  return ctx.transaction(async (tx) => {
    const row = await tx
      .selectFrom('surveys as s')
      .innerJoin('conversations as c', (join) =>
        join.onRef('c.workspace_id', '=', 's.workspace_id').onRef('c.id', '=', 's.conversation_id'),
      )
      .selectAll('s')
      .select('c.number')
      .where('s.workspace_id', '=', ctx.viewer.workspaceId)
      .where('s.id', '=', surveyId)
      .executeTakeFirst();
    if (!row) return null;
    const { question, thanks } = await settingsFor(ctx, tx, row.inbox_id);
    const scale = row.scale === 'two' ? 'two' : 'five';
    const now = ctx.clock.now().getTime();
    const until = row.answered_at ? row.answered_at.getTime() + CHANGE_WITHIN_MS : row.asked_at.getTime() + ANSWER_WITHIN_MS;
    return {
      number: row.number,
      question: question[locale],
      thanks: thanks[locale],
      scale,
      choices: ratingChoices(scale, locale),
      rating: row.rating,
      comment: row.comment ?? '',
      asksComment: row.asks_comment,
      over: now > until,
    };
  });
}
