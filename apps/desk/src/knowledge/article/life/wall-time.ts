/** What a date-and-time field of the browser shows and gives: `2026-11-30T10:00`, on the clocks of a zone. */
export function toWallTime(at: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/** The moment at which the clocks of a zone show this, as ISO 8601 in UTC; null for what is no time. A time that a clock skips is an hour later. */
export function fromWallTime(wall: string, zone: string): string | null {
  const shown = Date.parse(`${wall}:00Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) || Number.isNaN(shown)) return null;
  const aheadAt = (moment: number) => Date.parse(`${toWallTime(new Date(moment).toISOString(), zone)}:00Z`) - moment;
  // The offset at the guess may be another than at the result, for an hour around the change of the clocks.
  const guess = shown - aheadAt(shown);
  return new Date(shown - aheadAt(guess)).toISOString();
}
