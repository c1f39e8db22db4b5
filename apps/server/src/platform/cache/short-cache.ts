/** Remembers answers for a short while. The database stays the truth: a process that missed a change is wrong for `ttlMs` at most. */
export type ShortCache<V> = {
  /** The value kept under a key, or the one `load` finds. Callers that miss at the same moment share one load; failures are not kept. */
  get: (key: string, load: () => Promise<V>) => Promise<V>;
  drop: (key: string) => void;
  dropWhere: (test: (value: V) => boolean) => void;
};

type Entry<V> = { until: number; loading: Promise<V>; value?: V };

export function makeShortCache<V>({ ttlMs, max, now = Date.now }: { ttlMs: number; max: number; now?: () => number }): ShortCache<V> {
  const entries = new Map<string, Entry<V>>();
  return {
    get(key, load) {
      const found = entries.get(key);
      if (found && found.until > now()) return found.loading;
      // Entries are added in the order of their end, so the first is the oldest.
      entries.delete(key);
      if (entries.size >= max) entries.delete(entries.keys().next().value!);
      const entry: Entry<V> = { until: now() + ttlMs, loading: load() };
      entries.set(key, entry);
      entry.loading.then(
        (value) => {
          entry.value = value;
        },
        () => {
          if (entries.get(key) === entry) entries.delete(key);
        },
      );
      return entry.loading;
    },
    drop: (key) => void entries.delete(key),
    dropWhere(test) {
      for (const [key, { value }] of entries) if (value === undefined || test(value)) entries.delete(key);
    },
  };
}
