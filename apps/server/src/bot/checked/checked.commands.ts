import type { CheckedQuestion } from '@madoguchi/contract/checked-questions.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { cutText } from '../../platform/text/fold.ts';
import { questionWithoutWords } from '../unanswered/unanswered.errors.ts';
import { questionKey } from '../unanswered/unanswered.rules.ts';
import { questionChecked, questionUnchecked } from './checked.events.ts';
import { typedQuestion } from './checked.queries.ts';

/** Longer than a question: a letter, which says little about how others will ask. */
const QUESTION_CHARACTERS = 500;

type Known = {
  question: string;
  /** Null: no article answers it. */
  articleId: string | null;
  source: CheckedQuestion['source'];
  conversationId: string | null;
};

/**
 * Keeps the right answer to a question. The same question (widths, cases and punctuation aside) is given its newer answer; what is known
 * already writes nothing. Null for one without words, or longer than a question.
 */
export async function keepChecked(ctx: Ctx, tx: Tx, { question, articleId, source, conversationId }: Known): Promise<string | null> {
  const text = question.replace(/\s+/g, ' ').trim();
  const key = questionKey(text);
  if (key === '' || text !== cutText(text, QUESTION_CHARACTERS)) return null;
  const row = await tx
    .insertInto('checked_questions')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: newId('chq'),
      question: text,
      key,
      article_id: articleId,
      source,
      conversation_id: conversationId,
      created_at: ctx.clock.now(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'key', 'typed'])
        .doUpdateSet({ article_id: articleId, source, conversation_id: conversationId, question: text, created_at: ctx.clock.now() })
        .where('checked_questions.article_id', 'is distinct from', articleId),
    )
    .returning('id')
    .executeTakeFirst();
  if (row) await ctx.append(tx, questionChecked({ questionId: row.id, articleId, source }));
  return row?.id ?? null;
}

/** An editor says what answers a question. @throws questionWithoutWords · notFound when there is no such article */
export async function addChecked(ctx: Ctx, question: string, articleId: string | null): Promise<CheckedQuestion> {
  if (questionKey(question) === '') throw questionWithoutWords();
  return ctx.transaction(async (tx) => {
    if (articleId !== null) await existing(ctx, tx, articleId);
    await keepChecked(ctx, tx, { question, articleId, source: 'editor', conversationId: null });
    return typedQuestion(tx, ctx.viewer.workspaceId, questionKey(question));
  });
}

/** @throws notFound, also for one that is gone already */
export async function removeChecked(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const removed = await tx
      .deleteFrom('checked_questions')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst();
    if (!removed) throw notFound();
    await ctx.append(tx, questionUnchecked({ questionId: id }));
  });
}

async function existing(ctx: Ctx, tx: Tx, articleId: string): Promise<void> {
  const article = await tx
    .selectFrom('articles')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', articleId)
    .executeTakeFirst();
  if (!article) throw notFound();
}
