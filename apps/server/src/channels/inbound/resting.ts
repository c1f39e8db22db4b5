import type { Channel } from '../channel.ts';
import type { InboundEvent } from '../port/port.types.ts';

/** What one payload was read as, and its place in the order of their coming. */
export type Held = { place: string; events: readonly InboundEvent[] };
/** Payloads that could not be taken in a moment ago, and until when they rest. */
export type Resting = Map<string, Held & { until: number }>;

type Came = { id: string; received_at: Date };

/** Compares as they came. */
export const placeOf = ({ id, received_at }: Came): string => `${received_at.toISOString()} ${id}`;

/** Between two tries of the same payload. */
const REST_MS = 5000;

export const rest = (resting: Resting, payload: Came, events: readonly InboundEvent[], now = Date.now()): void => {
  resting.set(payload.id, { place: placeOf(payload), until: now + REST_MS, events });
};

/** Lets go of those that have rested. @returns the ids of those that still do */
export function stillResting(resting: Resting, now = Date.now()): string[] {
  for (const [id, { until }] of resting) if (until <= now) resting.delete(id);
  return [...resting.keys()];
}

/** Whether an event must not be taken in before one that came earlier: they are of one line, or would be of one thread. */
export function waitsFor({ place, follows }: Pick<Channel, 'place' | 'follows'>, event: InboundEvent, earlier: InboundEvent): boolean {
  if ('line' in event && 'line' in earlier && event.line.externalId === earlier.line.externalId) return true;
  return place !== undefined && (follows?.(event, earlier) ?? true);
}
