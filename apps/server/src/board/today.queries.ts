import type { BoardTotals } from '@madoguchi/contract/board.ts';
import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { workspaceSettings } from '../workspaces/workspaces.queries.ts';
import { instantsOf, wallTimeAt } from '../workspaces/zoned-time.rules.ts';

export type Today = Pick<BoardTotals, 'answeredToday' | 'resolvedToday' | 'resolvedByBotToday'>;

/**
 * What was done since midnight, by the workspace's clock. An answer moves a conversation's last activity, so only those of today are looked
 * at; for what was resolved, those of the last thirty days: nothing orders conversations by when they were resolved.
 */
export async function todayOf(ctx: Ctx, tx: Tx): Promise<Today> {
  const { workspaceId } = ctx.viewer;
  const { timezone } = await workspaceSettings(ctx, tx);
  const now = ctx.clock.now();
  const midnight = instantsOf(timezone, { date: wallTimeAt(timezone, now).date, minute: 0 })[0]!;
  const { rows } = await sql<{ answered: number; resolved: number; by_bot: number }>`
    select
      (select count(*)::int from conversations c
        where c.workspace_id = ${workspaceId} and c.last_activity_at >= ${midnight} and c.turn <> 'spam'
          and exists (select from messages m
            where m.workspace_id = c.workspace_id and m.conversation_id = c.id and m.kind = 'message' and m.author_kind = 'agent'
              and m.delivery not in ('held', 'withdrawn', 'failed') and m.created_at >= ${midnight})) as answered,
      r.resolved, r.by_bot
    from (select count(*)::int as resolved, count(*) filter (where handled_by = 'bot')::int as by_bot
      from conversations
      where workspace_id = ${workspaceId} and turn = 'resolved' and merged_into is null
        and last_activity_at >= ${midnight}::timestamptz - interval '30 days' and resolved_at >= ${midnight}) r`.execute(tx);
  const { answered, resolved, by_bot } = rows[0]!;
  return { answeredToday: answered, resolvedToday: resolved, resolvedByBotToday: by_bot };
}
