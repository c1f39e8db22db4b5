// npm test: the whole check, the same that CI runs. Goes on after a failure and ends with `N passed, N failed`; exit code 1 if any failed.
// node scripts/check.mjs WORD…: only the steps whose names contain one of the words.
import { steps } from './check/steps.mjs';
import { install } from './lib/install.mjs';
import { Failure, seconds } from './lib/say.mjs';

const begin = performance.now();
const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
const failedSteps = [];
const failures = [];
const shaky = [];

async function check({ name, run }) {
  const start = performance.now();
  console.log(`\n== ${name}`);
  try {
    const { passed, failed, skipped, ...more } = await run();
    for (const test of skipped) console.log(`skipped: ${test}`);
    total.passed += passed;
    total.failed += failed;
    failures.push(...(more.failures ?? []));
    shaky.push(...(more.shaky ?? []));
    if (failed > 0) failedSteps.push(name);
    console.log(`== ${name}: ${failed > 0 ? 'FAILED' : 'ok'} (${seconds(start)})`);
  } catch (error) {
    total.failed += 1;
    failedSteps.push(name);
    if (error.detail) console.log(error.detail.trimEnd());
    console.log(error instanceof Failure ? error.message : error);
    console.log(`== ${name}: FAILED (${seconds(start)})`);
  }
}

async function installed() {
  await install();
  return { passed: 1, failed: 0, skipped: [] };
}

await check({ name: 'install', run: installed });
if (total.failed === 0) {
  for (const step of steps()) {
    if (wanted.length === 0 || wanted.some((word) => step.name.includes(word))) await check(step);
  }
}

if (shaky.length > 0) console.log(`\nFailed beside others and passed alone: mend what makes it depend on them.\n\n${shaky.join('\n\n')}`);
if (failures.length > 0) console.log(`\n${failures.join('\n\n')}`);
console.log(`\n${failedSteps.length > 0 ? `Failed: ${failedSteps.join(', ')}. ` : ''}Took ${seconds(begin)}.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
