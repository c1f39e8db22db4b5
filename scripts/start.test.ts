import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeProject } from './tiny-project.ts';

let project: ReturnType<typeof makeProject>;
beforeEach(() => {
  project = makeProject();
});
afterEach(() => project.remove());

describe('npm start', () => {
  test('installs, builds and serves the first time, and only serves the second', () => {
    const first = project.start({ args: ['--port', '1'] });
    expect(first).toMatchObject({ status: 7, lines: ['Installing packages … N s', 'Building desk … N s', 'served --port,1'] });
    expect(project.start()).toMatchObject({ status: 7, lines: ['served'] });
  });

  test('builds again when the screen or a package changed, not when a test did', () => {
    project.start();
    project.write('apps/desk/src/main.test.ts', 'a test');
    expect(project.start().lines).toEqual(['served']);
    project.write('apps/desk/src/main.ts', 'second');
    expect(project.start().lines).toEqual(['Building desk … N s', 'served']);
    expect(readFileSync(join(project.folder, 'apps/desk/dist/main.js'), 'utf8')).toBe('second');
    project.write('packages/words/ja.json', '{"a":"あ"}');
    expect(project.start().lines[0]).toBe('Building desk … N s');
  });

  test('installs again when the lockfile wants another version, not when what it wants is there', () => {
    project.start();
    project.lockfile({
      '': { name: 'renamed' },
      'node_modules/vite': { version: '1.0.0' },
      'node_modules/only-macos': { version: '1.0.0', optional: true },
    });
    expect(project.start().lines).not.toContain('Installing packages … N s');
    project.lockfile({ '': {}, 'node_modules/vite': { version: '2.0.0' } });
    rmSync(join(project.folder, 'node_modules/.bin'), { recursive: true });
    expect(project.start().lines[0]).toBe('Installing packages … N s');
  });

  test('installs what a lockfile made on another machine has, though npm ci refuses it', () => {
    expect(project.start({ extra: { LOCK_IS_ODD: 'yes' } })).toMatchObject({
      status: 7,
      lines: ['Installing packages … N s', 'Building desk … N s', 'served'],
    });
  });

  test('shows what npm said when the installation fails, and serves nothing', () => {
    const { status, lines, stderr } = project.start({ extra: { NPM_FAILS: 'yes' } });
    expect({ status, lines }).toEqual({ status: 1, lines: ['Installing packages … failed'] });
    expect(stderr).toBe('npm error 404\nnpm ci failed (exit code 1).\n');
  });

  test('shows what Vite said when a build fails, serves nothing, and tries again next time', () => {
    project.write('apps/desk/src/main.ts', 'mistake');
    const { status, stderr } = project.start();
    expect(status).toBe(1);
    expect(stderr).toBe('--- desk\nmain.ts: there is a mistake\nBuilding desk failed.\n');
    project.write('apps/desk/src/main.ts', 'mended');
    expect(project.start().lines).toEqual(['Building desk … N s', 'served']);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('passes %s on and ends with the code of the server', async (signal) => {
    project.start();
    project.write(
      'apps/server/main.ts',
      `process.on('${signal}', () => { console.log('closing'); process.exit(3); }); setInterval(() => {}, 1000); console.log('up');`,
    );
    const child = spawn(process.execPath, [project.script('start.mjs')], { env: project.env(), stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (text.includes('up')) child.kill(signal);
    });
    const [code] = await once(child, 'exit');
    expect({ code, said }).toEqual({ code: 3, said: 'up\nclosing\n' });
  });
});
