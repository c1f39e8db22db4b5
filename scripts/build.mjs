// node scripts/build.mjs [--force]: builds the screens that are stale, or all of them.
import { install } from './lib/install.mjs';
import { main } from './lib/say.mjs';
import { buildScreens } from './lib/screens.mjs';

await main(async () => {
  await install();
  await buildScreens({ force: process.argv.includes('--force') });
});
