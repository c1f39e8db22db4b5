// npm run dev: the server restarts when its code changes, the screens are built again when theirs does. One Ctrl-C ends everything.
import { spawn } from 'node:child_process';
import { install } from './lib/install.mjs';
import { at, root } from './lib/root.mjs';
import { environment, findNode } from './lib/runtime.mjs';
import { main } from './lib/say.mjs';
import { buildScreens, screens, viteCommand } from './lib/screens.mjs';

await main(async () => {
  await install();
  await buildScreens();
  const node = findNode();
  const start = (args, cwd) => spawn(node, args, { cwd, env: environment(), stdio: 'inherit' });
  const children = [
    start(['--watch', '--watch-preserve-output', at('apps', 'server', 'main.ts'), ...process.argv.slice(2)], root),
    ...screens().map((name) => start(viteCommand('build', '--watch', '--logLevel', 'warn'), at('apps', name))),
  ];
  // If one ends, the others are of no use; signals reach them all.
  const end = (signal) => {
    for (const child of children) child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal));
  const codes = await Promise.all(children.map((child) => exitOf(child).finally(() => end('SIGTERM'))));
  process.exitCode = codes.find((code) => code !== 0) ?? 0;
});

/** The exit code; ended by a signal (ours, or Ctrl-C) counts as 0. */
function exitOf(child) {
  return new Promise((resolve) => {
    child.on('exit', (code) => resolve(code ?? 0));
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
  });
}
