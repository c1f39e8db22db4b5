import type { Article } from '@madoguchi/contract/knowledge.ts';
import { sql } from 'kysely';
import { draftOnce } from '../../knowledge/knowledge.commands.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { cutText } from '../../platform/text/fold.ts';
import { hasCjk } from '../../platform/text/scripts.ts';
import { questionWithoutWords } from './unanswered.errors.ts';
import { questionDismissed } from './unanswered.events.ts';
import { externalIdOf, MARKS, questionKey } from './unanswered.rules.ts';

const QUESTION_CHARACTERS = 500;

/** The draft that answers a question: the same one for everybody who asks for it. @throws questionWithoutWords */
export async function draftFromUnanswered(ctx: Ctx, question: string): Promise<Article> {
  const title = cutText(question.replace(/\s+/g, ' ').trim(), QUESTION_CHARACTERS);
  return draftOnce(ctx, externalIdOf(keyOf(question)), {
    question: title,
    answer: '',
    category: '',
    examples: [],
    locale: hasCjk(title) ? 'ja' : 'en',
  });
}

/** Takes a question off the list until it is asked again: as far as the viewer sees who asked. Nothing to take off is no error. */
export async function dismissUnanswered(ctx: Ctx, question: string): Promise<void> {
  const key = keyOf(question);
  await ctx.transaction(async (tx) => {
    const dismissed = await tx
      .updateTable('bot_steps')
      .set({ dismissed_at: ctx.clock.now() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('unanswered', '=', true)
      .where('dismissed_at', 'is', null)
      .where(sql<boolean>`translate(query_folded, ${MARKS}, '') = ${key}`)
      .returning('id')
      .execute();
    if (dismissed.length > 0) await ctx.append(tx, questionDismissed({ steps: dismissed.length }));
  });
}

function keyOf(question: string): string {
  const key = questionKey(question);
  if (key === '') throw questionWithoutWords();
  return key;
}
