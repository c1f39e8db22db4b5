import type { KnowledgeSearch } from '../../knowledge/knowledge.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { readWorkspace } from '../../workspaces/workspaces.queries.ts';
import { checkedToReplay, countChecked } from '../checked/checked.queries.ts';
import { barFor, ENOUGH_JUDGED, fitCalibration } from '../decide/calibration.rules.ts';
import { askAll, judge } from './judge.ts';
import { botFitted } from './policy.events.ts';
import { forgetPolicy } from './policy.queries.ts';

/**
 * Asks the workspace's checked questions again and fits the confidence, and the bar for the share of right answers that is wanted, to
 * what comes out. With too few of them all stays as shipped. The same questions give the same fit.
 */
export async function fitPolicy(ctx: Ctx, search: KnowledgeSearch): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const checked = await ctx.transaction((tx) => checkedToReplay(tx, workspaceId));
  const found =
    checked.length < ENOUGH_JUDGED
      ? []
      : await askAll(
          (question, options) => search.search(workspaceId, question, options),
          checked.map(({ question }) => question),
        );
  const judged = judge(
    found,
    checked.map(({ article }) => article?.id ?? null),
  );
  await ctx.transaction(async (tx) => {
    const { answersRight } = await readWorkspace(tx, workspaceId);
    const calibration = fitCalibration(judged);
    const fitted = {
      ...calibration,
      bar: barFor(answersRight, judged, calibration),
      judged: judged.length < ENOUGH_JUDGED ? 0 : judged.length,
    };
    const row = { ...fitted, known: await countChecked(tx, workspaceId), fitted_at: ctx.clock.now() };
    await tx
      .insertInto('bot_policies')
      .values({ workspace_id: workspaceId, ...row })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(row))
      .execute();
    await ctx.append(tx, botFitted(fitted));
    tx.afterCommit(() => forgetPolicy(workspaceId));
  });
}
