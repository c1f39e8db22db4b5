import type { UnansweredGroup } from '@madoguchi/contract/knowledge.ts';
import { sql } from 'kysely';
import { termsOfQuestions } from '../../knowledge/search/question-terms.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { groupQuestions, mostTypical } from './groups.rules.ts';
import { repliesTo } from './replies.queries.ts';
import { externalIdOf, questionKey } from './unanswered.rules.ts';

/** The newest times that a question found no answer: bounds the work. */
const MOST_STEPS = 2000;
/** Articles whose questions say how rare a word is here. */
const MOST_ARTICLES = 1000;
const WORDING_CHARACTERS = 1000;
const GROUPS_SHOWN = 200;
const WORDINGS_SHOWN = 20;
const CONVERSATIONS_SHOWN = 20;

/** A time that a question found no answer. */
export type AskedInVain = { conversationId: string; messageId: string; query: string; key: string; at: Date };
/** `keys`: of all its wordings. `asked`: newest first. */
export type QuestionGroup = { question: string; keys: string[]; wordings: string[]; asked: AskedInVain[]; articleId: string | null };
type Drafted = { articleId: string; publishedAt: Date | null };

/** What the desk lists: those of most conversations first, with what agents replied. */
export async function listUnanswered(ctx: Ctx): Promise<UnansweredGroup[]> {
  const groups = (await unansweredGroups(ctx)).slice(0, GROUPS_SHOWN);
  const replies = await ctx.transaction((tx) => repliesTo(tx, ctx.viewer.workspaceId, groups));
  return groups.map((group, i) => ({
    question: group.question,
    count: conversationsOf(group).length,
    lastAskedAt: group.asked[0]!.at.toISOString(),
    wordings: group.wordings.slice(0, WORDINGS_SHOWN),
    conversationIds: conversationsOf(group).slice(0, CONVERSATIONS_SHOWN),
    replies: replies[i]!,
    articleId: group.articleId,
  }));
}

const conversationsOf = ({ asked }: QuestionGroup) => [...new Set(asked.map(({ conversationId }) => conversationId))];

/**
 * Questions nobody could answer, grouped by what they ask, as far as the viewer may see the conversations. Gone once an article made of
 * any wording is published, back when it is asked after that and still finds nothing.
 */
export async function unansweredGroups(ctx: Ctx): Promise<QuestionGroup[]> {
  const { workspaceId } = ctx.viewer;
  const { asked, drafted, known } = await ctx.transaction(async (tx) => {
    const steps = await askedInVain(tx, workspaceId);
    return { asked: steps, drafted: await draftedFor(tx, workspaceId, steps), known: await knownQuestions(tx, workspaceId) };
  });
  const wordings = [...Map.groupBy(asked, ({ key }) => key).values()].sort((a, b) => b.length - a.length);
  const terms = await termsOfQuestions([...wordings.map(([newest]) => newest!.query), ...known]);
  const questions = terms.slice(0, wordings.length);
  const times = wordings.map(({ length }) => length);
  return groupQuestions(questions, terms.slice(wordings.length))
    .flatMap((places) => {
      const title = mostTypical(places, questions, times);
      const ordered = [title, ...places.filter((place) => place !== title)].map((place) => wordings[place]!);
      return openGroup(ordered, drafted) ?? [];
    })
    .sort((a, b) => conversationsOf(b).length - conversationsOf(a).length || b.asked[0]!.at.getTime() - a.asked[0]!.at.getTime());
}

/** Null when an article answers it since it was last asked. */
function openGroup(wordings: AskedInVain[][], drafted: ReadonlyMap<string, Drafted>): QuestionGroup | null {
  const keys = wordings.map(([{ key } = { key: '' }]) => key);
  const articles = keys.flatMap((key) => drafted.get(externalIdOf(key)) ?? []);
  const answeredAt = Math.max(...articles.map(({ publishedAt }) => publishedAt?.getTime() ?? 0), 0);
  const open = wordings.map((steps) => steps.filter(({ at }) => at.getTime() >= answeredAt)).filter((steps) => steps.length > 0);
  if (open.length === 0) return null;
  return {
    question: open[0]![0]!.query,
    keys,
    wordings: open.map(([newest]) => newest!.query),
    asked: open.flat().sort((a, b) => b.at.getTime() - a.at.getTime()),
    articleId: articles[0]?.articleId ?? null,
  };
}

/** Newest first. */
async function askedInVain(tx: Tx, workspaceId: string): Promise<AskedInVain[]> {
  const rows = await tx
    .selectFrom('bot_steps')
    .select(['conversation_id', 'asked_message_id', 'query_folded', 'at', sql<string>`left(query, ${WORDING_CHARACTERS})`.as('query')])
    .where('workspace_id', '=', workspaceId)
    .where('unanswered', '=', true)
    .where('dismissed_at', 'is', null)
    .orderBy('at', 'desc')
    .limit(MOST_STEPS)
    .execute();
  return rows
    .map(({ conversation_id, asked_message_id, query_folded, query, at }) => ({
      conversationId: conversation_id,
      messageId: asked_message_id,
      key: questionKey(query_folded),
      query,
      at,
    }))
    .filter(({ key }) => key !== '');
}

async function draftedFor(tx: Tx, workspaceId: string, steps: readonly AskedInVain[]): Promise<Map<string, Drafted>> {
  const rows = await tx
    .selectFrom('question_articles as q')
    .innerJoin('articles as a', (join) => join.onRef('a.workspace_id', '=', 'q.workspace_id').onRef('a.id', '=', 'q.article_id'))
    .select(['q.wording', 'a.id', 'a.status', 'a.published_at'])
    .where('q.workspace_id', '=', workspaceId)
    .where('q.wording', '=', sql<string>`any(${[...new Set(steps.map(({ key }) => externalIdOf(key)))]}::text[])`)
    .execute();
  return new Map(
    rows.map((row) => [row.wording, { articleId: row.id, publishedAt: row.status === 'published' ? row.published_at : null }]),
  );
}

const knownQuestions = async (tx: Tx, workspaceId: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('articles')
      .select('question')
      .where('workspace_id', '=', workspaceId)
      .where('status', '=', 'published')
      .orderBy('updated_at', 'desc')
      .limit(MOST_ARTICLES)
      .execute()
  ).map(({ question }) => question);
