import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { hoursOf } from '../workspaces/hours/calendars.queries.ts';
import { isOpenAt, nextOpening } from '../workspaces/hours.rules.ts';
import { workspaceSettings } from '../workspaces/workspaces.queries.ts';
import type { Hours } from './bot.messages.ts';

/** When people answer who look after an inbox, in the customer's words: 「11月24日(火) 10:00」. */
export async function hoursFor(ctx: Ctx, tx: Tx, inboxId: string, locale: string): Promise<Hours> {
  const { hours, timezone } = await hoursOf(ctx, tx, inboxId, null);
  const { replyMinutes } = await workspaceSettings(ctx, tx);
  const now = ctx.clock.now();
  const opens = nextOpening(hours, timezone, now);
  return { open: isOpenAt(hours, timezone, now), opensAt: opens && whenInWords(opens, timezone, locale), replyMinutes };
}

function whenInWords(at: Date, timeZone: string, locale: string): string {
  if (locale === 'en') {
    return new Intl.DateTimeFormat('en', {
      timeZone,
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    }).format(at);
  }
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('ja', {
      timeZone,
      month: 'numeric',
      day: 'numeric',
      weekday: 'short',
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.month}月${parts.day}日(${parts.weekday}) ${parts.hour}:${parts.minute}`;
}
