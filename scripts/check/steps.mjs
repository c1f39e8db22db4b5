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
import { countPlaywright, countVitest } from './reports.mjs';

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

/** A step that reports each test while it runs and leaves a JSON report behind. */
function testStep(name, command, count) {
  return {
    name,
    async run() {
      const folder = mkdtempSync(join(tmpdir(), 'madoguchi-check-'));
      const report = join(folder, 'report.json');
      try {
        const { args, env } = await command(report);
        return count(report, await become(findNode(), args, { env }));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

const tests = testStep(
  'tests',
  async (report) => {
    const dovecot = await ensureDovecot();
    const exim = await ensureExim();
    const args = [tool('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    return { args, env: { MADOGUCHI_DOVECOT: dovecot, MADOGUCHI_EXIM: exim } };
  },
  countVitest,
);

const stories = testStep(
  'browser stories',
  async (report) => {
    const config = at('e2e', 'playwright.config.ts');
    if (!existsSync(config)) throw new Failure(`${config} is missing.`);
    const chromium = await ensureChromium();
    const args = [tool('@playwright', 'test', 'cli.js'), 'test', '-c', config, '--reporter=list,json'];
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
