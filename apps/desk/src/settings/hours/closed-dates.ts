export const mostClosedDates = 100;

const DAY = 86_400_000;
const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10);
const timeOf = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** Adds the days from `from` to `to` (both as 2026-12-29, `to` may be empty); the order of the two does not matter. */
export function addDates(dates: readonly string[], from: string, to: string): string[] {
  const [first, last] = [timeOf(from), to ? timeOf(to) : timeOf(from)].sort((a, b) => a - b) as [number, number];
  const added: string[] = [];
  for (let time = first; time <= last && added.length <= mostClosedDates; time += DAY) added.push(dateOf(time));
  return [...new Set([...dates, ...added])].sort();
}

/** Days that follow one another, told together: 12月29日〜1月3日. */
export function runsOf(dates: readonly string[]): { from: string; to: string }[] {
  const runs: { from: string; to: string }[] = [];
  for (const date of [...dates].sort()) {
    const last = runs.at(-1);
    if (last && timeOf(date) - timeOf(last.to) === DAY) last.to = date;
    else runs.push({ from: date, to: date });
  }
  return runs;
}

/** Without the days of a run. */
export const removeRun = (dates: readonly string[], { from, to }: { from: string; to: string }): string[] =>
  dates.filter((date) => date < from || date > to);
