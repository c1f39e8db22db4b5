import { flows } from '../../../../fixtures/flows.ts';
import { createFlow, setFlowStatus } from '../flows/flows.commands.ts';
import { listFlowsOf } from '../flows/flows.queries.ts';
import type { Ctx } from '../platform/ctx.ts';

/** The shop's flows, published. `teams`: ids by the cast's keys. Those that are there stay as they are. */
export async function addFlows(ctx: Ctx, teams: ReadonlyMap<string, string>): Promise<void> {
  const there = await ctx.transaction((tx) => listFlowsOf(ctx, tx));
  for (const { teams: teamOf, ...drawn } of flows) {
    if (there.some(({ name, status }) => name === drawn.name && status !== 'draft')) continue;
    const steps = drawn.steps.map((step) =>
      step.type === 'hand_off' ? { ...step, teamId: teams.get(teamOf[step.id] ?? '') ?? null } : step,
    );
    const known = there.find(({ name }) => name === drawn.name);
    const { id } = known ?? (await createFlow(ctx, { ...drawn, steps }));
    await setFlowStatus(ctx, id, 'published');
  }
}
