import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat, statfs, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Where uploaded files lie. A folder here; anything with these verbs elsewhere. */
export type Files = {
  /** Keeps a whole file under a key (workspace id / file id). Durable once it returns. @throws the system's error when the disk is full */
  put: (key: string, bytes: Buffer) => Promise<void>;
  read: (key: string) => Promise<{ stream: Readable; sizeInBytes: number } | null>;
  remove: (key: string) => Promise<void>;
};

const KEY = /^[a-z]{3}_[0-9a-z]{26}\/[a-z]{3}_[0-9a-z]{26}$/;

/** Files in a folder. A file is written aside, synced and renamed: it is there whole or not at all. */
export function folderFiles(folder: string): Files {
  const pathOf = (key: string) => {
    if (!KEY.test(key)) throw new Error(`not a file key: ${JSON.stringify(key)}`);
    return join(folder, key);
  };
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
      const { bavail, bsize } = await statfs(folder);
      if (bavail * bsize < bytes.length + 16 * 1024 * 1024) throw Object.assign(new Error('the disk is nearly full'), { code: 'ENOSPC' });
      const draft = `${path}.part`;
      try {
        const file = await open(draft, 'w', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(draft, path);
      } catch (error) {
        await unlink(draft).catch(() => {});
        throw error;
      }
    },
    async read(key) {
      const path = pathOf(key);
      const found = await stat(path).catch(() => null);
      return found ? { stream: createReadStream(path), sizeInBytes: found.size } : null;
    },
    remove: (key) => unlink(pathOf(key)).catch(() => {}),
  };
}
