import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { calendarsOf } from '../../workspaces/hours/calendars.queries.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import { earliestOpen } from '../timers/due.rules.ts';
import type { Asking } from './dry-runs.tables.ts';

const DAY_IN_MS = 86_400_000;

/** The time asked about, and since when a conversation had to be active to matter: what waits may have begun to before. */
export async function rangeOf(
  ctx: Ctx,
  tx: Tx,
  { rule, days, askedAt }: { rule: Asking; days: number; askedAt: Date },
): Promise<{ from: Date; to: Date; since: Date; timezone: string }> {
  const { businessHours, timezone } = await workspaceSettings(ctx, tx);
  const from = new Date(askedAt.getTime() - days * DAY_IN_MS);
  if (rule.when.kind === 'event') return { from, to: askedAt, since: from, timezone };
  const named = (await calendarsOf(ctx, tx)).map((one) => ({ hours: one.hours, timezone: one.timezone ?? timezone }));
  return { from, to: askedAt, since: earliestOpen(rule.when, from, [{ hours: businessHours, timezone }, ...named]), timezone };
}
