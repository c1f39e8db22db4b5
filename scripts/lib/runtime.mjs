import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { at } from './root.mjs';
import { Failure } from './say.mjs';

const neededMajor = 24;

/** The Node that runs the product: the one that npm installed, or this one if it is new enough. Whoever starts us may have an older one. */
export function findNode() {
  const installed = at('node_modules', '.bin', 'node');
  if (existsSync(installed)) return installed;
  if (Number.parseInt(process.versions.node, 10) >= neededMajor) return process.execPath;
  throw new Failure(`Node ${neededMajor} is missing: npm did not install the package "node" (are install scripts switched off?).`);
}

/**
 * Environment in which `node` and the installed tools are found first, and what Node compiled once is kept: a program of hundreds of files starts in
 * two thirds of the time, and tests start it hundreds of times.
 */
export function environment(extra = {}) {
  return {
    NODE_COMPILE_CACHE: at('node_modules', '.cache', 'compiled'),
    ...process.env,
    PATH: `${at('node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
    ...extra,
  };
}
