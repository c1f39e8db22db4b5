import { sayAsSystem } from '../../conversations/commands/system.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { wordsFor } from '../../platform/words.ts';
import { settingsFor } from '../settings/settings.queries.ts';
import { ratingWord } from '../surveys.words.ts';
import type { Locked } from './lock-survey.ts';

/**
 * Says on the line what was understood, and with the first rating asks for a comment. `because`: the press, so that each is thanked for
 * once.
 */
export async function thankForRating(ctx: Ctx, tx: Tx, { survey, conversation }: Locked, isFirst: boolean, because: string): Promise<void> {
  const locale = conversation.locale === 'en' ? 'en' : 'ja';
  const say = wordsFor(locale);
  const rating = ratingWord(survey.scale === 'two' ? 'two' : 'five', survey.rating!, locale);
  const externalId = `survey-thanks:${survey.id}:${because}`;
  if (!isFirst) return void (await sayAsSystem(ctx, tx, conversation, { text: say('survey.changed', { rating }), externalId, by: 'bot' }));
  const { thanks, comment } = await settingsFor(ctx, tx, survey.inbox_id);
  const words = say('survey.rated', { rating, thanks: thanks[locale] });
  const rateOnly = { label: say('survey.no_comment'), choice: { kind: 'rate_only' as const, surveyId: survey.id } };
  await sayAsSystem(ctx, tx, conversation, {
    text: survey.asks_comment ? `${words}\n${comment.text[locale]}` : words,
    ...(survey.asks_comment ? { blocks: [{ type: 'choices' as const, choices: [rateOnly] }] } : {}),
    externalId,
    by: 'bot',
  });
}
