import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Leaves the compressed files beside the script, as the server sends them, prints their sizes, and fails the build over `budgetInBytes` gzipped. */
export function sizeBudget(fileName: string, budgetInBytes: number): Plugin {
  return {
    name: 'size-budget',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const path = join(dir, fileName);
      const file = readFileSync(path);
      const [gzipped, brotli] = [gzipSync(file, { level: 9 }), brotliCompressSync(file)];
      const figures = `${fileName}: ${file.length} bytes, ${gzipped.length} gzipped (budget ${budgetInBytes}), ${brotli.length} brotli`;
      if (gzipped.length > budgetInBytes) throw new Error(`over the size budget — ${figures}`);
      writeFileSync(`${path}.gz`, gzipped);
      writeFileSync(`${path}.br`, brotli);
      console.log(figures);
    },
  };
}
