// Pure: how long ago somebody wrote, which decides what Meta lets us say.

/** Hours; without end for somebody who never wrote. */
export const hoursSinceHeard = (lastInboundAt: Date | null, now: Date): number =>
  lastInboundAt ? (now.getTime() - lastInboundAt.getTime()) / 3_600_000 : Number.POSITIVE_INFINITY;
