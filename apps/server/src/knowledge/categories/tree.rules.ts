// Pure: categories in a tree.

export type Placed = { name: string; parent: string | null };
export type TreeRefusal = 'repeated' | 'parent_unknown' | 'too_deep';

/** Levels, the topmost counted. */
export const MOST_LEVELS = 4;

/** What is wrong with a tree: a name twice, a parent that is not in it, a circle or too many levels. */
export function refuseTree(items: readonly Placed[]): TreeRefusal | null {
  const parents = new Map(items.map(({ name, parent }) => [name, parent]));
  if (parents.size < items.length) return 'repeated';
  if (items.some(({ parent }) => parent !== null && !parents.has(parent))) return 'parent_unknown';
  const levelsOf = (name: string): number => {
    let levels = 1;
    for (let at = parents.get(name); at != null && levels <= MOST_LEVELS; at = parents.get(at)) levels += 1;
    return levels;
  };
  // Going up a circle never ends: it counts as too deep.
  return items.some(({ name }) => levelsOf(name) > MOST_LEVELS) ? 'too_deep' : null;
}

/**
 * A tree in which a category has another name. If that name is there already the two become one, where the other stands; one that stood
 * beneath moves up to where the category stood, so that nothing stands beneath itself.
 */
export function renamedTree(items: readonly Placed[], from: string, to: string): Placed[] {
  const parents = new Map(items.map(({ name, parent }) => [name, parent]));
  const isBeneath = (name: string | null | undefined): boolean => name != null && (name === from || isBeneath(parents.get(name)));
  const movesUp = parents.has(to) && isBeneath(to);
  const renamed = (name: string | null) => (name === from ? to : name);
  return items
    .filter(({ name }) => name !== from || !parents.has(to))
    .map(({ name, parent }) => ({
      name: name === from ? to : name,
      parent: name === to && movesUp ? (parents.get(from) ?? null) : renamed(parent),
    }));
}

/** Each after its parent, in the order given among those of one parent; `depth` 0 at the top. A parent that is not there is none. */
export function inTreeOrder<T extends Placed>(items: readonly T[]): (T & { depth: number })[] {
  const names = new Set(items.map(({ name }) => name));
  const children = Map.groupBy(items, ({ parent }) => (parent !== null && names.has(parent) ? parent : null));
  const below = (parent: string | null, depth: number): (T & { depth: number })[] =>
    (children.get(parent) ?? []).flatMap((item) => [{ ...item, depth }, ...below(item.name, depth + 1)]);
  return below(null, 0);
}
