import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

/** Hours changed: what waits for rules that count in them may be due earlier. */
export async function armAnew(ctx: Ctx): Promise<void> {
  await ctx.transaction(async (tx) => {
    await tx
      .updateTable('automation_rules')
      .set({ armed_version: 0 })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('enabled', '=', true)
      .where('is_timer', '=', true)
      .where(sql<boolean>`occasion->>'time' = 'business'`)
      .execute();
    ctx.wakeLanes(tx);
  });
}
