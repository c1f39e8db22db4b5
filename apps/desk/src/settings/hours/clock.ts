/** Reads a time as people type it (9, 930, 9:30, １８：００, 24) into HH:MM up to 24:00; null when it is none. */
export function typedClock(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[時.]/, ':')
    .replace(/[分:]$/, '');
  const found = /^(\d{1,2}):?(\d{2})?$/.exec(plain);
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Minutes since midnight of HH:MM. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
