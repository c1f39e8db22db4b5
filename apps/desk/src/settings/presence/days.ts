const DAY_IN_MS = 86_400_000;

/** By how much a zone's wall clock is ahead of UTC at an instant, in ms. */
function aheadOfUtc(at: number, zone: string): number {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at));
  return Date.parse(`${wall.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}

/** The instant at which a day (2026-11-22) begins in a zone. A second look sees a change of the clock in between. */
function beginning(day: string, zone: string): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  const near = asUtc - aheadOfUtc(asUtc, zone);
  return asUtc - aheadOfUtc(near, zone);
}

/** From the first moment of one day to the first after another, by the workspace's clock. */
export function daysBetween(from: string, to: string, zone: string): { startsAt: string; endsAt: string } {
  const after = new Date(Date.parse(`${to}T00:00:00Z`) + DAY_IN_MS).toISOString().slice(0, 10);
  return { startsAt: new Date(beginning(from, zone)).toISOString(), endsAt: new Date(beginning(after, zone)).toISOString() };
}
