// Pure: how everybody begins, and when it is quiet.
import { type NotificationKind, type NotificationSettings, notificationKind } from '@madoguchi/contract/notifications.ts';
import { addDays, instantsOf, wallTimeAt, weekdayOf } from '../../workspaces/zoned-time.rules.ts';

const everywhere = { desk: true, push: true, mail: true };
const atHand = { desk: true, push: true, mail: false };

/** What asks for somebody is pushed and mailed; what they see coming anyway is not mailed; what is their team's is not told at all. */
const BEGINS: Record<NotificationKind, { desk: boolean; push: boolean; mail: boolean }> = {
  mentioned: everywhere,
  whispered: atHand,
  assigned: everywhere,
  taken_over: atHand,
  customer_wrote: atHand,
  reply_failed: everywhere,
  promise: everywhere,
  snoozed_back: atHand,
  offered: { desk: false, push: true, mail: false },
  approval_wanted: everywhere,
  approval_decided: everywhere,
  team_new: { desk: false, push: false, mail: false },
};

export const DEFAULT_SETTINGS: NotificationSettings = {
  kinds: BEGINS,
  mail: { how: 'hourly', at: '08:30' },
  hours: { on: false, days: [0, 1, 2, 3, 4], from: '09:00', to: '18:00' },
  timezone: null,
};

/** What was set before a kind was thought of lacks it. */
export const wholeSettings = (stored: NotificationSettings | null): NotificationSettings =>
  stored
    ? {
        ...DEFAULT_SETTINGS,
        ...stored,
        kinds: Object.fromEntries(notificationKind.options.map((kind) => [kind, stored.kinds[kind] ?? BEGINS[kind]])) as typeof BEGINS,
      }
    : DEFAULT_SETTINGS;

export type Quiet = { settings: NotificationSettings; pausedUntil: Date | null; timezone: string };

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** A stretch of the week in which an agent wants to be told: begins and ends, as instants. */
function stretchOn({ hours }: NotificationSettings, timezone: string, date: string): { from: Date; to: Date } | null {
  if (!hours.days.includes(weekdayOf(date))) return null;
  const [from, to] = [minuteOf(hours.from), minuteOf(hours.to)];
  const ends = to > from ? date : addDays(date, 1);
  return { from: instantsOf(timezone, { date, minute: from })[0]!, to: instantsOf(timezone, { date: ends, minute: to })[0]! };
}

/** Until when it is quiet, by the pause and by the agent's hours; null when it is not. Never over: a week on, where no day is chosen. */
export function quietUntil({ settings, pausedUntil, timezone }: Quiet, now: Date): Date | null {
  const paused = pausedUntil && pausedUntil > now ? pausedUntil : null;
  const at = paused ?? now;
  if (!settings.hours.on) return paused;
  const { date } = wallTimeAt(timezone, at);
  for (let day = -1; day <= 8; day += 1) {
    const stretch = stretchOn(settings, timezone, addDays(date, day));
    if (!stretch || stretch.to <= at) continue;
    return stretch.from <= at ? paused : stretch.from;
  }
  return new Date(at.getTime() + 7 * 86_400_000);
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** When the next mail goes out: in a minute or two, at the full hour or at the agent's time, and never while it is quiet. */
export function nextMailAt(quiet: Quiet, now: Date): Date {
  const { mail } = quiet.settings;
  const planned = {
    at_once: () => new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS + 2 * MINUTE_MS),
    hourly: () => new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS + HOUR_MS),
    daily: () => {
      const { date } = wallTimeAt(quiet.timezone, now);
      const on = (day: string) => instantsOf(quiet.timezone, { date: day, minute: minuteOf(mail.at) })[0]!;
      return on(date) > now ? on(date) : on(addDays(date, 1));
    },
  }[mail.how]();
  return quietUntil(quiet, planned) ?? planned;
}
