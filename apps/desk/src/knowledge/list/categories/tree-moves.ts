import type { CategoryNode } from '@madoguchi/contract/article-categories.ts';

export type Place = Pick<CategoryNode, 'name' | 'parent'>;
export type Move = 'up' | 'down' | 'in' | 'out';

/** Levels, the topmost counted: as many as the server takes. */
const MOST_LEVELS = 4;

/** Siblings in their order. */
const siblingsOf = (items: readonly Place[], parent: string | null) => items.filter((item) => item.parent === parent);

const depthOf = (items: readonly Place[], name: string): number => {
  const parent = items.find((item) => item.name === name)?.parent ?? null;
  return parent === null ? 0 : 1 + depthOf(items, parent);
};
const heightOf = (items: readonly Place[], name: string): number =>
  1 + Math.max(0, ...siblingsOf(items, name).map((child) => heightOf(items, child.name)));

/** Each after its parent. */
const flat = (items: readonly Place[], parent: string | null = null): Place[] =>
  siblingsOf(items, parent).flatMap((item) => [item, ...flat(items, item.name)]);

/** The tree after a category was moved among its siblings, beneath the one before it, or out to stand after its parent; null if it cannot be. */
export function moved(items: readonly Place[], name: string, move: Move): Place[] | null {
  const item = items.find((one) => one.name === name);
  if (!item) return null;
  const siblings = siblingsOf(items, item.parent);
  const at = siblings.indexOf(item);
  if (move === 'up' || move === 'down') {
    const other = siblings[move === 'up' ? at - 1 : at + 1];
    if (!other) return null;
    return flat(items.map((one) => (one === item ? other : one === other ? item : one)));
  }
  if (move === 'in') {
    const above = siblings[at - 1];
    if (!above || depthOf(items, name) + 1 + heightOf(items, name) > MOST_LEVELS) return null;
    return flat([...items.filter((one) => one !== item), { name, parent: above.name }]);
  }
  const parent = items.find((one) => one.name === item.parent);
  if (!parent) return null;
  return flat(items.filter((one) => one !== item).flatMap((one) => (one === parent ? [one, { name, parent: parent.parent }] : [one])));
}

/** Without a category; what stood beneath it moves to where it stood. */
export const without = (items: readonly Place[], name: string): Place[] => {
  const parent = items.find((one) => one.name === name)?.parent ?? null;
  return items.filter((one) => one.name !== name).map((one) => (one.parent === name ? { ...one, parent } : one));
};
