import type { RoutingSettings } from '@madoguchi/contract/routing.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { lockRouting } from '../assign/lock-routing.ts';
import { routingSettingsUpdated } from '../routing.events.ts';
import { routingSettings } from './settings.queries.ts';

/** Changes the reasons and how routing waits; the same again writes no fact. Who is away for a reason that goes stays away for it. */
export async function updateRoutingSettings(ctx: Ctx, wish: RoutingSettings): Promise<RoutingSettings> {
  return ctx.transaction(async (tx) => {
    await lockRouting(ctx, tx);
    const now = await routingSettings(ctx, tx);
    const changed = (Object.keys(wish) as (keyof RoutingSettings)[]).filter(
      (name) => JSON.stringify(wish[name]) !== JSON.stringify(now[name]),
    );
    if (changed.length === 0) return now;
    const columns = {
      reasons: JSON.stringify(wish.reasons),
      away_after_minutes: wish.awayAfterMinutes,
      last_agent_seconds: wish.lastAgentSeconds,
      updated_at: ctx.clock.now(),
    };
    await tx
      .insertInto('routing_settings')
      .values({ workspace_id: ctx.viewer.workspaceId, ...columns })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(columns))
      .execute();
    await ctx.append(tx, routingSettingsUpdated({ changed }));
    return wish;
  });
}
