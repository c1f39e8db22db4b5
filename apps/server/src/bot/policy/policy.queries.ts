import { makeShortCache } from '../../platform/cache/short-cache.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import { barFor } from '../decide/calibration.rules.ts';
import { SHIPPED_POLICY } from '../decide/decide.rules.ts';
import type { Policy } from '../decide/decide.types.ts';

/**
 * What the bot decides by, and how many of the workspace's own questions that was fitted to: 0 as shipped. `known`: how many there were
 * then, more than it is fitted to.
 */
export type FittedPolicy = { policy: Policy; judged: number; known: number };

const cache = makeShortCache<FittedPolicy>({ ttlMs: 5000, max: 1000 });

/** The shipped confidence with the bar for a share of right answers. */
export const shippedPolicy = (share: number): Policy => policyWith(barFor(share, [], SHIPPED_POLICY.calibration));

export const policyWith = (bar: number, calibration = SHIPPED_POLICY.calibration): Policy => ({
  ...SHIPPED_POLICY,
  answer: { ...SHIPPED_POLICY.answer, correct: bar },
  calibration,
});

/** What the bot of the viewer's workspace decides by, at most five seconds old. */
export const fittedPolicy = (ctx: Ctx): Promise<FittedPolicy> => cache.get(ctx.viewer.workspaceId, () => readPolicy(ctx));

export const forgetPolicy = (workspaceId: string): void => cache.drop(workspaceId);

async function readPolicy(ctx: Ctx): Promise<FittedPolicy> {
  return ctx.transaction(async (tx) => {
    const row = await tx.selectFrom('bot_policies').selectAll().where('workspace_id', '=', ctx.viewer.workspaceId).executeTakeFirst();
    if (row) return { policy: policyWith(row.bar, { slope: row.slope, offset: row.offset }), judged: row.judged, known: row.known };
    return { policy: shippedPolicy((await workspaceSettings(ctx, tx)).answersRight), judged: 0, known: 0 };
  });
}
