import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './root.mjs';

const notSources = /^(node_modules|dist)$|\.test\.tsx?$/;

/** One hash (the same in every copy of the project) over the names and contents of files and of everything in folders, leaving out what is installed, built or tests. */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) add(hash, path);
  return hash.digest('hex');
}

function add(hash, path) {
  const entries = list(path);
  if (entries === null)
    return void hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  for (const name of entries) if (!notSources.test(name)) add(hash, join(path, name));
}

/** Sorted names in a folder, null for a file. */
function list(path) {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}
