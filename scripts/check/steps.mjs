import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from '../lib/root.mjs';
import { become, capture } from '../lib/run.mjs';
import { findNode } from '../lib/runtime.mjs';
import { Failure } from '../lib/say.mjs';
import { buildScreens } from '../lib/screens.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureDovecot } from './dovecot.mjs';
import { ensureExim } from './exim.mjs';
import { countPlaywright, countVitest, withSecondLook } from './reports.mjs';

const tool = (...parts) => at('node_modules', ...parts);

/** A step that prints nothing when it passes: counts as one. */
function quietStep(name, command, args) {
  return {
    name,
    async run() {
      const { code, output } = await capture(command, args);
      if (code !== 0) throw new Failure(`${name} failed.`, output);
      return { passed: 1, failed: 0, skipped: [] };
    },
  };
}

function stepsOfTypes() {
  const apps = readdirSync(at('apps'))
    .filter((name) => existsSync(at('apps', name, 'tsconfig.json')))
    .map((name) => quietStep(`types of ${name}`, tool('.bin', 'tsc'), ['-p', at('apps', name)]));
  return [quietStep('types', tool('.bin', 'tsc'), ['-p', at('tsconfig.json')]), ...apps];
}

/** A step that reports each test while it runs and leaves a JSON report behind; `command` gets the report's path and the files, all for none. */
function testStep(name, command, count) {
  const once = async (files) => {
    const folder = mkdtempSync(join(tmpdir(), 'madoguchi-check-'));
    const report = join(folder, 'report.json');
    try {
      const { args, env } = await command(report, files);
      return count(report, await become(findNode(), args, { env }));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return { name, run: () => withSecondLook(once) };
}

const tests = testStep(
  'tests',
  async (report, files) => {
    const dovecot = await ensureDovecot();
    const exim = await ensureExim();
    const alone = files.length > 0 ? [...files, '--maxWorkers=1'] : [];
    const args = [tool('vitest', 'vitest.mjs'), 'run', ...alone, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    return { args, env: { MADOGUCHI_DOVECOT: dovecot, MADOGUCHI_EXIM: exim } };
  },
  countVitest,
);

const stories = testStep(
  'browser stories',
  async (report, files) => {
    const config = at('e2e', 'playwright.config.ts');
    if (!existsSync(config)) throw new Failure(`${config} is missing.`);
    const chromium = await ensureChromium();
    const args = [
      tool('@playwright', 'test', 'cli.js'),
      'test',
      ...files,
      '-c',
      config,
      '--reporter=list,json',
      ...(files.length > 0 ? ['--workers=1'] : []),
    ];
    return { args, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, MADOGUCHI_CHROMIUM: chromium } };
  },
  countPlaywright,
);

const build = {
  name: 'build',
  async run() {
    await buildScreens();
    return { passed: 1, failed: 0, skipped: [] };
  },
};

/** Everything that `npm test` checks after the installation, in order. */
export const steps = () => [
  ...stepsOfTypes(),
  quietStep('lint', tool('.bin', 'biome'), ['check', '--max-diagnostics=50']),
  quietStep('unused code', tool('.bin', 'knip'), ['--no-progress']),
  quietStep('words', findNode(), [at('scripts', 'words-check.ts')]),
  build,
  tests,
  stories,
];
