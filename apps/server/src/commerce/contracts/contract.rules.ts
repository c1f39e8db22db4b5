// Pure: when a contract runs.

/** The attribute of a customer that names their contract. */
export const CONTRACT = 'contract';

type Span = { startsAt: Date; endsAt: Date | null };

/** It runs from its first moment until just before its end. */
export function standingAt({ startsAt, endsAt }: Span, now: Date): 'running' | 'ended' | 'coming' {
  if (endsAt && endsAt <= now) return 'ended';
  return startsAt <= now ? 'running' : 'coming';
}

/** The plan that counts now; of several the one that began last; null when none runs. */
export function runningPlan(contracts: readonly (Span & { name: string })[], now: Date): string | null {
  const running = contracts.filter((one) => standingAt(one, now) === 'running');
  return (
    running.reduce<(typeof running)[number] | null>((last, one) => (last && last.startsAt >= one.startsAt ? last : one), null)?.name ?? null
  );
}
