import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Prints what a customer's browser loads, and fails the build when it is more than `budgetInBytes` gzipped. */
export function sizeBudget(fileName: string, budgetInBytes: number): Plugin {
  return {
    name: 'size-budget',
    apply: 'build',
    writeBundle(options) {
      const file = readFileSync(join(options.dir ?? '', fileName));
      const gzipped = gzipSync(file, { level: 9 }).length;
      const figures = `${fileName}: ${file.length} bytes, ${gzipped} gzipped (budget ${budgetInBytes})`;
      if (gzipped > budgetInBytes) throw new Error(`over the size budget — ${figures}`);
      console.log(figures);
    },
  };
}
