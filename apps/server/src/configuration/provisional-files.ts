import type { Files } from '../platform/files/files.ts';

/**
 * Files for work that may be taken back: what is put can be read at once, and what is removed stays until it is certain. End it with one of
 * `keep` (after the commit) and `takeBack`.
 */
export function provisionalFiles(files: Files): { files: Files; keep: () => Promise<void>; takeBack: () => Promise<void> } {
  const put: string[] = [];
  const removed: string[] = [];
  const drop = async (keys: readonly string[]) => {
    for (const key of keys) await files.remove(key);
  };
  return {
    files: {
      put: async (key, bytes) => {
        await files.put(key, bytes);
        put.push(key);
      },
      read: files.read,
      remove: async (key) => void removed.push(key),
    },
    keep: () => drop(removed),
    takeBack: () => drop(put),
  };
}
