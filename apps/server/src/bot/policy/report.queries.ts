import type { BotPolicy } from '@madoguchi/contract/checked-questions.ts';
import { sql } from 'kysely';
import type { KnowledgeSearch } from '../../knowledge/knowledge.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import { checkedToReplay } from '../checked/checked.queries.ts';
import { barFor, ENOUGH_JUDGED, fitCalibration } from '../decide/calibration.rules.ts';
import { decide } from '../decide/decide.rules.ts';
import { askAll, judge } from './judge.ts';
import { policyWith } from './policy.queries.ts';

const SHARES = [0.85, 0.9, 0.95, 0.98];
const DAYS = 90;
/** The newest say enough; more would make the page wait. */
const MOST_ASKED = 300;
/** Fewer answers give a share that says nothing. */
const ENOUGH_ANSWERS = 20;

/** How sure the bot is told to be, and what every choice would cost: counted on what customers asked and on what is known to be right. */
export async function botPolicyReport(ctx: Ctx, search: KnowledgeSearch): Promise<BotPolicy> {
  const { workspaceId } = ctx.viewer;
  const { answersRight } = await workspaceSettings(ctx);
  const [checked, asked] = await ctx.transaction(async (tx) => [
    await checkedToReplay(tx, workspaceId),
    await askedLately(tx, workspaceId, new Date(ctx.clock.now().getTime() - DAYS * 86_400_000)),
  ]);
  const ask = (question: string, options: { limit: number }) => search.search(workspaceId, question, options);
  const foundForAsked = await askAll(ask, asked);
  const foundForChecked = await askAll(
    ask,
    checked.map(({ question }) => question),
  );
  const rightIds = checked.map(({ article }) => article?.id ?? null);
  const judged = judge(foundForChecked, rightIds);
  const calibration = fitCalibration(judged);
  const choices = [...new Set([...SHARES, answersRight])].sort().map((share) => {
    const policy = policyWith(barFor(share, judged, calibration), calibration);
    const answered = foundForAsked.filter((result) => decide(result, policy).decision === 'answer').length;
    const verdicts = foundForChecked.flatMap((result, i) => {
      const { decision, candidates } = decide(result, policy);
      return decision === 'answer' ? [candidates[0]?.id === rightIds[i]] : [];
    });
    return {
      share,
      coverage: asked.length === 0 ? null : answered / asked.length,
      right: verdicts.length < ENOUGH_ANSWERS ? null : verdicts.filter(Boolean).length / verdicts.length,
      answers: verdicts.length,
    };
  });
  const fittedOn = judged.length < ENOUGH_JUDGED ? 'shipped' : 'own';
  return { answersRight, questions: asked.length, checked: checked.length, enough: ENOUGH_JUDGED, fittedOn, choices };
}

/** What customers asked in their own words, newest first; the same words once. */
async function askedLately(tx: Tx, workspaceId: string, since: Date): Promise<string[]> {
  const { rows } = await sql<{ query: string }>`
    select (array_agg(query order by at desc))[1] as query from bot_steps
    where workspace_id = ${workspaceId} and at > ${since} and confidence is not null
    group by query_folded order by max(at) desc limit ${sql.lit(MOST_ASKED)}`.execute(tx);
  return rows.map(({ query }) => query);
}
