/**
 * Does work on every item, at most `width` at a time. All that has begun comes to rest before a failure is reported, so whoever tries
 * again never works beside a leftover.
 */
export async function sideBySide<T>(items: Iterable<T>, width: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(width, waiting.length) }, lane));
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
}
