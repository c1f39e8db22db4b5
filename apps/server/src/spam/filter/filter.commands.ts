import type { Ctx } from '../../platform/ctx.ts';
import { spamFilterSwitched } from '../spam.events.ts';
import { filterOf, lessonsOf, lessonsToMeasure } from './filter.queries.ts';
import { measure } from './measure.rules.ts';

/** Where little is known every lesson changes much; later one among hundreds changes next to nothing. */
const FEW_LESSONS = 200;
const MEASURE_AGAIN_MS = 3_600_000;

/** Switches the filter on or off; what it learned stays, and it goes on learning. As it is already: nothing happens. */
export async function switchFilter(ctx: Ctx, on: boolean): Promise<void> {
  await ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    if ((await filterOf(tx, workspace_id)).on === on) return;
    const off_since = on ? null : ctx.clock.now();
    await tx
      .insertInto('spam_filters')
      .values({ workspace_id, off_since, threshold: null, measured: null, measured_at: null })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet({ off_since }))
      .execute();
    await ctx.append(tx, spamFilterSwitched({ on }));
  });
}

/** After a lesson: measures how well the filter does, and from which score on it acts. Once an hour is often enough when it knows much. */
export async function measureFilter(ctx: Ctx): Promise<void> {
  await ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    const { spam, ham } = await lessonsOf(tx, workspace_id);
    const { measuredAt } = await filterOf(tx, workspace_id);
    const now = ctx.clock.now();
    if (spam + ham > FEW_LESSONS && measuredAt && now.getTime() - measuredAt.getTime() < MEASURE_AGAIN_MS) return;
    const { corpus, lessons } = await lessonsToMeasure(tx, workspace_id);
    const measured = measure(corpus, lessons);
    const figures = { threshold: measured?.threshold ?? null, measured: measured && JSON.stringify(measured), measured_at: now };
    await tx
      .insertInto('spam_filters')
      .values({ workspace_id, off_since: null, ...figures })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(figures))
      .execute();
  });
}
