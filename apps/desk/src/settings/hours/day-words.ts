import type { AdminKey } from '../../admin/admin-words.ts';

/** Monday first, as the contract counts days. */
export const shortDays = [
  'day.mon',
  'day.tue',
  'day.wed',
  'day.thu',
  'day.fri',
  'day.sat',
  'day.sun',
] as const satisfies readonly AdminKey[];
export const longDays = [
  'day_long.mon',
  'day_long.tue',
  'day_long.wed',
  'day_long.thu',
  'day_long.fri',
  'day_long.sat',
  'day_long.sun',
] as const satisfies readonly AdminKey[];

/** The key of a day's name; a week has seven. */
export const dayWord = (names: typeof shortDays | typeof longDays, day: number): AdminKey => names[day % 7] ?? names[0];
