/** What must survive a reload: small texts under names, kept apart per inbox. Falls back to memory where the browser refuses. */
export type Keep = {
  get(name: string): string | null;
  set(name: string, value: string): void;
  remove(name: string): void;
  /** Every name that begins like this. */
  names(start: string): string[];
  /** Turns a key of the storage area into our name, or null when it is not ours. */
  nameOf(key: string): string | null;
};

type Area = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** `area` is null where storage is blocked; a full area is complemented by memory, so that nothing is lost while the page lives. */
export function openKeep(area: Area | null, inboxKey: string): Keep {
  const prefix = `madoguchi.${inboxKey}.`;
  const memory = new Map<string, string>();
  const nameOf = (key: string) => (key.startsWith(prefix) ? key.slice(prefix.length) : null);
  return {
    nameOf,
    get: (name) => memory.get(name) ?? area?.getItem(prefix + name) ?? null,
    set(name, value) {
      memory.set(name, value);
      try {
        if (!area) return;
        area.setItem(prefix + name, value);
        memory.delete(name);
      } catch {
        // Full: memory has it.
      }
    },
    remove(name) {
      memory.delete(name);
      area?.removeItem(prefix + name);
    },
    names(start) {
      const kept = Array.from({ length: area?.length ?? 0 }, (_, index) => nameOf(area?.key(index) ?? ''));
      return [...new Set([...kept, ...memory.keys()])].filter((name) => name !== null).filter((name) => name.startsWith(start));
    },
  };
}
