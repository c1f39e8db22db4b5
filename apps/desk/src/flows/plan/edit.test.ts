import { expect, test } from 'vitest';
import { addStep, connect, copyOf, insertStep, moved, moveSteps, removeSteps } from './edit.ts';
import { exitsOf } from './exits.ts';
import { namesIn, newStep, quotableIn } from './new-step.ts';
import { ask, buttons, handOff, plan, say } from './plan.testkit.ts';

const returns = plan(
  'hello',
  say('hello', 'choose'),
  buttons('choose', 'number', 'person'),
  ask('number', 'order', 'choose'),
  handOff('person'),
);

const led = (of: typeof returns, id: string) => exitsOf(of.steps.find((step) => step.id === id)!).map(({ to }) => to);

test('a step drawn from an exit onto empty canvas is added and follows that exit', () => {
  const step = newStep('say', { x: 10, y: 20 }, returns, 'sorry');
  const now = addStep(returns, step, { from: 'choose', exit: 'option:o1' });
  expect(led(now, 'choose')).toEqual(['number', 'sorry']);
  expect(now.steps.at(-1)).toMatchObject({ id: 'sorry', place: { x: 10, y: 20 }, next: null });
  expect(now.start).toBe('hello');
});

test('a step put into a way that leads somewhere goes on to there', () => {
  const step = newStep('say', { x: 0, y: 0 }, returns, 'wait');
  const now = insertStep(returns, step, { from: 'hello', exit: 'next' });
  expect([led(now, 'hello'), led(now, 'wait')]).toEqual([['wait'], ['choose']]);
  const first = insertStep(returns, step, { from: null, exit: 'start' });
  expect([first.start, led(first, 'wait')]).toEqual(['wait', ['hello']]);
  const end = insertStep(returns, newStep('hand_off', { x: 0, y: 0 }, returns, 'team'), { from: 'hello', exit: 'next' });
  expect([led(end, 'hello'), led(end, 'team')]).toEqual([['team'], []]);
});

test('the first step of a flow is where it begins', () => {
  expect(addStep(plan(null), say('hello', null), null).start).toBe('hello');
});

test('a removed step leaves no way that leads to it, and no beginning', () => {
  const now = removeSteps(returns, ['choose', 'person']);
  expect(now.steps.map(({ id }) => id)).toEqual(['hello', 'number']);
  expect([led(now, 'hello'), led(now, 'number')]).toEqual([[null], [null]]);
  expect(now.start).toBe('hello');
  expect(removeSteps(returns, ['hello']).start).toBeNull();
});

test('an exit is led elsewhere or freed, and only that one', () => {
  expect(led(connect(returns, { from: 'choose', exit: 'option:o0' }, 'person'), 'choose')).toEqual(['person', 'person']);
  expect(led(connect(returns, { from: 'choose', exit: 'option:o0' }, null), 'choose')).toEqual([null, 'person']);
  expect(connect(returns, { from: null, exit: 'start' }, 'choose').start).toBe('choose');
});

test('rules, otherwise and failed are exits like any other', () => {
  const branch = newStep('branch', { x: 0, y: 0 }, returns, 'open');
  const lookUp = newStep('look_up', { x: 0, y: 0 }, returns, 'order');
  const now = [
    connect(addStep(returns, branch, null), { from: 'open', exit: 'rule:0' }, 'person'),
    connect(addStep(returns, lookUp, null), { from: 'order', exit: 'failed' }, 'person'),
  ];
  expect(led(now[0]!, 'open')).toEqual(['person', null]);
  expect(led(now[1]!, 'order')).toEqual([null, 'person']);
  expect(led(removeSteps(now[1]!, ['person']), 'order')).toEqual([null, null]);
});

test('a copy leads where the first one does and stands beside it; its answer has a name of its own', () => {
  const copy = copyOf(returns, returns.steps[2]!, 'again');
  expect(copy).toMatchObject({ id: 'again', field: 'order_2', next: 'choose', place: { x: 32, y: 48 } });
  expect(namesIn({ steps: [...returns.steps, copy] })).toEqual(['order', 'order_2']);
});

test('a new question never takes the name of an answer that is there', () => {
  const first = newStep('ask', { x: 0, y: 0 }, plan(null), 'a');
  expect(newStep('ask', { x: 0, y: 0 }, plan(null, first), 'b')).toMatchObject({ field: 'answer_2' });
});

test('steps stay where they were dragged', () => {
  const now = moveSteps(returns, { hello: { x: 5, y: 6 } });
  expect(now.steps[0]!.place).toEqual({ x: 5, y: 6 });
  expect(now.steps[1]).toBe(returns.steps[1]);
});

test('the first of a list goes no further up', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});

test('what is proved can be quoted where a flow asks for proof, and only there', () => {
  const place = { x: 0, y: 0 };
  const identify = newStep('identify', place, { steps: [] }, 'who');
  expect(quotableIn({ steps: returns.steps })).toEqual(['order']);
  expect(quotableIn({ steps: [...returns.steps, identify] })).toEqual([
    'order',
    'verified_email',
    'verified_phone',
    'verified_customer_id',
  ]);
  expect(exitsOf(identify).map(({ id }) => id)).toEqual(['next', 'failed']);
});
