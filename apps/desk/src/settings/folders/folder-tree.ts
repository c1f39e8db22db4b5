import type { TextFolder } from '@madoguchi/contract/text-folders.ts';

/** Folders as they are shown: each outer one, and behind it those in it. */
export function inTree(folders: readonly TextFolder[]): (TextFolder & { depth: 0 | 1 })[] {
  const outer = folders.filter(({ parentId }) => parentId === null);
  return outer.flatMap((one) => [
    { ...one, depth: 0 as const },
    ...folders.filter(({ parentId }) => parentId === one.id).map((inner) => ({ ...inner, depth: 1 as const })),
  ]);
}

/** Where it lies, from outside in: 配送 › 海外. Empty for a folder that is not there. */
export function pathOf(folders: readonly TextFolder[], id: string | null): string {
  const folder = folders.find((one) => one.id === id);
  if (!folder) return '';
  const outer = folders.find((one) => one.id === folder.parentId);
  return outer ? `${outer.name} › ${folder.name}` : folder.name;
}

/** The folder and those in it. */
export const within = (folders: readonly TextFolder[], id: string): ReadonlySet<string> =>
  new Set(folders.filter((one) => one.id === id || one.parentId === id).map((one) => one.id));
