export type Seen = ReadonlyMap<string, number>;

/** Reading marks are kept for this many conversations, the latest read ones. */
export const SEEN_KEPT = 1000;

/** The marks after a conversation was read up to `seq`. A mark never goes back; the same mark is the same map. */
export function withSeen(seen: Seen, conversationId: string, seq: number): Seen {
  if ((seen.get(conversationId) ?? 0) >= seq) return seen;
  const next = new Map(seen);
  next.delete(conversationId);
  next.set(conversationId, seq);
  for (const oldest of next.keys()) {
    if (next.size <= SEEN_KEPT) break;
    next.delete(oldest);
  }
  return next;
}
