import type { BusinessHours } from '@madoguchi/contract/workspaces.ts';

const DAY_IN_MS = 86_400_000;
const parts = (at: Date) =>
  Object.fromEntries(
    new Intl.DateTimeFormat('ja', { timeZone: 'Asia/Tokyo', month: 'numeric', day: 'numeric', weekday: 'short' })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

/** Hours that are closed now, whenever now is: open only on the weekday two days ahead, at ten. `words`: that day as customers read it. */
export function openingInTwoDays(now: Date): { hours: BusinessHours; words: string } {
  const { month, day, weekday } = parts(new Date(now.getTime() + 2 * DAY_IN_MS));
  const days = [...'月火水木金土日'].map((name) => (name === weekday ? [{ from: '10:00', to: '18:00' }] : []));
  return { hours: { days, closedOnJapaneseHolidays: false, closedDates: [] }, words: `${month}月${day}日(${weekday})` };
}
