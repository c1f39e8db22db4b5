import type { CheckedQuestion, ProposedChange, Replay, ReplayVerdict } from '@madoguchi/contract/checked-questions.ts';
import type { KnowledgeSearch, TrialChange } from '../../knowledge/knowledge.types.ts';
import { listSynonyms } from '../../knowledge/own-synonyms/synonyms.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { checkedToReplay } from '../checked/checked.queries.ts';
import { barFor } from '../decide/calibration.rules.ts';
import { decide } from '../decide/decide.rules.ts';
import { askAll, judge } from '../policy/judge.ts';
import { fittedPolicy, policyWith } from '../policy/policy.queries.ts';
import { effectOf, shownId, verdictOf } from './replay.rules.ts';

/** An article that is not there yet. */
const NEW_ARTICLE = 'art_new';
const SHOWN = 100;
const ORDER = { worse: 0, other: 1, better: 2 };

/** Asks the checked questions of the knowledge as it is and as it would be. Changes nothing; with no change both are the same. */
export async function replayQuestions(ctx: Ctx, search: KnowledgeSearch, change: ProposedChange | null): Promise<Replay> {
  const { workspaceId } = ctx.viewer;
  const { checked, trial } = await ctx.transaction(async (tx) => ({
    checked: await checkedToReplay(tx, workspaceId),
    trial: await trialOf(tx, workspaceId, change),
  }));
  const { before, after } = await search.trial(workspaceId, trial);
  const questions = checked.map(({ question }) => question);
  const found = await askAll(before.search, questions);
  const changesKnowledge = trial.put.length + trial.remove.length > 0 || trial.synonyms !== null;
  const foundAfter = changesKnowledge ? await askAll(after.search, questions) : found;

  const { policy } = await fittedPolicy(ctx);
  const judged = judge(
    found,
    checked.map(({ article }) => article?.id ?? null),
  );
  const policyAfter =
    change?.kind === 'answers_right' ? policyWith(barFor(change.share, judged, policy.calibration), policy.calibration) : policy;

  const tried = checked.map(({ question, article }, i) => {
    const outcome = (result: (typeof found)[number], by: typeof policy) => {
      const decision = decide(result, by);
      return { verdict: verdictOf(decision, article?.id ?? null), articleId: shownId(decision) };
    };
    return { question, right: article, before: outcome(found[i]!, policy), after: outcome(foundAfter[i]!, policyAfter) };
  });
  return present(ctx, tried, change);
}

type Outcome = { verdict: ReplayVerdict; articleId: string | null };
type Tried = { question: string; right: CheckedQuestion['article']; before: Outcome; after: Outcome };

async function present(ctx: Ctx, tried: Tried[], change: ProposedChange | null): Promise<Replay> {
  const changed = tried
    .flatMap((one) => {
      const effect = effectOf(one.before, one.after);
      return effect ? [{ ...one, effect }] : [];
    })
    .sort((a, b) => ORDER[a.effect] - ORDER[b.effect])
    .slice(0, SHOWN);
  const ids = changed.flatMap(({ before, after }) => [before.articleId, after.articleId]).filter((id) => id !== null && id !== NEW_ARTICLE);
  const titles = await ctx.transaction((tx) => titlesOf(tx, ctx.viewer.workspaceId, ids as string[]));
  const titlesAfter = new Map(titles);
  if (change?.kind === 'article') titlesAfter.set(change.articleId ?? NEW_ARTICLE, change.question);
  const named = ({ verdict, articleId }: Outcome, by: ReadonlyMap<string, string>) => ({
    verdict,
    articleId: articleId === NEW_ARTICLE ? null : articleId,
    articleQuestion: articleId === null ? null : (by.get(articleId) ?? null),
  });
  return {
    asked: tried.length,
    before: countOf(tried.map(({ before }) => before)),
    after: countOf(tried.map(({ after }) => after)),
    changes: changed.map((one) => ({ ...one, before: named(one.before, titles), after: named(one.after, titlesAfter) })),
  };
}

function countOf(outcomes: Outcome[]): Record<ReplayVerdict, number> {
  const counts = { right: 0, offered: 0, not_found: 0, wrong: 0 };
  for (const { verdict } of outcomes) counts[verdict] += 1;
  return counts;
}

async function trialOf(tx: Tx, workspaceId: string, change: ProposedChange | null): Promise<TrialChange> {
  const nothing: TrialChange = { put: [], remove: [], synonyms: null };
  switch (change?.kind) {
    case 'article': {
      const { question, answer, category, examples } = change;
      return { ...nothing, put: [{ id: change.articleId ?? NEW_ARTICLE, question, answer, category, examples }] };
    }
    case 'without_article':
      return { ...nothing, remove: [change.articleId] };
    case 'synonyms': {
      const others = (await listSynonyms(tx, workspaceId)).filter(({ id }) => id !== change.synonymId).map(({ words }) => words);
      return { ...nothing, synonyms: change.words.length > 1 ? [...others, change.words] : others };
    }
    default:
      return nothing;
  }
}

async function titlesOf(tx: Tx, workspaceId: string, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('articles')
    .select(['id', 'question'])
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, question }) => [id, question]));
}
