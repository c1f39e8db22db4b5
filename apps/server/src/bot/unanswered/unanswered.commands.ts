import type { Article } from '@madoguchi/contract/knowledge.ts';
import { sql } from 'kysely';
import { draftOnce, saveArticle } from '../../knowledge/knowledge.commands.ts';
import { articleById } from '../../knowledge/knowledge.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { cutText } from '../../platform/text/fold.ts';
import { hasCjk } from '../../platform/text/scripts.ts';
import { impersonal, withoutPersonal } from './impersonal.rules.ts';
import { replyOf } from './replies.queries.ts';
import { questionWithoutWords } from './unanswered.errors.ts';
import { questionDismissed } from './unanswered.events.ts';
import { type QuestionGroup, unansweredGroups } from './unanswered.queries.ts';
import { externalIdOf, MARKS, questionKey } from './unanswered.rules.ts';

const QUESTION_CHARACTERS = 500;
/** A longer wording is a letter: no example of how people ask. */
const EXAMPLE_CHARACTERS = 200;
const MOST_EXAMPLES = 20;

/**
 * The draft that answers a group of questions: the same one for everybody who asks for it, by any of its wordings. `replyId`: the agent's
 * reply that becomes its answer, unless somebody wrote one already. @throws questionWithoutWords · notFound
 */
export async function draftFromUnanswered(ctx: Ctx, question: string, replyId?: string): Promise<Article> {
  const group = await groupOf(ctx, question);
  const answer = replyId === undefined ? '' : await answerFrom(ctx, group, replyId);
  const title = titleOf(group.question);
  const draft = await draftOfGroup(ctx, group, {
    question: title,
    answer,
    category: '',
    examples: group.wordings.slice(1).flatMap(exampleOf).slice(0, MOST_EXAMPLES),
    locale: hasCjk(title) ? 'ja' : 'en',
  });
  await keepWordings(ctx, group, draft.id);
  if (answer === '' || draft.answer !== '' || draft.status !== 'draft') return draft;
  return saveArticle(ctx, draft.id, { ...draft, answer });
}

const titleOf = (wording: string) => cutText(withoutPersonal(wording.replace(/\s+/g, ' ').trim(), []), QUESTION_CHARACTERS);

function exampleOf(wording: string): string[] {
  const example = titleOf(wording);
  return [...example].length <= EXAMPLE_CHARACTERS ? [example] : [];
}

async function draftOfGroup(ctx: Ctx, { keys, articleId }: QuestionGroup, content: Parameters<typeof draftOnce>[2]): Promise<Article> {
  if (articleId === null) return draftOnce(ctx, externalIdOf(keys[0]!), content);
  return ctx.transaction((tx) => articleById(tx, ctx.viewer.workspaceId, articleId));
}

/** From now on every wording of the group leads to its article; one that another article answers stays with that. */
async function keepWordings(ctx: Ctx, { keys }: QuestionGroup, articleId: string): Promise<void> {
  const workspace_id = ctx.viewer.workspaceId;
  await ctx.transaction((tx) =>
    tx
      .insertInto('question_articles')
      .values(keys.map((key) => ({ workspace_id, wording: externalIdOf(key), article_id: articleId })))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

async function answerFrom(ctx: Ctx, { asked }: QuestionGroup, replyId: string): Promise<string> {
  const conversations = asked.map(({ conversationId }) => conversationId);
  const reply = await ctx.transaction((tx) => replyOf(tx, ctx.viewer.workspaceId, replyId, conversations));
  if (!reply) throw notFound();
  return impersonal(reply.text, reply.names);
}

/**
 * Takes a question off the list, with all wordings of its group, until it is asked again: as far as the viewer sees who asked. Nothing to
 * take off is no error. @throws questionWithoutWords
 */
export async function dismissUnanswered(ctx: Ctx, question: string): Promise<void> {
  const { keys } = await groupOf(ctx, question);
  await ctx.transaction(async (tx) => {
    const dismissed = await tx
      .updateTable('bot_steps')
      .set({ dismissed_at: ctx.clock.now() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('unanswered', '=', true)
      .where('dismissed_at', 'is', null)
      .where(sql<boolean>`translate(query_folded, ${MARKS}, '') = any(${keys}::text[])`)
      .returning('id')
      .execute();
    if (dismissed.length > 0) await ctx.append(tx, questionDismissed({ steps: dismissed.length }));
  });
}

/** The group that a wording belongs to; one of its own for a question that nobody asked in vain. @throws questionWithoutWords */
async function groupOf(ctx: Ctx, question: string): Promise<QuestionGroup> {
  const key = questionKey(question);
  if (key === '') throw questionWithoutWords();
  const group = (await unansweredGroups(ctx)).find(({ keys }) => keys.includes(key));
  if (group) return group;
  const drafted = await ctx.transaction((tx) =>
    tx
      .selectFrom('question_articles')
      .select('article_id')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('wording', '=', externalIdOf(key))
      .executeTakeFirst(),
  );
  return { question, keys: [key], wordings: [question], asked: [], articleId: drafted?.article_id ?? null };
}
