import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import { settle } from '../sla/clocks/settle.commands.ts';
import { createPolicy } from '../sla/policies/policies.commands.ts';
import { listPolicies } from '../sla/policies/policies.queries.ts';

const NAME = '破損とお叱りは早めに';
const AN_HOUR = 60;
const TWO_DAYS = 2880;
const TAGS = ['破損', 'お叱り'];
const always = (minutes: number) => ({ urgent: minutes, high: minutes, normal: minutes, low: minutes });

/** What is promised to those for whom something went wrong; by the clock on the wall, so that it looks the same at every hour. */
export async function addPromise(ctx: Ctx): Promise<void> {
  const there = await ctx.transaction((tx) => listPolicies(tx, ctx.viewer.workspaceId));
  if (there.some(({ name }) => name === NAME)) return;
  await createPolicy(ctx, {
    name: NAME,
    enabled: true,
    conditions: { priorities: [], channels: [], inboxIds: [], brandIds: [], tags: TAGS, attributes: [] },
    targets: {
      first_response: { time: 'calendar', minutes: always(AN_HOUR) },
      next_response: null,
      resolution: { time: 'calendar', minutes: always(TWO_DAYS) },
    },
    escalations: [{ at: 'breach', promise: null, action: { kind: 'notify', whom: 'supervisors' } }],
    warnAt: 75,
    botAnswers: false,
  });
}

/** What was promised to those in the stories, at once: a demo that is loaded is whole, and does not grow while the readers catch up. */
export async function keepPromise(ctx: Ctx): Promise<void> {
  const found = await ctx.transaction((tx) =>
    tx
      .selectFrom('conversations')
      .select('id')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where(sql<boolean>`tags && ${TAGS}::text[]`)
      .orderBy('number')
      .execute(),
  );
  for (const { id } of found) await settle(ctx, id);
}
