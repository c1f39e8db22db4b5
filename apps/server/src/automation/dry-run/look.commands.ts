import { systemActor } from '../../platform/actor.ts';
import { makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { wallTimeAt } from '../../workspaces/zoned-time.rules.ts';
import type { Found } from './dry-runs.tables.ts';
import { hitsIn, nextPage, PAGE } from './look.queries.ts';
import { rangeOf } from './range.queries.ts';
import type { Hit } from './replay.rules.ts';

/** More than anybody reads through; the figures count all. */
const MOST_MATCHES = 200;

/**
 * Looks at the next page of conversations of a question, with the eyes of whoever asked. The page and its findings are kept together, so that none
 * is looked at twice. @returns whether there is more to look at
 */
export async function lookAtNext(platform: Platform, workspaceId: string, id: string): Promise<boolean> {
  const asked = await makeCtx(platform, systemViewer(workspaceId), systemActor).transaction((tx) =>
    tx
      .selectFrom('automation_dry_runs')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .where('state', '=', 'running')
      .executeTakeFirst(),
  );
  if (!asked) return false;
  const ctx = makeCtx(platform, { workspaceId, inboxes: asked.inboxes ?? 'all' }, systemActor);
  return ctx.transaction(async (tx) => {
    const { from, to, since, timezone } = await rangeOf(ctx, tx, { rule: asked.rule, days: asked.days, askedAt: asked.asked_at });
    const rows = await nextPage(ctx, tx, since, asked.after);
    const found = added(asked.result, await hitsIn(ctx, tx, asked.rule, rows, { from, to }), timezone);
    const last = rows.at(-1);
    const hasMore = rows.length === PAGE;
    const kept = await tx
      .updateTable('automation_dry_runs')
      .set({
        looked: asked.looked + rows.length,
        total: hasMore ? Math.max(asked.total, asked.looked + rows.length) : asked.looked + rows.length,
        after: last ? JSON.stringify({ at: last.last_activity_at.toISOString(), id: last.id }) : null,
        result: JSON.stringify(found),
        state: hasMore ? 'running' : 'done',
      })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .where('looked', '=', asked.looked)
      .returning('id')
      .executeTakeFirst();
    return hasMore && kept !== undefined;
  });
}

function added(before: Found, hits: ReadonlyMap<string, Hit[]>, timezone: string): Found {
  const perDay = { ...before.perDay };
  const matches = [...before.matches];
  let { conversations, runs } = before;
  for (const [conversationId, own] of hits) {
    conversations += 1;
    runs += own.length;
    for (const { at } of own) {
      const { date } = wallTimeAt(timezone, at);
      perDay[date] = (perDay[date] ?? 0) + 1;
    }
    const last = own.at(-1)!;
    if (matches.length < MOST_MATCHES)
      matches.push({ conversationId, at: last.at.toISOString(), because: last.because, times: own.length });
  }
  return { conversations, runs, perDay, matches };
}
