import type { RoutingSettings } from '@madoguchi/contract/routing.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { wordsFor } from '../../platform/words.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';

/** What holds until somebody says otherwise. */
export const AWAY_AFTER_MINUTES = 5;
const LAST_AGENT_SECONDS = 20;
const FIRST_REASONS = ['break', 'lunch', 'training', 'meeting'] as const;

export async function routingSettings(ctx: Ctx, tx: Tx): Promise<RoutingSettings> {
  const row = await tx.selectFrom('routing_settings').selectAll().where('workspace_id', '=', ctx.viewer.workspaceId).executeTakeFirst();
  if (row) return { reasons: row.reasons, awayAfterMinutes: row.away_after_minutes, lastAgentSeconds: row.last_agent_seconds };
  const say = wordsFor((await workspaceSettings(ctx, tx)).locale);
  return {
    reasons: FIRST_REASONS.map((id) => ({ id, name: say(`presence.${id}`) })),
    awayAfterMinutes: AWAY_AFTER_MINUTES,
    lastAgentSeconds: LAST_AGENT_SECONDS,
  };
}
