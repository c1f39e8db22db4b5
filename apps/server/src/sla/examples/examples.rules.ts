// Pure: moments worth an example, and when a message of each would be due.
import type { Priority } from '@madoguchi/contract/conversations.ts';
import type { PolicyTarget } from '@madoguchi/contract/promises.ts';
import type { ZonedHours } from '../../workspaces/hours/which-calendar.rules.ts';
import { addWorkingMinutes } from '../../workspaces/hours/working-time.rules.ts';
import { rangesOf } from '../../workspaces/hours.rules.ts';
import { addDays, instantsOf, wallTimeAt, weekdayOf } from '../../workspaces/zoned-time.rules.ts';

export type Example = { priority: Priority; cameAt: Date; dueAt: Date | null };

const BEFORE_CLOSING = 10;
const [WEDNESDAY, FRIDAY, SATURDAY] = [2, 4, 5];
/** The most usual first. */
const PRIORITIES: readonly Priority[] = ['normal', 'high', 'urgent', 'low'];

/** The next such weekday after today. */
function next(today: string, weekday: number): string {
  const days = (weekday - weekdayOf(today) + 7) % 7 || 7;
  return addDays(today, days);
}

/** Ten minutes before a date's last closing; 17:50 on a day without hours. */
function beforeClosing({ hours }: ZonedHours, date: string): number {
  const last = hours === null ? undefined : rangesOf(hours, date).at(-1);
  return last && last.to <= 1440 ? last.to - BEFORE_CLOSING : 17 * 60 + 50;
}

/** A morning, the last minutes of a week, a day off: by the rule that sets due times. */
export function examplesOf(target: PolicyTarget, calendar: ZonedHours, now: Date): Example[] {
  const priority = PRIORITIES.find((one) => target.minutes[one] !== null);
  if (!priority) return [];
  const today = wallTimeAt(calendar.timezone, now).date;
  const friday = next(today, FRIDAY);
  const moments = [
    { date: next(today, WEDNESDAY), minute: 11 * 60 },
    { date: friday, minute: beforeClosing(calendar, friday) },
    { date: next(today, SATURDAY), minute: 12 * 60 },
  ];
  const hours = target.time === 'business' ? calendar.hours : null;
  return moments
    .map((moment) => instantsOf(calendar.timezone, moment)[0]!)
    .sort((a, b) => a.getTime() - b.getTime())
    .map((cameAt) => ({ priority, cameAt, dueAt: addWorkingMinutes(hours, calendar.timezone, cameAt, target.minutes[priority]!) }));
}
