// Pure: what entries are called.
import type { Kind, Value } from './configuration.types.ts';

/** Gives out keys, to one value after the other; of two with one name the later has a number behind it. */
export function keysFor({ keyOf }: Pick<Kind, 'keyOf'>): (value: Value) => string {
  const taken = new Set<string>();
  return (value) => {
    const wish = keyOf(value);
    let key = wish;
    for (let n = 2; taken.has(key); n += 1) key = `${wish} (${n})`;
    taken.add(key);
    return key;
  };
}
