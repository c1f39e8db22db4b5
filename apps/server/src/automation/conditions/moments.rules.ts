// Pure: what a moment is by the hours that apply, and who is a VIP.
import { foldText } from '../../platform/text/fold.ts';
import { isJapaneseHoliday } from '../../workspaces/holidays.rules.ts';
import { isClosedEachYear, isOpenAt } from '../../workspaces/hours.rules.ts';
import { wallTimeAt, weekdayOf } from '../../workspaces/zoned-time.rules.ts';
import type { Snapshot } from './conditions.types.ts';

type Moment = Pick<Snapshot, 'at' | 'hours'>;

/** The wall clock: weekday (0 is Monday), time as 09:05, and whether the desk is open. */
export function clockOf({ at, hours }: Moment): { weekday: number; time: string; isOpen: boolean } {
  const { date, minute } = wallTimeAt(hours.timezone, at);
  const whole = Math.floor(minute);
  const time = `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
  return { weekday: weekdayOf(date), time, isOpen: isOpenAt(hours.hours, hours.timezone, at) };
}

/** `to` is not part of it; not later than `from` it is a time of the next day. */
export const isWithin = (time: string, { from, to }: { from: string; to: string }): boolean =>
  from < to ? from <= time && time < to : time >= from || time < to;

/** A holiday of Japan, or a day the company has off. */
export function isDayOff({ at, hours }: Moment): boolean {
  const { date } = wallTimeAt(hours.timezone, at);
  if (isJapaneseHoliday(date)) return true;
  const own = hours.hours;
  return own !== null && (own.closedDates.includes(date) || (own.closedEachYear ?? []).some((range) => isClosedEachYear(range, date)));
}

/** Whole minutes since then; null when nobody waits. */
export const minutesOf = (since: Date | null, at: Date): number | null =>
  since === null ? null : Math.max(0, Math.floor((at.getTime() - since.getTime()) / 60_000));

const NO = new Set(['', 'no', 'false', '0', 'いいえ', '×', '-']);

/** A customer with the tag VIP, or with an attribute of that name that does not say no. */
export function isVip({ customerTags, customerAttributes }: Pick<Snapshot, 'customerTags' | 'customerAttributes'>): boolean {
  if (customerTags.some((tag) => foldText(tag) === 'vip')) return true;
  return Object.entries(customerAttributes).some(([name, value]) => foldText(name) === 'vip' && !NO.has(foldText(value)));
}
