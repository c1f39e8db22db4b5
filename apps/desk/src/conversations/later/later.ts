/** A time to choose with one press. */
export type Preset = { name: 'later_today' | 'tomorrow' | 'monday'; at: Date };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MORNING = 9;
/** After this hour nothing more is put off for the same day. */
const LAST_HOUR = 18;

type Clock = { year: number; month: number; day: number; hour: number; minute: number; weekday: number };

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** What the clock on the wall says in a zone. */
function clockIn(at: Date, zone: string): Clock {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      weekday: 'short',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const number = (name: string) => Number(parts[name]);
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    weekday: WEEKDAYS.indexOf(parts.weekday ?? ''),
  };
}

/** The moment at which the clock on the wall of a zone says this; in the hour that a change of clocks leaves out, the one after it. */
export function momentOf({ year, month, day, hour, minute }: Omit<Clock, 'weekday'>, zone: string): Date {
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  let guess = wanted;
  for (let i = 0; i < 2; i++) {
    const said = clockIn(new Date(guess), zone);
    guess += wanted - Date.UTC(said.year, said.month - 1, said.day, said.hour, said.minute);
  }
  return new Date(guess);
}

const dayAt = (now: Date, days: number, hour: number, zone: string): Date => {
  const today = clockIn(now, zone);
  const noon = new Date(Date.UTC(today.year, today.month - 1, today.day, 12) + days * DAY_MS);
  return momentOf({ year: noon.getUTCFullYear(), month: noon.getUTCMonth() + 1, day: noon.getUTCDate(), hour, minute: 0 }, zone);
};

/** Later today (three hours on, on the hour), tomorrow and next Monday at nine; without what is the same, or too late for the day. */
export function presetsAt(now: Date, zone: string): Preset[] {
  const clock = clockIn(now, zone);
  const hour = clock.hour + 3;
  const toMonday = (8 - clock.weekday) % 7 || 7;
  return [
    ...(hour <= LAST_HOUR ? [{ name: 'later_today' as const, at: dayAt(now, 0, hour, zone) }] : []),
    { name: 'tomorrow', at: dayAt(now, 1, MORNING, zone) },
    ...(toMonday > 1 ? [{ name: 'monday' as const, at: dayAt(now, toMonday, MORNING, zone) }] : []),
  ];
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A moment as a field of type datetime-local holds it, in a zone. */
export function fieldOf(at: Date, zone: string): string {
  const { year, month, day, hour, minute } = clockIn(at, zone);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** What such a field holds, as a moment; null while it is not filled in. */
export function fromField(value: string, zone: string): Date | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(value);
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number];
  return momentOf({ year, month, day, hour, minute }, zone);
}
