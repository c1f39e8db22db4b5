// npm start: installs what is missing, builds what is stale, and runs the server. Needs nothing but Node 20 and npm.
import { install } from './lib/install.mjs';
import { at } from './lib/root.mjs';
import { become } from './lib/run.mjs';
import { findNode } from './lib/runtime.mjs';
import { main } from './lib/say.mjs';
import { buildScreens } from './lib/screens.mjs';

await main(async () => {
  await install();
  await buildScreens();
  process.exitCode = await become(findNode(), [at('apps', 'server', 'main.ts'), ...process.argv.slice(2)]);
});
