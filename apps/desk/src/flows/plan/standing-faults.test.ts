import { expect, test } from 'vitest';
import { connect, moveSteps, replaceStep } from './edit.ts';
import { buttons, handOff, plan, say } from './plan.testkit.ts';
import { standingFaults } from './standing-faults.ts';

const saved = plan('hello', say('hello', 'choose'), buttons('choose', 'person', null), handOff('person'), say('alone', null));
const faults = [
  { code: 'text.missing', stepId: 'hello', severity: 'error' },
  { code: 'step.unreachable', stepId: 'alone', severity: 'warning' },
  { code: 'article.missing', stepId: null, severity: 'error' },
] as const;
const codes = (now: typeof saved) => standingFaults(faults, saved, now).map(({ code }) => code);

test('moving a step mends nothing', () => {
  expect(codes(moveSteps(saved, { hello: { x: 9, y: 9 } }))).toEqual(['text.missing', 'step.unreachable', 'article.missing']);
});

test('a step that was written in since is checked again when it is saved', () => {
  expect(codes(replaceStep(saved, say('hello', 'person')))).toEqual(['article.missing']);
});

test('faults about ways wait for the next check as soon as any way changed', () => {
  expect(codes(connect(saved, { from: 'choose', exit: 'option:o1' }, 'alone'))).toEqual(['text.missing', 'article.missing']);
});
