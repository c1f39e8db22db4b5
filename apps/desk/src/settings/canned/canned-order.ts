import type { CannedResponse, CannedUse } from '@madoguchi/contract/canned-responses.ts';
import type { TextFolder } from '@madoguchi/contract/text-folders.ts';
import { within } from '../folders/folder-tree.ts';

export const cannedOrders = ['shortcut', 'used', 'solved', 'unused'] as const;
export type CannedOrder = (typeof cannedOrders)[number];

/** The share of conversations that were solved by one, 0 to 1; null while nobody used it. */
export const solvedShare = (use: CannedUse | undefined): number | null =>
  use && use.conversations > 0 ? use.solved / use.conversations : null;

/** In another order than that of shortcuts, which `items` are in already. Those that fit as well stay in that order. */
export function inOrder<T extends { id: string }>(items: readonly T[], uses: ReadonlyMap<string, CannedUse>, order: CannedOrder): T[] {
  const used = ({ id }: T): number => uses.get(id)?.used ?? 0;
  const share = ({ id }: T): number => solvedShare(uses.get(id)) ?? -1;
  if (order === 'used') return items.toSorted((a, b) => used(b) - used(a));
  if (order === 'solved') return items.toSorted((a, b) => share(b) - share(a) || used(b) - used(a));
  if (order === 'unused') return items.toSorted((a, b) => used(a) - used(b));
  return [...items];
}

/** Those in a place: everywhere, what is one's own, or a folder with the folders in it. */
export function inPlace<T extends Pick<CannedResponse, 'owner' | 'folderId'>>(
  items: readonly T[],
  place: string,
  folders: readonly TextFolder[],
): T[] {
  if (place === 'all') return [...items];
  if (place === 'mine') return items.filter(({ owner }) => owner === 'private');
  const ids = within(folders, place);
  return ids.size === 0 ? [...items] : items.filter(({ folderId }) => folderId !== null && ids.has(folderId));
}
