import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchIndex } from './search/search.types.ts';

type Log = { warn: (data: object, text: string) => void };

/**
 * Indexes on the disk, one file a workspace. They are a convenience: whatever is wrong with one, the index is built from the articles.
 */
export function indexFiles(folder: string, log: Log) {
  const path = (workspaceId: string) => join(folder, `${workspaceId}.index`);
  return {
    read: (workspaceId: string): Promise<Buffer | undefined> => readFile(path(workspaceId)).catch(() => undefined),
    /** A half-written file never takes the place of a whole one. */
    async write(workspaceId: string, index: SearchIndex): Promise<void> {
      const draft = `${path(workspaceId)}.${randomUUID()}`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(draft, await index.freeze(), { mode: 0o600 });
        await rename(draft, path(workspaceId));
      } catch (error) {
        await rm(draft, { force: true });
        log.warn({ error: (error as Error).message }, 'the search index could not be kept');
      }
    },
  };
}
