// node scripts/run.mjs FILE ARGS…: runs a TypeScript file of this project under Node 24, installing what is missing first.
import { resolve } from 'node:path';
import { install } from './lib/install.mjs';
import { become } from './lib/run.mjs';
import { findNode } from './lib/runtime.mjs';
import { Failure, main } from './lib/say.mjs';

await main(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (!file) throw new Failure('Which file? node scripts/run.mjs FILE ARGS…');
  await install();
  process.exitCode = await become(findNode(), [resolve(file), ...args], { cwd: process.cwd() });
});
